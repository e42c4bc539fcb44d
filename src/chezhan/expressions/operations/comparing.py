"""Comparisons by name. A null on either side makes the result null, but for null and notNull themselves."""

import operator as py
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chezhan.expressions.kinds import TEXTUAL, Kind
from chezhan.expressions.operations.folding import lower
from chezhan.expressions.sql import BY_CODE_POINT, constant, listed, truth
from chezhan.expressions.typed import Operation

ORDER: dict[str, Callable[[Any, Any], bool]] = {"<": py.lt, "<=": py.le, ">": py.gt, ">=": py.ge}


def _pair(name: str, run: Callable[[Any, Any], bool], shape: str) -> Operation:
    return Operation(name, run, lambda a, b: truth(shape, a, b))


EQUAL = _pair("=", py.eq, "({} = {})")
DIFFERENT = _pair("!=", py.ne, "({} <> {})")
ORDERED = {name: _pair(name, run, f"({{}} {name} {{}})") for name, run in ORDER.items()}
ORDERED_TEXTS = {name: _pair(name, run, f"({BY_CODE_POINT} {name} {BY_CODE_POINT})") for name, run in ORDER.items()}
BETWEEN_CODE_POINTS = f"({BY_CODE_POINT} BETWEEN {BY_CODE_POINT} AND {BY_CODE_POINT})"


def _between(value: Any, low: Any, high: Any) -> bool | None:
    """Below a low end it is not between, whether or not there is a high one."""
    ends = [None if value is None or low is None else value >= low, None if None in (value, high) else value <= high]
    return False if False in ends else None if None in ends else True


BETWEEN = Operation("between", _between, lambda v, a, b: truth("({} BETWEEN {} AND {})", v, a, b), strict=False)
BETWEEN_TEXTS = Operation("between", _between, lambda v, a, b: truth(BETWEEN_CODE_POINTS, v, a, b), strict=False)


def comparison(name: str, kind: Kind) -> Operation:
    """=, !=, <, <=, >, >= and between, of two or three values of one kind."""
    if name in ("=", "!="):
        return EQUAL if name == "=" else DIFFERENT
    if name == "between":
        return BETWEEN_TEXTS if kind in TEXTUAL else BETWEEN
    return (ORDERED_TEXTS if kind in TEXTUAL else ORDERED)[name]


IN = Operation("in", lambda v, *a: v in a, lambda v, *a: truth(f"({{}} IN ({listed(len(a))}))", v, *a))
NOT_IN = Operation("notIn", lambda v, *a: v not in a, lambda v, *a: truth(f"({{}} NOT IN ({listed(len(a))}))", v, *a))

NULL = Operation("null", lambda v: v is None, lambda v: truth("({} IS NULL)", v), strict=False)
NOT_NULL = Operation("notNull", lambda v: v is not None, lambda v: truth("({} IS NOT NULL)", v), strict=False)
# A text that was left empty is as empty as one that is not there.
BLANK = Operation("null", lambda v: not v, lambda v: truth("(NULLIF({}, '') IS NULL)", v), strict=False)
NOT_BLANK = Operation("notNull", bool, lambda v: truth("(NULLIF({}, '') IS NOT NULL)", v), strict=False)
NO_ITEMS = Operation("null", lambda v: not v, lambda v: truth("(COALESCE(cardinality({}), 0) = 0)", v), strict=False)
SOME_ITEMS = Operation("notNull", bool, lambda v: truth("(COALESCE(cardinality({}), 0) > 0)", v), strict=False)


def emptiness(name: str, kind: Kind) -> Operation:
    if kind is Kind.LIST:
        return NO_ITEMS if name == "null" else SOME_ITEMS
    if kind in TEXTUAL:
        return BLANK if name == "null" else NOT_BLANK
    return NULL if name == "null" else NOT_NULL


def literal(text: str) -> str:
    """`text` with LIKE's wildcards taken as themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


@dataclass(frozen=True)
class Search:
    """Capitals and small letters are alike. A part that is known serves an index; another is looked for."""

    run: Callable[[str, str], bool]
    pattern: str
    shape: str

    def for_part(self, name: str, part: str) -> Operation:
        wanted, like = lower(part), self.pattern.format(literal(part))
        return Operation(
            name, lambda a: self.run(lower(a), wanted), lambda a: truth("({} ILIKE {})", a, constant(like, Kind.TEXT))
        )

    def for_any(self, name: str) -> Operation:
        return Operation(name, lambda a, b: self.run(lower(a), lower(b)), lambda a, b: truth(self.shape, a, b))


SEARCHED = {
    "contains": Search(lambda whole, part: part in whole, "%{}%", "(strpos(lower({}), lower({})) > 0)"),
    "beginsWith": Search(str.startswith, "{}%", "starts_with(lower({}), lower({}))"),
    "endsWith": Search(str.endswith, "%{}", "starts_with(reverse(lower({})), reverse(lower({})))"),
}

HAS_ITEM = Operation("contains", lambda v, a: a in v, lambda v, a: truth("({} @> ARRAY[{}]::text[])", v, a))
HAS_ANY = Operation(
    "in",
    lambda v, *a: any(one in v for one in a),
    lambda v, *a: truth(f"({{}} && ARRAY[{listed(len(a))}]::text[])", v, *a),
)
