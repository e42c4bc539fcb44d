"""A store's working time as a value, and what can be reckoned with it. Pure: no clock, no tables."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from zoneinfo import ZoneInfo

from chezhan.catalogue.worktime.holidays import OFF, WORKED_WEEKENDS, Holiday
from chezhan.kernel.clock import SHANGHAI
from chezhan.kernel.errors import Invalid

# Who is closed for longer in one go has no working time.
LONGEST_CLOSED = 400
DAY = 24 * 60
MINUTE = dt.timedelta(minutes=1)
# From and to, in minutes from midnight by the clock on the wall; in order, apart from each other.
Span = tuple[int, int]
Spans = tuple[Span, ...]
Interval = tuple[dt.datetime, dt.datetime]


class NoWorkingTime(Invalid):
    code = "worktime_none"
    message = "By its working hours the store is closed for years; look at the settings of working time."


@dataclass(frozen=True)
class WorkCalendar:
    """`week`: seven entries, Monday first. `closed_on`: the public holidays that the store keeps. `makes_up`: a weekend
    that the State Council declares a working day is worked as a Monday, where the store has that day off otherwise.
    `days`: its own exceptions, which go before all others; no spans for a day off.
    """

    week: tuple[Spans, ...]
    closed_on: frozenset[Holiday] = frozenset()
    makes_up: bool = False
    days: Mapping[dt.date, Spans] = field(default_factory=dict)
    zone: ZoneInfo = SHANGHAI

    def spans_of(self, day: dt.date) -> Spans:
        if day in self.days:
            return self.days[day]
        if OFF.get(day) in self.closed_on:
            return ()
        usual = self.week[day.weekday()]
        return self.week[0] if not usual and self.makes_up and day in WORKED_WEEKENDS else usual

    def is_workday(self, day: dt.date) -> bool:
        return bool(self.spans_of(day))

    def add_working(self, start: dt.datetime, minutes: int) -> dt.datetime:
        """The moment after so many minutes of working time, an aware instant in UTC; of 0 minutes the first moment of
        working time from `start` on. Raises NoWorkingTime."""
        left = minutes * MINUTE
        for begins, ends in self._intervals(start, None):
            if begins + left < ends or (left and begins + left == ends):
                return begins + left
            left -= ends - begins
        raise NoWorkingTime

    def add_workdays(self, day: dt.date, count: int) -> dt.date:
        """The `count`th working day after `day`; of 0 the first from `day` itself on. Raises NoWorkingTime."""
        one = day + dt.timedelta(days=1) if count else day
        for found in self._workdays(one):
            count -= 1
            if count <= 0:
                return found
        raise NoWorkingTime

    def end_of_workday(self, day: dt.date) -> dt.datetime:
        """When the store closes on a working day. Raises NoWorkingTime for another."""
        spans = self.spans_of(day)
        if not spans:
            raise NoWorkingTime
        return self._instant(day, spans[-1][1])

    def working_minutes_between(self, start: dt.datetime, end: dt.datetime) -> int:
        """Whole minutes; 0 when `end` is not after `start`."""
        if end <= start:
            return 0
        total = sum((ends - begins for begins, ends in self._intervals(start, end)), dt.timedelta())
        return total // MINUTE

    def _intervals(self, start: dt.datetime, end: dt.datetime | None) -> Iterator[Interval]:
        """The working time from `start` on, up to `end`, in order, as instants."""
        for day in self._workdays(start.astimezone(self.zone).date()):
            for one in self.spans_of(day):
                begins, ends = (self._instant(day, minute) for minute in one)
                if end is not None and begins >= end:
                    return
                if start < ends:
                    yield max(begins, start), ends if end is None else min(ends, end)

    def _workdays(self, day: dt.date) -> Iterator[dt.date]:
        """From `day` on; ends where none is found for too long."""
        closed = 0
        while closed < LONGEST_CLOSED:
            closed = 0 if self.is_workday(day) else closed + 1
            if not closed:
                yield day
            day += dt.timedelta(days=1)

    def _instant(self, day: dt.date, minute: int) -> dt.datetime:
        days, rest = divmod(minute, DAY)
        wall = dt.time(rest // 60, rest % 60)
        return dt.datetime.combine(day + dt.timedelta(days=days), wall, self.zone).astimezone(dt.UTC)


# Dealers and repair shops of the trade open all week, nine to six, and on most holidays, which are their busy days;
# they close for the Spring Festival. A store says otherwise in its settings.
USUAL = WorkCalendar(week=(((9 * 60, 18 * 60),),) * 7, closed_on=frozenset({"spring_festival"}))
