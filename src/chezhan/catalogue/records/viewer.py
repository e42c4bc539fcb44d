"""Who looks, as plans know them: the same roles under the same policies see by the same statement."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.book import Book, book_of
from chezhan.access.cutting import WHOLE, Cut
from chezhan.access.lens import Lens
from chezhan.access.rights import Action, Right
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.registry import UnknownEntity
from chezhan.catalogue.whole import Catalogue
from chezhan.kernel import clock
from chezhan.kernel.errors import Forbidden

# Stands in compiled statements where the person's own id goes.
ME = UUID(int=1)


@dataclass(frozen=True, slots=True)
class Viewer:
    """Equal for all who see alike; the person is put into a statement when it runs.

    `minute`: the present one, where a formula asks for the time: statements hold the time they were made at.
    """

    roles: frozenset[str]
    policies: str
    definitions: str
    cut: Cut = field(kw_only=True, default=WHOLE)
    minute: dt.datetime | None = field(kw_only=True, default=None)
    book: Book = field(compare=False, repr=False)
    catalogue: Catalogue = field(compare=False, repr=False)

    def entity(self, name: str) -> Entity:
        """Raises UnknownEntity for what is not there and, of the store's own kinds, for what may not be seen."""
        entity = self.catalogue.entity_named(name)
        if entity.name.startswith("x_") and not self.lens(entity).open:
            raise UnknownEntity(params={"entity": name[:40]})
        return entity

    def target(self, name: str) -> Entity:
        """The kind that a link leads to; what may be seen of it is its lens' business."""
        return self.catalogue.entity_named(name)

    def entities(self) -> tuple[Entity, ...]:
        """All that this viewer may see, in the order of the modules."""
        return tuple(entity for entity in self.catalogue.entities if self.lens(entity).open)

    def lens(self, entity: Entity) -> Lens:
        return self.book.lens(roles=self.roles, shape=entity.shape, cut=self.cut)

    def sees_all(self, entity: Entity) -> bool:
        """Whether no record of the kind is out of sight."""
        lens = self.lens(entity)
        return lens.everything and all(
            lens.everywhere(name, Right.READ) and self.sees_all(self.target(entity.fields[name].target))
            for name in entity.joins
        )

    def open(self, entity: Entity) -> Lens:
        """Raises Forbidden (403) when the viewer sees no record of this kind."""
        lens = self.lens(entity)
        if not lens.open:
            raise Forbidden(params={"permission": entity.read_permission})
        return lens

    def allow(self, entity: Entity, action: Action) -> Lens:
        """Raises Forbidden unless the action is allowed on this kind of record."""
        lens = self.open(entity)
        if action not in lens.actions:
            raise Forbidden(params={"permission": f"{entity.name}.{action}"})
        return lens


def viewer_of(actor: Actor) -> Viewer:
    """Call in the store's transaction."""
    book, catalogue = book_of(actor.in_store), of_store(actor.in_store)
    return Viewer(
        roles=actor.roles,
        policies=book.digest,
        definitions=catalogue.digest,
        cut=Cut(actor.scope),
        minute=clock.now().replace(second=0, microsecond=0) if catalogue.tells_time else None,
        book=book,
        catalogue=catalogue,
    )


def require_whole(*, actor: Actor, entity: str, fields: Iterable[str]) -> None:
    """Raises Forbidden unless the actor reads every record of the kind and these fields of each.

    For figures made of rows: a sum over what one may not see would tell it.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    lens = viewer.open(kind)
    for name in fields:
        if not viewer.sees_all(kind) or not lens.everywhere(name, Right.READ):
            raise Forbidden(params={"permission": f"{entity}.{name}"})
