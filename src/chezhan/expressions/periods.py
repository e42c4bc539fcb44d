"""Periods named by their distance from today. Pure: today is given."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

from chezhan.expressions.days import DAY, FIRST, LAST, moved

Days = tuple[dt.date, dt.date]


def month_of(day: dt.date) -> Days:
    """First and last day of the month of `day`."""
    first = day.replace(day=1)
    return first, (first + 32 * DAY).replace(day=1) - DAY


def quarter_of(day: dt.date) -> Days:
    first = day.replace(month=(day.month - 1) // 3 * 3 + 1, day=1)
    return first, month_of(first + 63 * DAY)[1]


def year_of(day: dt.date) -> Days:
    return day.replace(month=1, day=1), day.replace(month=12, day=31)


def week_of(day: dt.date) -> Days:
    """Monday to Sunday."""
    first = day - day.weekday() * DAY
    return first, first + 6 * DAY


def _last_days(count: int) -> Callable[[dt.date], Days]:
    """The `count` days that end today."""
    return lambda today: (today - (count - 1) * DAY, today)


def _before(span: Callable[[dt.date], Days]) -> Callable[[dt.date], Days]:
    """The period before the present one."""
    return lambda today: span(span(today)[0] - DAY)


@dataclass(frozen=True, slots=True)
class Period:
    """`days(today)` answers the first and the last day, both included. `zh`, `en`: as people read it."""

    name: str
    zh: str
    en: str
    days: Callable[[dt.date], Days]


PERIODS: dict[str, Period] = {
    period.name: period
    for period in (
        Period("today", "今天", "today", lambda today: (today, today)),
        Period("yesterday", "昨天", "yesterday", lambda today: (today - DAY, today - DAY)),
        Period("this_week", "本周", "this week", week_of),
        Period("last_week", "上周", "last week", _before(week_of)),
        Period("this_month", "本月", "this month", month_of),
        Period("last_month", "上月", "last month", _before(month_of)),
        Period("this_quarter", "本季度", "this quarter", quarter_of),
        Period("last_quarter", "上季度", "last quarter", _before(quarter_of)),
        Period("this_year", "今年", "this year", year_of),
        Period("last_year", "去年", "last year", _before(year_of)),
        Period("last_7_days", "近 7 天", "last 7 days", _last_days(7)),
        Period("last_30_days", "近 30 天", "last 30 days", _last_days(30)),
        Period("last_90_days", "近 90 天", "last 90 days", _last_days(90)),
        Period("last_365_days", "近一年", "last 365 days", _last_days(365)),
    )
}


COUNTED = re.compile(r"(last|next|before|after)_([1-9]\d{0,3})_(days|months)")
# Of today, the day so far back and the day so far ahead. What lies beyond one of these has no other end.
SPANS: dict[str, Callable[[dt.date, dt.date, dt.date], Days]] = {
    "last": lambda today, back, _: (back + DAY, today),
    "next": lambda today, _, ahead: (today, ahead),
    "before": lambda _, back, __: (FIRST, back),
    "after": lambda _, __, ahead: (ahead, LAST),
}


def period_named(name: str) -> Callable[[dt.date], Days] | None:
    """Its first and its last day, both included, of today; None for what names no period. `last_45_days` ends today,
    `next_45_days` are today and 45 more; `before_45_days` and `after_45_days` are that far away, or farther. So many
    months before the 31st is the last day of a month that is shorter.
    """
    if known := PERIODS.get(name):
        return known.days
    counted = COUNTED.fullmatch(name)
    if counted is None:
        return None
    span, far, unit = SPANS[counted[1]], Decimal(counted[2]), counted[3]
    return lambda today: span(today, moved(today, -far, unit) or FIRST, moved(today, far, unit) or LAST)
