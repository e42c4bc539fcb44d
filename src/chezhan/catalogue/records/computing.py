"""Formulas and roll-ups: made of what the viewer reads, so that nothing hidden is in them, and compiled to SQL."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models import QuerySet
from django.db.models.expressions import Combinable

from chezhan.catalogue.entity import Field, Related
from chezhan.catalogue.records.sights import WHOLE, Sight
from chezhan.catalogue.types import BOOLEAN, DATE, DATETIME, FIELD_TYPES, LINK, NUMBER, TEXT, FieldType
from chezhan.catalogue.types.kinds import KINDS, as_kind, kind_of
from chezhan.expressions import Collection, FieldRef, Formula, Kind, build_value, read_formula, resolve
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

if TYPE_CHECKING:
    from chezhan.catalogue.records.looking import View

# How a value of each kind is shown, compared and sorted by; what is of another kind is no field.
TYPE_OF: dict[Kind, FieldType] = {
    Kind.TEXT: TEXT,
    Kind.CHOICE: TEXT,
    Kind.NUMBER: NUMBER,
    Kind.BOOLEAN: BOOLEAN,
    Kind.DATE: DATE,
    Kind.DATETIME: DATETIME,
}
# What a formula may be told to answer, and of which kind it must be for that.
RESULTS: dict[str, Kind] = {
    name: Kind(KINDS[name] or "")
    for name in ("number", "integer", "money", "percent", "rating", "text", "date", "datetime", "boolean")
}


@dataclass(frozen=True, slots=True)
class Computed:
    """`field`: as it is shown, of the type of its result."""

    field: Field
    expression: Combinable


def compute(field: Field, view: "View") -> Computed | None:
    """None for a formula that can't be made of what the viewer sees."""
    try:
        formula, told = read_kept(field.formula), field.settings.result
        now = view.viewer.minute or clock.now()
        kind = RESULTS[told] if told else None
        typed = resolve(formula.expression, ViewSchema(view), today=clock.today(), now=now, kind=kind)
        result = FIELD_TYPES[told] if told else TYPE_OF[typed.kind]
        return Computed(replace(field, type=result), build_value(typed))
    except (AppError, KeyError):
        return None


@lru_cache(maxsize=2048)
def read_kept(text: str) -> Formula:
    """Raises as read_formula."""
    return read_formula(text)


@dataclass(frozen=True)
class ViewSchema:
    """What an expression may name, as one viewer sees it: `Schema` of the expression language."""

    view: "View"

    def field(self, name: str) -> FieldRef | None:
        sight = self._sight(name)
        kind = None if sight is None else kind_of(sight.field)
        if sight is None or kind is None:
            return None
        if sight.read.never or sight.sealed:
            return self._masked(sight, Kind(kind))
        return FieldRef(
            name=name,
            kind=Kind(kind),
            expression=sight.read.value(as_kind(sight.field, sight.value)),
            options=frozenset(option.value for option in sight.field.options) or None,
            read=sight.field.type.parse,
            nullable=sight.nullable,
        )

    def relation(self, name: str) -> "ViewSchema | None":
        sight = self._sight(name)
        if sight is None or sight.field.type is not LINK:
            return None
        return ViewSchema(self.view.beyond(sight.field))

    def collection(self, name: str) -> Collection | None:
        """By the related kind's name, or by `kind_link` where two of its links lead here."""
        for related in self.view.entity.related:
            if name in {related.entity, f"{related.entity}_{related.via}"}:
                return self._collection(related)
        return None

    def _sight(self, name: str) -> Sight | None:
        try:
            return self.view.sight(name)
        except AppError:
            return None

    @staticmethod
    def _masked(sight: Sight, kind: Kind) -> FieldRef:
        """May be asked whether it is this one, and nothing be made of it."""

        def condition(operator: str, values: object) -> object:
            found = sight.field.type.operator(operator)
            return sight.condition(found, values) if found else None  # type: ignore[arg-type]

        return FieldRef(
            name=sight.field.name,
            kind=kind,
            expression=sight.met.value(sight.value),
            operators=WHOLE,
            read=sight.field.type.parse,
            condition=condition,
        )

    def _collection(self, related: Related) -> Collection | None:
        there = self.view.of(related.entity)
        link = ViewSchema(there)._sight(related.via)
        if link is None or link.read.never:
            return None
        return Collection(
            schema=ViewSchema(there),
            rows=_rows(there, link),
            link=link.field.column,
            anchor=f"{self.view.prefix}pk",
            dated=there.entity.sort.removeprefix("-"),
        )


def _rows(there: "View", link: Sight) -> Callable[[], QuerySet]:
    """The related records that the viewer sees and of which the viewer may know where they lead."""

    def rows() -> QuerySet:
        found = there.seen()
        return found if link.read.always or link.read.q is None else found.filter(link.read.q)

    return rows
