"""A comparison: which operator fits, and what its values mean."""

import datetime as dt
from collections.abc import Sequence
from typing import Any

from chezhan.expressions.ast import TAKES
from chezhan.expressions.days import DAY
from chezhan.expressions.errors import InvalidValue, UnknownOperator
from chezhan.expressions.fitting import fit, unify
from chezhan.expressions.kinds import DAYS, Kind
from chezhan.expressions.operations import comparing
from chezhan.expressions.operations.logic import NOT
from chezhan.expressions.operations.moments import within_days
from chezhan.expressions.periods import PERIODS, period_named
from chezhan.expressions.typed import Apply, Constant, Read, Restricted, Typed
from chezhan.kernel.errors import AppError

EQUALITY = ("=", "!=", "in", "notIn")
ORDER = ("<", "<=", ">", ">=", "between")
EMPTINESS = ("null", "notNull")
SEARCH = ("contains", "doesNotContain", "beginsWith", "endsWith")
OPERATORS: dict[Kind, tuple[str, ...]] = {
    Kind.TEXT: (*EQUALITY, *SEARCH, *ORDER, *EMPTINESS),
    Kind.NUMBER: (*EQUALITY, *ORDER, *EMPTINESS),
    Kind.BOOLEAN: ("=", "!=", *EMPTINESS),
    Kind.DATE: ("during", *EQUALITY, *ORDER, *EMPTINESS),
    Kind.DATETIME: ("during", *EQUALITY, *ORDER, *EMPTINESS),
    Kind.CHOICE: (*EQUALITY, *EMPTINESS),
    Kind.ID: (*EQUALITY, *EMPTINESS),
    Kind.LIST: ("contains", "doesNotContain", "in", "notIn", *EMPTINESS),
    Kind.NULL: (),
}
COUNTS = {"null": 0, "notNull": 0, "between": 2}


def compare(left: Typed, operator: str, values: Sequence[Typed], *, today: dt.date) -> Typed:
    """`values`: those of a list one by one; of `during` the name of the period as a text.

    Raises UnknownOperator, InvalidValue or KindMismatch.
    """
    ref = left.ref if isinstance(left, Read) else None
    if ref and ref.title and operator in SEARCH:
        left = Read(ref.title, (*left.steps[:-1], ref.title.name)) if isinstance(left, Read) else left
        ref = ref.title
    allowed = OPERATORS[left.kind]
    if ref and ref.operators is not None:
        allowed = tuple(name for name in allowed if name in ref.operators)
    if operator not in allowed:
        params = {"field": _name(left), "operator": operator, "fits": " ".join(allowed)}
        raise UnknownOperator(
            f"{_name(left)} can't be compared by {operator}; it takes: {' '.join(allowed)}.", params=params
        )
    written_out = all(isinstance(one, Constant) for one in values)
    if ref and ref.opaque and not written_out:
        raise InvalidValue("This field is compared with values written out.", params=_params(left, operator))
    values = [_meant(left, operator, value) for value in values]
    plain = _plain(left, operator, values, today=today)
    if ref and ref.condition and written_out:
        written = [one.value for one in values if isinstance(one, Constant)]
        given = _period(left, values)(today) if operator == "during" else written
        return Restricted(ref.condition, operator, tuple(given), plain)
    return plain


def _plain(left: Typed, operator: str, values: Sequence[Typed], *, today: dt.date) -> Typed:
    what = f"{_name(left)} {operator}"
    if operator in EMPTINESS:
        return _truth(comparing.emptiness(operator, left.kind), left)
    if operator == "during":
        first, last = _period(left, values)(today)
        return _ordered(left, "between", [Constant(first, Kind.DATE), Constant(last, Kind.DATE)], what=what)
    if left.kind is Kind.LIST:
        return _of_list(left, operator, [fit(one, Kind.TEXT, what=what) for one in values])
    if operator in SEARCH:
        return _search(left, operator, fit(values[0], Kind.TEXT, what=what))
    return _ordered(left, operator, values, what=what)


def _of_list(left: Typed, operator: str, items: Sequence[Typed]) -> Typed:
    operation = comparing.HAS_ITEM if operator in ("contains", "doesNotContain") else comparing.HAS_ANY
    found = _truth(operation, left, *items)
    return _truth(NOT, found) if operator in ("doesNotContain", "notIn") else found


def _ordered(left: Typed, operator: str, values: Sequence[Typed], *, what: str) -> Typed:
    (first, *others), kind = unify([left, *values], what=what)
    if operator in ("in", "notIn"):
        return _truth(comparing.IN if operator == "in" else comparing.NOT_IN, first, *others)
    if kind is Kind.DATE and left.kind is Kind.DATETIME and isinstance(left, Read):
        dates = [one.value for one in others if isinstance(one, Constant) and one.value is not None]
        if len(dates) == len(others):
            return _on_days(left, operator, dates)
    return _truth(comparing.comparison(operator, kind), first, *others)


def _on_days(left: Typed, operator: str, dates: Sequence[dt.date]) -> Typed:
    """A moment compared with days that are known: as the instants at which these begin and end."""
    span = {
        "<": (None, dates[0] - DAY),
        "<=": (None, dates[0]),
        ">": (dates[0] + DAY, None),
        ">=": (dates[0], None),
    }.get(operator, (dates[0], dates[-1]))
    found = _truth(within_days(*span), left)
    return _truth(NOT, found) if operator == "!=" else found


def _search(left: Typed, operator: str, part: Typed) -> Typed:
    name = "contains" if operator == "doesNotContain" else operator
    search = comparing.SEARCHED[name]
    if isinstance(part, Constant) and part.value is not None:
        found = _truth(search.for_part(name, part.value), left)
    else:
        found = _truth(search.for_any(name), left, part)
    return _truth(NOT, found) if operator == "doesNotContain" else found


def _truth(operation: Any, *arguments: Typed) -> Typed:
    return Apply(operation, arguments, Kind.BOOLEAN)


def _meant(left: Typed, operator: str, value: Typed) -> Typed:
    """A value written out, as the field reads it."""
    if not isinstance(left, Read) or not isinstance(value, Constant) or operator == "during":
        return value
    if value.value is None:
        raise InvalidValue("Nothing equals null; ask whether the field is null.", params=_params(left, operator))
    kind = Kind.TEXT if left.kind is Kind.LIST or operator in SEARCH else left.kind
    try:
        # A day or a moment that is written as such, or that a period begins with, is read already.
        if left.ref.read and value.kind not in DAYS:
            return Constant(left.ref.read(value.value), kind)
        if left.ref.options is not None and value.value not in left.ref.options:
            raise ValueError("none of the options")
        if left.kind is Kind.DATETIME and value.kind is Kind.DATE:
            return value
        return fit(value, kind, what=left.ref.name)
    except (ValueError, TypeError, KeyError, ArithmeticError, AppError):
        raise InvalidValue(params=_params(left, operator)) from None


def _period(left: Typed, values: Sequence[Typed]) -> Any:
    named = values[0].value if isinstance(values[0], Constant) else None
    found = period_named(named) if isinstance(named, str) else None
    if found is None:
        told = f"Periods are: {' '.join(PERIODS)}, and last, next, before or after_<number>_days or _months."
        raise InvalidValue(told, params=_params(left, "during"))
    return found


def _name(left: Typed) -> str:
    return ".".join(left.steps) if isinstance(left, Read) else str(left.kind)


def _params(left: Typed, operator: str) -> dict[str, str]:
    return {"field": _name(left), "operator": operator, "takes": TAKES.get(operator, "one"), "type": str(left.kind)}
