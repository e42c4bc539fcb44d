"""Rules by festivals; and those that leave a record alone for a while after they acted on it."""

import datetime as dt

import pytest

from chezhan.catalogue.occasions.dates import due_days, next_time
from chezhan.catalogue.occasions.festivals import KNOWN
from chezhan.catalogue.occasions.triggers import WhenFestival
from chezhan.engines.rules import tasks
from tests.integration.engines.rules.conftest import CREATED, run, when

UTC = dt.UTC
# 08:30 in Shanghai; the Spring Festival of 2027 is on 6 February.
EVE = dt.datetime(2027, 2, 3, 0, 30, tzinfo=UTC)
DAILY = {"kind": "time", "every": "day", "at": "09:00"}
SAID = {"kind": "comment", "text": "请回访"}


@pytest.fixture
def at(time_machine):
    """at(days, hours): so long after the eve."""
    time_machine.move_to(EVE, tick=False)
    return lambda days=0, hours=0: time_machine.move_to(EVE + dt.timedelta(days=days, hours=hours), tick=False)


def test_a_festival_comes_by_the_lunar_calendar_so_many_days_ahead(manager, at):
    trigger = {"kind": "festival", "festivals": ["spring_festival", "mid_autumn"], "days": 3, "at": "09:00"}
    rule = manager.put(trigger=trigger, condition=when("city", "=", "杭州"), actions=[SAID])
    here, _ = manager.made(name="甲", city="杭州"), manager.made(name="乙", city="北京")
    tasks.follow_the_clock()
    assert manager.log(rule) == []
    at(hours=1)
    tasks.follow_the_clock()
    assert [one["record_id"] for one in manager.log(rule)] == [here["id"]]
    at(days=3, hours=1)
    tasks.follow_the_clock()
    assert len(manager.log(rule)) == 1


def test_the_next_festival_is_found_for_years_and_then_looked_for_daily():
    wishes = WhenFestival(festivals=("spring_festival", "mid_autumn"), days=1, side="before")
    found, after = [], dt.datetime(2027, 1, 1, tzinfo=UTC)
    for _ in range(3):
        after = next_time(wishes, after=after)
        found.append(after.date().isoformat())
    assert found == ["2027-02-05", "2027-09-14", "2028-01-25"]
    later = dt.datetime.combine(KNOWN + dt.timedelta(days=9), dt.time(2), UTC)
    assert next_time(wishes, after=later).date() == KNOWN + dt.timedelta(days=10)
    assert due_days(wishes, since=later, now=later + dt.timedelta(days=3)) == []


def test_a_rule_without_a_festival_is_not_published(manager):
    rule = manager.begin(trigger={"kind": "festival"}, actions=[SAID])
    assert [(one["where"], one["code"]) for one in rule["problems"]] == [("trigger", "trigger_no_festival")]


def test_by_the_clock_a_record_is_left_alone_until_the_days_are_over(manager, at):
    rule = manager.put(trigger=DAILY, actions=[SAID], again_after=30, condition=when("city", "=", "杭州"))
    first = manager.made(name="甲", city="杭州")
    at(hours=1)
    tasks.follow_the_clock()
    second = manager.made(name="乙", city="杭州")
    at(days=29, hours=1)
    tasks.follow_the_clock()
    assert {one["record_id"] for one in manager.log(rule)} == {first["id"], second["id"]}
    assert len(manager.log(rule)) == 2
    at(days=30, hours=1)
    tasks.follow_the_clock()
    assert next(one["record_id"] for one in manager.log(rule)) == first["id"]
    assert len(manager.log(rule)) == 3


def test_by_events_too_and_what_was_refused_does_not_count(manager, at):
    changed = {"kind": "changed", "fields": ["city"]}
    rule = manager.put(trigger=changed, actions=[SAID], again_after=30)
    record = manager.made(name="甲", city="杭州")
    for number, days in enumerate((0, 1, 30)):
        at(days=days)
        manager.change("customer", manager.now(record), city=f"城{number}")
        run()
    assert len(manager.log(rule)) == 2
    odd = {"kind": "set", "fields": [{"field": "gender", "formula": "city"}]}
    other = manager.put("二", trigger=CREATED, actions=[odd], again_after=30)
    manager.made(name="乙", city="杭州")
    run()
    assert [one["outcome"] for one in manager.log(other)] == ["refused"]
