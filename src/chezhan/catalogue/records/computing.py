"""Formulas and roll-ups: made of what the viewer reads, so that nothing hidden is in them, and compiled to SQL."""

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from django.db.models.expressions import Combinable

from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.expressing import ViewSchema
from chezhan.catalogue.types import BOOLEAN, DATE, DATETIME, FIELD_TYPES, NUMBER, TEXT, FieldType
from chezhan.catalogue.types.kinds import KINDS
from chezhan.expressions import Formula, Kind, build_value, read_formula, resolve
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
