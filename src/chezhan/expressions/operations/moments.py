"""Days and moments compared and counted; a moment stands for its day in Shanghai, and beside another for itself."""

import datetime as dt
from typing import Any

from chezhan.expressions import days
from chezhan.expressions.days import FIRST, LAST, REACH, after_midnight, day_of, midnight
from chezhan.expressions.kinds import Kind
from chezhan.expressions.numbers import as_decimal
from chezhan.expressions.sql import constant, day, number, truth, within
from chezhan.expressions.typed import Operation

LOCAL = "({} AT TIME ZONE 'Asia/Shanghai')"
DAY_OF = Operation("day", day_of, lambda a: day(f"{LOCAL}::date", a))


def within_days(first: dt.date | None, last: dt.date | None) -> Operation:
    """Whether a moment is in these days, both included, or from the one on, or up to the other. In a form that an
    index of moments serves."""
    bounds = []
    if first:
        bounds.append(("({} >= {})", midnight(first)))
    if last:
        bounds.append(("({} < {})", after_midnight(last)))

    def run(value: dt.datetime) -> bool:
        there = day_of(value)
        return (first is None or there >= first) and (last is None or there <= last)

    def build(value: Any) -> Any:
        parts = [part for _, at in bounds for part in (value, constant(at, Kind.DATETIME))]
        return truth(f"({' AND '.join(shape for shape, _ in bounds)})", *parts)

    return Operation("during", run, build)


MOVE = {
    "days": "make_interval(days => {})", "weeks": "make_interval(weeks => {})",
    "months": "make_interval(months => {})", "years": "make_interval(years => {})",
}  # fmt: skip


def move(unit: str) -> Operation:
    limit = REACH[unit]
    amount = within(f"{-limit - 1}::numeric", f"{limit + 1}::numeric", "trunc(({})::numeric)") + "::int"
    before, behind = f"'{FIRST - days.DAY}'::date", f"'{LAST + days.DAY}'::date"
    shape = within(before, behind, f"(({{}}) + {MOVE[unit].format(amount)})::date")
    return Operation("dateadd", lambda a, n: days.moved(a, n, unit), lambda a, n: day(shape, a, n))


MONTHS = (
    "(SELECT trunc((((extract(year from x_a) * 12 + extract(month from x_a)) * 100 + extract(day from x_a))"
    " - ((extract(year from x_b) * 12 + extract(month from x_b)) * 100 + extract(day from x_b)))"
    " / {over}) FROM (SELECT {{}} AS x_a, {{}} AS x_b OFFSET 0) x_of)"
)
BETWEEN_SHAPES = {
    "days": "({} - {})::numeric",
    "weeks": "trunc(({} - {})::numeric / 7)",
    "months": MONTHS.format(over=100),
    "years": f"trunc({MONTHS.format(over=100)} / 12)",
}
BETWEEN_RUNS = {
    "days": days.days_between,
    "weeks": lambda a, b: int(days.days_between(a, b) / 7),
    "months": days.months_between,
    "years": days.years_between,
}


def difference(unit: str) -> Operation:
    run = BETWEEN_RUNS[unit]
    return Operation("datediff", lambda a, b: as_decimal(run(a, b)), lambda a, b: number(BETWEEN_SHAPES[unit], a, b))


def part(name: str) -> Operation:
    """year, month, day or weekday (1 is Monday)."""
    if name == "weekday":
        return Operation(name, lambda a: as_decimal(a.isoweekday()), lambda a: number("extract(isodow from {})", a))
    return Operation(name, lambda a: as_decimal(getattr(a, name)), lambda a: number(f"extract({name} from {{}})", a))
