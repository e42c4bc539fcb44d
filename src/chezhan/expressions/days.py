"""Days and moments. A moment belongs to the day that it is in Asia/Shanghai; days go from 1000 to 9998."""

import calendar
import datetime as dt
from decimal import Decimal
from typing import Any

from chezhan.expressions.errors import InvalidExpression
from chezhan.kernel.clock import SHANGHAI

FIRST, LAST = dt.date(1000, 1, 1), dt.date(9998, 12, 31)
DAY = dt.timedelta(days=1)
# How far a date is moved at most; beyond, the result is null.
REACH = {"days": 1_000_000, "weeks": 140_000, "months": 30_000, "years": 2_500}


def midnight(day: dt.date) -> dt.datetime:
    """The instant at which `day` begins."""
    return dt.datetime.combine(day, dt.time(), SHANGHAI)


def after_midnight(day: dt.date) -> dt.datetime:
    """The instant at which the day after `day` begins."""
    return midnight(day + DAY)


def day_of(value: dt.date | dt.datetime) -> dt.date:
    return value.astimezone(SHANGHAI).date() if isinstance(value, dt.datetime) else value


def within_reach(day: dt.date) -> dt.date | None:
    return day if FIRST <= day <= LAST else None


def moved(day: dt.date, amount: Decimal, unit: str) -> dt.date | None:
    """`amount` without its fraction; the last day of a month stays within it. Null beyond REACH or FIRST to LAST."""
    count = int(amount)
    if abs(count) > REACH[unit]:
        return None
    try:
        if unit in ("days", "weeks"):
            return within_reach(day + count * (7 if unit == "weeks" else 1) * DAY)
        months = day.year * 12 + day.month - 1 + count * (12 if unit == "years" else 1)
        year, month = months // 12, months % 12 + 1
        return within_reach(dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1])))
    except (OverflowError, ValueError):
        return None


def days_between(one: dt.date, other: dt.date) -> int:
    return (one - other).days


def months_between(one: dt.date, other: dt.date) -> int:
    """Whole months from `other` to `one`, negative backwards."""
    hundreds = _hundreds(one) - _hundreds(other)
    return hundreds // 100 if hundreds >= 0 else -(-hundreds // 100)


def years_between(one: dt.date, other: dt.date) -> int:
    months = months_between(one, other)
    return months // 12 if months >= 0 else -(-months // 12)


def _hundreds(day: dt.date) -> int:
    """Days can be subtracted beside months: none has more than 31."""
    return (day.year * 12 + day.month) * 100 + day.day


def read_date(value: Any) -> dt.date:
    """A day as `2024-01-31`. Raises InvalidExpression."""
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        day = value
    else:
        day = _parsed(dt.date.fromisoformat, value, length=10)
    if within_reach(day) is None:
        raise InvalidExpression(f"A date lies between {FIRST} and {LAST}.")
    return day


def read_moment(value: Any) -> dt.datetime:
    """As `2024-01-31T10:30:00+08:00`. Without an offset it is a time in Shanghai. Raises InvalidExpression."""
    moment = value if isinstance(value, dt.datetime) else _parsed(dt.datetime.fromisoformat, value, length=40)
    if within_reach(moment.date()) is None:
        raise InvalidExpression(f"A date lies between {FIRST} and {LAST}.")
    return moment if moment.tzinfo else moment.replace(tzinfo=SHANGHAI)


def _parsed(parse, value: Any, *, length: int) -> Any:
    if not isinstance(value, str) or not 10 <= len(value) <= length:
        raise InvalidExpression("A date is written as 2024-01-31, a moment as 2024-01-31T10:30:00+08:00.")
    try:
        return parse(value)
    except ValueError:
        raise InvalidExpression("A date is written as 2024-01-31, a moment as 2024-01-31T10:30:00+08:00.") from None
