"""How a field is compared. Names are react-querybuilder's; a missing value makes a comparison unknown, so not matched.

Each builds a condition out of an expression and already parsed values. Conditions are expressions and not keyword
lookups: Django then adds no IS NOT NULL of its own under a NOT.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from django.db.models import BooleanField, Func, Q, Value
from django.db.models.expressions import Combinable
from django.db.models.lookups import (
    Exact,
    GreaterThan,
    GreaterThanOrEqual,
    In,
    IsNull,
    LessThan,
    LessThanOrEqual,
)

from chezhan.catalogue.labels import Label

Expression = Combinable
Build = Callable[[Expression, Sequence[Any]], Q]


class Takes(StrEnum):
    """The shape of a rule's value: nothing, one value, a pair, a list, or the name of a period."""

    NOTHING = "nothing"
    ONE = "one"
    PAIR = "pair"
    LIST = "list"
    PERIOD = "period"


@dataclass(frozen=True, slots=True)
class Operator:
    """For PERIOD, `build` gets the first and last day."""

    name: str
    label: Label
    takes: Takes
    build: Build


def ilike(expression: Expression, pattern: str) -> Q:
    """`pattern` is LIKE's; escape what people type with `literal`."""
    return Q(
        Func(
            expression, Value(pattern), template="(%(expressions)s)", arg_joiner=" ILIKE ", output_field=BooleanField()
        )
    )


def literal(text: str) -> str:
    """`text` with LIKE's wildcards taken as themselves."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _between(expression: Expression, values: Sequence[Any]) -> Q:
    return Q(GreaterThanOrEqual(expression, values[0])) & Q(LessThanOrEqual(expression, values[1]))


def _blank(expression: Expression, _: Sequence[Any]) -> Q:
    return Q(IsNull(expression, True)) | Q(Exact(expression, Value("")))


def _one(build: Callable[[Expression, Any], Any]) -> Build:
    return lambda expression, values: Q(build(expression, values[0]))


EQUALS = Operator("=", Label("等于", "is"), Takes.ONE, _one(Exact))
DIFFERS = Operator("!=", Label("不等于", "is not"), Takes.ONE, lambda e, v: ~Q(Exact(e, v[0])))
IN = Operator("in", Label("是其中之一", "is one of"), Takes.LIST, lambda e, v: Q(In(e, list(v))))
NOT_IN = Operator("notIn", Label("不是其中之一", "is none of"), Takes.LIST, lambda e, v: ~Q(In(e, list(v))))
CONTAINS = Operator("contains", Label("包含", "contains"), Takes.ONE, lambda e, v: ilike(e, f"%{literal(v[0])}%"))
LACKS = Operator(
    "doesNotContain", Label("不包含", "does not contain"), Takes.ONE, lambda e, v: ~ilike(e, f"%{literal(v[0])}%")
)
BEGINS = Operator("beginsWith", Label("开头是", "begins with"), Takes.ONE, lambda e, v: ilike(e, f"{literal(v[0])}%"))
ENDS = Operator("endsWith", Label("结尾是", "ends with"), Takes.ONE, lambda e, v: ilike(e, f"%{literal(v[0])}"))
LESS = Operator("<", Label("小于", "is less than"), Takes.ONE, _one(LessThan))
AT_MOST = Operator("<=", Label("不大于", "is at most"), Takes.ONE, _one(LessThanOrEqual))
MORE = Operator(">", Label("大于", "is more than"), Takes.ONE, _one(GreaterThan))
AT_LEAST = Operator(">=", Label("不小于", "is at least"), Takes.ONE, _one(GreaterThanOrEqual))
BETWEEN = Operator("between", Label("介于", "is between"), Takes.PAIR, _between)
NULL = Operator("null", Label("为空", "is empty"), Takes.NOTHING, lambda e, _: Q(IsNull(e, True)))
NOT_NULL = Operator("notNull", Label("不为空", "is not empty"), Takes.NOTHING, lambda e, _: Q(IsNull(e, False)))
BLANK = Operator("null", Label("为空", "is empty"), Takes.NOTHING, _blank)
NOT_BLANK = Operator("notNull", Label("不为空", "is not empty"), Takes.NOTHING, lambda e, v: ~_blank(e, v))
BEFORE = Operator("<", Label("早于", "is before"), Takes.ONE, _one(LessThan))
UNTIL = Operator("<=", Label("不晚于", "is on or before"), Takes.ONE, _one(LessThanOrEqual))
AFTER = Operator(">", Label("晚于", "is after"), Takes.ONE, _one(GreaterThan))
SINCE = Operator(">=", Label("不早于", "is on or after"), Takes.ONE, _one(GreaterThanOrEqual))
DURING = Operator("during", Label("在", "is in"), Takes.PERIOD, _between)
