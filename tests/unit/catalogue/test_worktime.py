"""Working time adds up: whatever is added lies between, in working time and not outside it."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chezhan.catalogue.worktime.calendar import USUAL, NoWorkingTime, WorkCalendar
from chezhan.catalogue.worktime.holidays import HOLIDAYS, OFF, WORKED_WEEKENDS
from chezhan.kernel.clock import SHANGHAI

OFFICE = WorkCalendar(week=(((540, 720), (810, 1080)),) * 5 + ((),) * 2, closed_on=frozenset(HOLIDAYS), makes_up=True)
spans = st.lists(st.integers(0, 1440), min_size=0, max_size=6, unique=True).map(
    lambda cuts: tuple(zip(sorted(cuts)[::2], sorted(cuts)[1::2], strict=False))
)
days = st.dates(dt.date(2025, 11, 1), dt.date(2028, 2, 1))
calendars = st.builds(
    WorkCalendar,
    week=st.lists(spans, min_size=7, max_size=7).filter(any).map(tuple),
    closed_on=st.frozensets(st.sampled_from(HOLIDAYS)),
    makes_up=st.booleans(),
    days=st.dictionaries(days, spans, max_size=3),
)
moments = st.datetimes(dt.datetime(2025, 11, 1), dt.datetime(2028, 2, 1), timezones=st.just(dt.UTC))  # noqa: DTZ001


def at(text: str) -> dt.datetime:
    return dt.datetime.fromisoformat(text).replace(tzinfo=SHANGHAI)


@settings(max_examples=150, deadline=None)
@given(calendars, moments, st.integers(0, 5_000))
def test_between_a_start_and_what_is_added_to_it_lies_just_that(calendar, start, minutes):
    end = calendar.add_working(start, minutes)
    assert end >= start
    assert calendar.working_minutes_between(start, end) == minutes


@settings(max_examples=150, deadline=None)
@given(calendars, moments, st.integers(0, 2_000), st.integers(0, 2_000))
def test_adding_twice_is_adding_the_sum(calendar, start, one, two):
    # Adding nothing goes on to the next opening, which adding something does not.
    assert not two or calendar.add_working(calendar.add_working(start, one), two) == calendar.add_working(
        start, one + two
    )


@settings(max_examples=150, deadline=None)
@given(calendars, st.lists(moments, min_size=3, max_size=3))
def test_parts_of_a_time_add_up_to_the_whole(calendar, three):
    first, middle, last = sorted(one.replace(second=0, microsecond=0) for one in three)
    parts = calendar.working_minutes_between(first, middle), calendar.working_minutes_between(middle, last)
    assert sum(parts) == calendar.working_minutes_between(first, last)
    assert calendar.working_minutes_between(last, first) == 0 or first == last


@settings(max_examples=150, deadline=None)
@given(calendars, days, st.integers(1, 60))
def test_so_many_working_days_lie_up_to_the_one_that_is_reached(calendar, day, count):
    reached = calendar.add_workdays(day, count)
    after = [day + dt.timedelta(days=n) for n in range(1, (reached - day).days + 1)]
    assert calendar.is_workday(reached)
    assert sum(map(calendar.is_workday, after)) == count


@pytest.mark.parametrize(
    ("calendar", "start", "minutes", "end"),
    [
        (USUAL, "2026-11-22T17:50", 30, "2026-11-23T09:20"),
        (USUAL, "2026-11-22T03:00", 0, "2026-11-22T09:00"),
        (USUAL, "2026-11-22T17:30", 30, "2026-11-22T18:00"),
        # over the lunch hour, over a weekend, over the National Day's week, which a weekend makes up for
        (OFFICE, "2026-11-20T11:50", 30, "2026-11-20T13:50"),
        (OFFICE, "2026-11-20T17:50", 30, "2026-11-23T09:20"),
        (OFFICE, "2026-09-30T17:50", 30, "2026-10-08T09:20"),
        (OFFICE, "2026-10-09T17:50", 30, "2026-10-10T09:20"),
    ],
)
def test_working_time_of_known_days(calendar, start, minutes, end):
    assert calendar.add_working(at(start), minutes) == at(end)


def test_a_store_of_the_trade_is_open_on_holidays_but_for_the_spring_festival():
    assert USUAL.is_workday(dt.date(2026, 10, 1))
    assert not USUAL.is_workday(dt.date(2026, 2, 17))


def test_a_day_of_ones_own_goes_before_holidays_and_hours():
    calendar = WorkCalendar(
        week=USUAL.week,
        closed_on=USUAL.closed_on,
        days={
            dt.date(2026, 2, 17): ((600, 660),),
            dt.date(2026, 11, 22): (),
        },
    )
    assert calendar.spans_of(dt.date(2026, 2, 17)) == ((600, 660),)
    assert not calendar.is_workday(dt.date(2026, 11, 22))


def test_who_never_opens_has_no_working_time():
    closed = WorkCalendar(week=((),) * 7)
    with pytest.raises(NoWorkingTime):
        closed.add_working(at("2026-11-22T09:00"), 1)
    with pytest.raises(NoWorkingTime):
        closed.add_workdays(dt.date(2026, 1, 1), 1)


def test_no_weekend_is_both_a_holiday_and_worked():
    assert not OFF.keys() & WORKED_WEEKENDS
    assert {day.weekday() for day in WORKED_WEEKENDS} <= {5, 6}
