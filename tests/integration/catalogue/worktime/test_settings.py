"""The manager says when the store works; all see it, and nobody writes over what somebody else said meanwhile."""

import datetime as dt

import pytest

from chezhan.catalogue.worktime.services import present_calendar
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import Colleague

WORKTIME = "/api/store/worktime"


@pytest.fixture
def colleague(sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def said(**values):
    return {"version": 0, "week": [[[540, 1080]]] * 7, "closed_on": [], "makes_up": False, "days": []} | values


def test_without_a_word_the_usual_of_the_trade_holds(colleague):
    told = colleague("advisor").ask("get", WORKTIME)
    assert (told["version"], told["week"][6], told["closed_on"]) == (0, [[540, 1080]], ["spring_festival"])
    assert told["may_change"] is False


def test_the_manager_says_hours_holidays_and_days_and_they_hold_in_that_store_alone(cast, colleague):
    days = [
        {"day": "2026-11-22", "spans": [], "note": "盘点"},
        {"day": "2027-02-08", "spans": [[600, 720]], "note": ""},
    ]
    week = [[[810, 1080], [540, 720]]] * 5 + [[], []]
    body = said(week=week, closed_on=["national_day"], makes_up=True, days=days)
    told = colleague().ask("put", WORKTIME, body)
    assert (told["version"], told["week"][0], told["days"]) == (1, [[540, 720], [810, 1080]], days)
    with tenant_context(cast.stores["north"]):
        calendar = present_calendar()
    assert not calendar.is_workday(dt.date(2026, 11, 22))
    assert calendar.spans_of(dt.date(2027, 2, 8)) == ((600, 720),)
    assert not calendar.is_workday(dt.date(2026, 10, 1))
    with tenant_context(cast.stores["south"]):
        assert present_calendar().is_workday(dt.date(2026, 11, 22))


def test_who_was_overtaken_is_told_and_changes_nothing(colleague):
    manager = colleague()
    manager.ask("put", WORKTIME, said())
    refused = manager.ask("put", WORKTIME, said(closed_on=["new_year"]), status=409)["error"]
    assert (refused["code"], refused["params"]) == ("worktime_changed", {"version": 1})
    assert manager.ask("get", WORKTIME)["closed_on"] == []


@pytest.mark.parametrize(
    ("wrong", "where"),
    [
        ({"week": [[[600, 540]]] + [[]] * 6}, "1"),
        ({"week": [[]] * 6 + [[[540, 720], [700, 800]]]}, "7"),
        ({"days": [{"day": "2026-11-22", "spans": [[0, 0]]}]}, "2026-11-22"),
    ],
)
def test_hours_that_are_none_are_refused_with_their_place(colleague, wrong, where):
    refused = colleague().ask("put", WORKTIME, said(**wrong), status=422)["error"]
    assert (refused["code"], refused["params"]) == ("worktime_bad_hours", {"where": where})
    assert colleague().ask("get", WORKTIME)["version"] == 0


def test_an_advisor_may_not_change_them(colleague):
    refused = colleague("advisor").ask("put", WORKTIME, said(), status=403)["error"]
    assert refused["code"] == "forbidden"
    assert colleague().ask("get", WORKTIME)["version"] == 0
