"""Sights made for a viewer: the one place where a lens meets the columns of a kind of record."""

from dataclasses import dataclass, field, replace

from django.db.models import QuerySet

from chezhan.access.lens import Lens
from chezhan.access.rights import Right
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.computing import compute
from chezhan.catalogue.records.predicates import predicate_of
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.records.where import EVERY, NEVER, Predicate, Where, where
from chezhan.catalogue.types import LINK
from chezhan.expressions.errors import UnknownField


@dataclass(frozen=True)
class View:
    """One kind of record before one viewer. `prefix`: the ORM path that leads to it from where the rows come from.

    `guard`: on which of those rows it is there at all, for who comes through a link. `computing`: the computed fields
    (with their kinds' names) that are being made of others here: one made of itself is none.
    """

    viewer: Viewer
    entity: Entity
    prefix: str = ""
    guard: Where = EVERY
    computing: frozenset[str] = frozenset()
    _made: dict[str, Sight] = field(init=False, default_factory=dict, compare=False, repr=False)

    @property
    def lens(self) -> Lens:
        return self.viewer.lens(self.entity)

    def rows(self) -> Where:
        """The records that the viewer sees at all; of those that join two others, where both are seen."""
        rows = where(self.lens.rows, prefix=self.prefix, predicate=self._predicate())
        for name in self.entity.joins:
            rows &= self.granted(name, Right.READ) & self.through(self.entity.fields[name]).rows()
        return rows

    def seen(self) -> QuerySet:
        """The records that the viewer sees at all, as a query of the kind itself."""
        found, rows = self.entity.model._default_manager.all(), self.rows()
        if rows.q is None:
            return found.none()
        return found.filter(rows.q) if rows.q else found

    def sight(self, name: str) -> Sight:
        """Raises UnknownField alike for what is not there and what may not be seen."""
        field = self.entity.fields.get(name)
        if field is not None and not field.retired and not (sight := self._sight(field)).hidden:
            return sight
        raise UnknownField(params={"field": name[:40], "entity": self.entity.name})

    def sights(self) -> list[Sight]:
        """All that are not hidden, in the entity's order."""
        every = (self._sight(field) for field in self.entity.fields.values() if not field.retired)
        return [sight for sight in every if not sight.hidden]

    def of(self, entity: str) -> "View":
        """Another kind of record before the same viewer, from its own rows."""
        return View(self.viewer, self.viewer.target(entity), computing=self.computing)

    def through(self, link: Field) -> "View":
        return replace(self.of(link.target), prefix=f"{self.prefix}{link.column}__")

    def beyond(self, link: Field) -> "View":
        """As `through`, on the rows where the link and the record that it leads to may be seen."""
        there = self.through(link)
        return replace(there, guard=self.guard & self.granted(link.name, Right.READ) & self._led(link))

    def _sight(self, field: Field) -> Sight:
        """Made once in a view."""
        if (known := self._made.get(field.name)) is None:
            known = self._made[field.name] = self._make_sight(field)
        return known

    def _make_sight(self, field: Field) -> Sight:
        read = self.guard & self.granted(field.name, Right.READ)
        met = self.guard & self.granted(field.name, Right.MASKED)
        title: tuple[Sight, ...] = ()
        if field.formula:
            return self._computed(field, read=read, met=met)
        if field.type is LINK:
            # A link is read or it is not there: an id without its name would be neither.
            read = met = read & self._led(field)
            title = self.through(field).titles()
        elif "__" in field.column:
            end = self._end_of(field)
            read, met = read & end.read, met & end.met
        return Sight(field, self.entity.model, self.prefix, read, met, title)

    def _computed(self, field: Field, *, read: Where, met: Where) -> Sight:
        """Hidden when it is made of what the viewer does not read, and when it can't be made."""
        name = f"{self.entity.name}.{field.name}"
        made = None if name in self.computing else compute(field, replace(self, computing=self.computing | {name}))
        if made is None:
            return Sight(field, self.entity.model, self.prefix, NEVER, NEVER)
        return Sight(made.field, self.entity.model, self.prefix, read, met, source=made.expression)

    def titles(self) -> tuple[Sight, ...]:
        """What names a record of this kind, as far as it may be seen."""
        every = (self._sight(self.entity.fields[name]) for name in self.entity.title)
        return tuple(sight for sight in every if not sight.hidden)

    def _led(self, link: Field) -> Where:
        """On which rows what it leads to is seen; and each record on the way there, with what leads on from it."""
        return self._end_of(link).read if "__" in link.column else self.through(link).rows()

    def _end_of(self, field: Field) -> Sight:
        """The field of the related kind that a path ends at, on the related records that are seen."""
        step, _, rest = field.column.partition("__")
        link = next(one for one in self.entity.fields.values() if one.type is LINK and one.column == step)
        there = self.beyond(link)
        return there._sight(next(one for one in there.entity.fields.values() if one.column == rest))

    def granted(self, name: str, right: Right) -> Where:
        """The seen records on which the lens gives at least `right`, whatever the related kinds say."""
        granted = self.lens.where(name, right)
        if granted and all(any(one <= rows for one in granted) for rows in self.lens.rows):
            return EVERY
        return where(granted, prefix=self.prefix, predicate=self._predicate())

    def _predicate(self) -> Predicate:
        return lambda rows: predicate_of(
            rows=rows, entity=self.entity, catalogue=self.viewer.catalogue, prefix=self.prefix
        )
