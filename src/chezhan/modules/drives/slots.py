"""Which times are free. Pure: no clock, no tables."""

import datetime as dt
from collections.abc import Iterable, Sequence

from chezhan.catalogue.worktime.calendar import WorkCalendar
from chezhan.kernel.clock import SHANGHAI

LENGTH, STEP = dt.timedelta(minutes=60), dt.timedelta(minutes=30)
LONGEST = dt.timedelta(hours=10)
Interval = tuple[dt.datetime, dt.datetime]


def free_slots(
    *,
    calendar: WorkCalendar,
    day: dt.date,
    busy: Iterable[Interval],
    after: dt.datetime,
    length: dt.timedelta = LENGTH,
) -> list[Interval]:
    """Of the day's working time, every half hour, what begins after `after` and meets none of `busy`."""
    taken, found = list(busy), []
    for begins, ends in opening(calendar=calendar, day=day):
        start = begins
        while start + length <= ends:
            if start > after and not any(start < till and since < start + length for since, till in taken):
                found.append((start, start + length))
            start += STEP
    return found


def opening(*, calendar: WorkCalendar, day: dt.date) -> list[Interval]:
    """When the store is open that day, as instants."""
    midnight = dt.datetime.combine(day, dt.time(), SHANGHAI)
    return [
        (midnight + dt.timedelta(minutes=begins), midnight + dt.timedelta(minutes=ends))
        for begins, ends in calendar.spans_of(day)
    ]


def as_words(slots: Sequence[Interval]) -> str:
    """`09:00, 10:30` of one day, as its clock on the wall shows them."""
    return ", ".join(f"{start.astimezone(SHANGHAI):%H:%M}" for start, _ in slots)
