"""What expressions may name, as one viewer sees it: `Schema` of the expression language, of formulas and filters."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.db.models import QuerySet

from chezhan.catalogue.entity import Related
from chezhan.catalogue.records.comparing import compared
from chezhan.catalogue.records.shares import SHARE, share_compared
from chezhan.catalogue.records.sights import WHOLE, Sight
from chezhan.catalogue.records.talk.comparing import TAGS, tags_compared
from chezhan.catalogue.types import LINK
from chezhan.catalogue.types.kinds import as_kind, kind_of
from chezhan.expressions import Collection, FieldRef, Kind
from chezhan.expressions.kinds import DAYS
from chezhan.kernel.errors import AppError

if TYPE_CHECKING:
    from chezhan.catalogue.records.looking import View


@dataclass(frozen=True)
class ViewSchema:
    """Of formulas: what is calculated with is read; what is sealed or masked may be matched whole."""

    view: "View"

    def field(self, name: str) -> FieldRef | None:
        sight = self.sight(name)
        kind = None if sight is None else kind_of(sight.field)
        if sight is None or kind is None:
            return None
        if sight.read.never or sight.sealed:
            masked = compared(sight)
            return replace(masked, operators=WHOLE & (masked.operators or WHOLE))
        return FieldRef(
            name=name,
            kind=Kind(kind),
            expression=sight.read.value(as_kind(sight.field, sight.value)),
            options=frozenset(option.value for option in sight.field.options) or None,
            # Days and moments are read by the language itself, which knows more ways to write them.
            read=None if kind in DAYS else sight.field.type.parse,
            nullable=sight.nullable,
        )

    def relation(self, name: str) -> "ViewSchema | None":
        sight = self.sight(name)
        if sight is None or sight.field.type is not LINK:
            return None
        return replace(self, view=self.view.beyond(sight.field))

    def collection(self, name: str) -> Collection | None:
        """By the related kind's name, or by `kind_link` where two of its links lead here."""
        for related in self.view.entity.related:
            if name in {related.entity, f"{related.entity}_{related.via}"}:
                return self._collection(related)
        return None

    def sight(self, name: str) -> Sight | None:
        try:
            return self.view.sight(name)
        except AppError:
            return None

    def _collection(self, related: Related) -> Collection | None:
        there = replace(self, view=self.view.of(related.entity))
        link = there.sight(related.via)
        if link is None or link.read.never:
            return None
        return Collection(
            schema=there,
            rows=_rows(there.view, link),
            link=link.field.column,
            anchor=f"{self.view.prefix}pk",
            dated=there.view.entity.sort.removeprefix("-"),
        )


@dataclass(frozen=True)
class FilterSchema(ViewSchema):
    """Of filters: every field is compared by the operators of its type; and the record's own tags, and its place in the
    ranking of one of its figures.
    """

    def field(self, name: str) -> FieldRef | None:
        if name == TAGS and not self.view.prefix:
            return tags_compared(entity=self.view.entity.name)
        sight = self.sight(name.removeprefix(SHARE))
        if sight is None or not sight.field.filterable:
            return None
        if not name.startswith(SHARE):
            return compared(sight)
        return None if self.view.prefix else share_compared(view=self.view, sight=sight)


def _rows(there: "View", link: Sight) -> Callable[[], QuerySet]:
    """The related records that the viewer sees and of which the viewer may know where they lead."""

    def rows() -> QuerySet:
        found = there.seen()
        return found if link.read.always or link.read.q is None else found.filter(link.read.q)

    return rows
