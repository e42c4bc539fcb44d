"""Sights made for a viewer: the one place where a lens meets the columns of a kind of record."""

from collections.abc import Callable
from dataclasses import dataclass

from django.db.models import Q, QuerySet

from chezhan.access.lens import Lens
from chezhan.access.rights import Right, Rows
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.refusals import UnknownField
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.records.where import EVERY, Predicate, Where, where
from chezhan.catalogue.types import LINK
from chezhan.kernel import clock


@dataclass(frozen=True)
class View:
    """One kind of record before one viewer. `prefix`: the ORM path that leads to it from where the rows come from."""

    viewer: Viewer
    entity: Entity
    prefix: str = ""

    @property
    def lens(self) -> Lens:
        return self.viewer.lens(self.entity)

    def rows(self) -> Where:
        """The records that the viewer sees at all."""
        return where(self.lens.rows, prefix=self.prefix, predicate=self._predicate())

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

    def through(self, link: Field) -> "View":
        return View(self.viewer, self.viewer.target(link.target), f"{self.prefix}{link.column}__")

    def _sight(self, field: Field) -> Sight:
        read, met = self.granted(field.name, Right.READ), self.granted(field.name, Right.MASKED)
        title: tuple[Sight, ...] = ()
        if field.type is LINK:
            there = self.through(field)
            # A link is read or it is not there: an id without its name would be neither.
            read = met = read & there.rows()
            title = there.titles()
        elif "__" in field.column:
            beyond = self._beyond(field)
            read, met = read & beyond.read, met & beyond.met
        return Sight(field, self.entity.model, self.prefix, read, met, title)

    def titles(self) -> tuple[Sight, ...]:
        """What names a record of this kind, as far as it may be seen."""
        every = (self._sight(self.entity.fields[name]) for name in self.entity.title)
        return tuple(sight for sight in every if not sight.hidden)

    def _beyond(self, field: Field) -> Sight:
        """The field of the related kind that a path ends at, on the related records that are seen."""
        step, _, rest = field.column.partition("__")
        link = next(one for one in self.entity.fields.values() if one.type is LINK and one.column == step)
        there = self.through(link)
        end = next(one for one in there.entity.fields.values() if one.column == rest)
        sight, rows = there._sight(end), there.rows() & self.granted(link.name, Right.READ)
        return Sight(end, there.entity.model, there.prefix, sight.read & rows, sight.met & rows)

    def granted(self, name: str, right: Right) -> Where:
        """The seen records on which the lens gives at least `right`, whatever the related kinds say."""
        granted = self.lens.where(name, right)
        if granted and all(any(one <= rows for one in granted) for rows in self.lens.rows):
            return EVERY
        return where(granted, prefix=self.prefix, predicate=self._predicate())

    def _predicate(self) -> Predicate:
        return lambda rows: predicate_of(self.entity, rows, prefix=self.prefix)


def predicate_of(entity: Entity, rows: Rows, *, prefix: str) -> Q:
    """A policy's condition. Whoever wrote it may know all fields: what it lets through is the policy's meaning."""
    look = _unguarded(entity, prefix)
    return compile_filter(text=rows.predicate, today=clock.today(), entity=entity.name, look=look)


def _unguarded(entity: Entity, prefix: str) -> Callable[[str], Sight]:
    def look(name: str) -> Sight:
        field = entity.fields.get(name)
        if field is None:
            raise UnknownField(params={"field": name[:40], "entity": entity.name})
        return Sight(field, entity.model, prefix, EVERY, EVERY)

    return look
