"""Periods named by their distance from today, as people choose them; the language of expressions has their days."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from chezhan.catalogue.labels import Label
from chezhan.expressions.periods import PERIODS as SPANS
from chezhan.expressions.periods import Days


@dataclass(frozen=True, slots=True)
class Period:
    """`days(today)` answers the first and the last day, both included."""

    name: str
    label: Label
    days: Callable[[dt.date], Days]


PERIODS: dict[str, Period] = {
    span.name: Period(span.name, Label(span.zh, span.en), span.days) for span in SPANS.values()
}
