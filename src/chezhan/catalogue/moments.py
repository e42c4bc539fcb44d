"""Moments are compared by days of Asia/Shanghai: a day begins at its midnight and ends where the next begins."""

import datetime as dt
from collections.abc import Sequence

from django.db.models import Q
from django.db.models.lookups import GreaterThanOrEqual, LessThan

from chezhan.catalogue.operators import (
    AFTER,
    BEFORE,
    BETWEEN,
    DURING,
    EQUALS,
    NOT_NULL,
    NULL,
    SINCE,
    UNTIL,
    Expression,
    Operator,
)
from chezhan.kernel.clock import SHANGHAI


def midnight(day: dt.date) -> dt.datetime:
    return dt.datetime.combine(day, dt.time(), SHANGHAI)


def after_midnight(day: dt.date) -> dt.datetime:
    """The midnight that ends `day`."""
    return midnight(day + dt.timedelta(days=1))


def _within(expression: Expression, days: Sequence[dt.date]) -> Q:
    return Q(GreaterThanOrEqual(expression, midnight(days[0]))) & Q(LessThan(expression, after_midnight(days[1])))


def _as(operator: Operator, build) -> Operator:
    return Operator(operator.name, operator.label, operator.takes, build)


MOMENT_OPERATORS = (
    _as(EQUALS, lambda e, days: _within(e, (days[0], days[0]))),
    _as(BEFORE, lambda e, days: Q(LessThan(e, midnight(days[0])))),
    _as(UNTIL, lambda e, days: Q(LessThan(e, after_midnight(days[0])))),
    _as(AFTER, lambda e, days: Q(GreaterThanOrEqual(e, after_midnight(days[0])))),
    _as(SINCE, lambda e, days: Q(GreaterThanOrEqual(e, midnight(days[0])))),
    _as(BETWEEN, _within),
    _as(DURING, _within),
    NULL,
    NOT_NULL,
)
