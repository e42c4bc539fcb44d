"""Groups, totals and marks tell what a list would, and no more."""

import json
from dataclasses import replace

import pytest

from chezhan.access.rights import OWN_ROWS, FieldRight, Right, policy_as_json
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.policies.setting import checked_change, set_policies
from tenants.context import tenant_context
from tests.integration.catalogue.definitions.conftest import add, fresh

__all__ = ["add"]


@pytest.fixture
def people(make):
    """Three customers of two cities, one of none."""
    make(name="一", city="杭州", gender="male")
    make(name="二", city="杭州", gender="female")
    make(name="三", city="宁波", gender="female")
    make(name="四", city="", gender="")


def heads(answer):
    return [(one["value"], one["count"]) for one in answer["groups"]]


def test_a_group_has_as_many_records_as_its_list(people, ask):
    groups = ask("manager", "GET", "records/customer/groups?by=city")
    assert heads(groups) == [("杭州", 2), ("宁波", 1), (None, 1)]
    for one in groups["groups"]:
        rule = json.dumps({"combinator": "and", "rules": [one["rule"]]})
        assert ask("manager", "GET", f"records/customer?filter={rule}")["count"]["value"] == one["count"]


def test_groups_are_of_what_the_list_finds(people, ask):
    rule = json.dumps({"combinator": "and", "rules": [{"field": "gender", "operator": "=", "value": "female"}]})
    assert heads(ask("manager", "GET", f"records/customer/groups?by=city&filter={rule}")) == [("宁波", 1), ("杭州", 1)]
    assert heads(ask("manager", "GET", "records/customer/groups?by=&q=一")) == [(None, 1)]


def test_an_added_text_makes_groups(showroom, add, make, ask):
    add("customer", "备注", type="text", name="x_note")
    make(x_note="老客户")
    make(x_note="老客户")
    groups = ask("manager", "GET", "records/customer/groups?by=x_note")
    assert ("老客户", 2) in heads(groups)


def test_figures_are_added_up_exactly(showroom, add, make, ask):
    add("customer", "预算", type="money", name="x_budget")
    for budget in ("100000.10", "0.20", None):
        make(x_budget=budget)
    (whole,) = ask("manager", "GET", "records/customer/groups?totals=x_budget")["groups"]
    assert whole["totals"] == [{"field": "x_budget", "sum": "100000.30", "average": "50000.150000000000"}]


def test_days_are_put_together_by_the_stores_clock(showroom, add, make, ask):
    add("customer", "约见", type="datetime", name="x_meets")
    make(x_meets="2026-01-31T23:30:00+08:00")
    make(x_meets="2026-02-01T00:30:00+08:00")
    groups = ask("manager", "GET", "records/customer/groups?by=x_meets&part=month")
    assert heads(groups)[:2] == [("2026-02-01", 1), ("2026-01-01", 1)]
    assert groups["groups"][1]["rule"]["value"] == ["2026-01-01", "2026-01-31"]
    rule = json.dumps({"combinator": "and", "rules": [groups["groups"][1]["rule"]]})
    assert ask("manager", "GET", f"records/customer?filter={rule}")["count"]["value"] == 1


@pytest.fixture
def budgeted(showroom, add, monkeypatch):
    """The cast outlives this test, and the field does not."""
    add("customer", "预算", type="money", name="x_budget")
    monkeypatch.setitem(showroom.stores, "north", fresh(showroom.stores["north"]))


@pytest.mark.parametrize("right", [Right.HIDDEN, Right.MASKED])
def test_what_may_not_be_read_is_no_head_and_no_sum(showroom, budgeted, ask, set_policy, right):
    set_policy("sales_advisor", "customer", fields={"city": right, "x_budget": right})
    hidden = right is Right.HIDDEN
    error = ask("advisor", "GET", "records/customer/groups?by=city", status=422)["error"]
    assert error["code"] == ("unknown_field" if hidden else "not_groupable")
    error = ask("advisor", "GET", "records/customer/groups?totals=x_budget", status=422)["error"]
    assert error["code"] == ("unknown_field" if hidden else "not_summable")
    condition = json.dumps({"combinator": "and", "rules": [{"field": "city", "operator": "beginsWith", "value": "杭"}]})
    ask("advisor", "POST", "records/customer/marks", {"ids": [], "conditions": [condition]}, 422)


def test_records_on_which_the_value_may_not_be_known_are_counted_apart(showroom, people, ask, make):
    make("advisor", name="五", city="温州")
    shipped = shipped_policy("sales_advisor", "customer")
    policy = replace(shipped, fields={"city": FieldRight(Right.HIDDEN, own=Right.READ)})
    actor = showroom.actor("manager", store="north")
    with tenant_context(showroom.stores["north"]):
        data = policy_as_json(policy)
        set_policies(
            actor=actor, changes=[checked_change(actor=actor, role="sales_advisor", entity="customer", data=data)]
        )
    groups = ask("advisor", "GET", "records/customer/groups?by=city")["groups"]
    told = {(one["value"], one["known"]): one["count"] for one in groups}
    assert told[("温州", True)] == 1
    assert told[(None, False)] >= 4
    assert all(value in (None, "温州") for value, _ in told)


def test_only_seen_records_count(people, ask, set_policy):
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    assert heads(ask("advisor", "GET", "records/customer/groups?by=city")) == []
    assert heads(ask("advisor", "GET", "records/customer/groups")) == []


def test_personal_data_is_no_head(people, ask):
    for name in ("name", "phone"):
        assert (
            ask("manager", "GET", f"records/customer/groups?by={name}", status=422)["error"]["code"] == "not_groupable"
        )


def test_marks_are_those_that_meet_the_condition(people, ask, set_policy):
    rows = {row["name"]: row["id"] for row in ask("manager", "GET", "records/customer")["rows"]}
    conditions = [
        json.dumps({"combinator": "and", "rules": [{"field": "city", "operator": "=", "value": city}]})
        for city in ("杭州", "北京")
    ]
    body = {"ids": list(rows.values()), "conditions": conditions}
    (first, second) = ask("manager", "POST", "records/customer/marks", body)["marks"]
    assert (set(first), second) == ({rows["一"], rows["二"]}, [])
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    assert ask("advisor", "POST", "records/customer/marks", body)["marks"] == [[], []]


def test_a_board_is_kept_and_shows_no_more_than_its_reader_may_see(showroom, ask, set_policy):
    layout = {"group": "gender", "shown": ["city"]}
    body = {"entity": "customer", "name": "性别", "kind": "board", "layout": layout, "shared": True}
    made = ask("manager", "POST", "views", body, 201)
    assert (made["kind"], made["layout"]["group"]) == ("board", "gender")
    set_policy("sales_advisor", "customer", fields={"gender": Right.HIDDEN})
    (seen,) = ask("advisor", "GET", "views?entity=customer")
    assert (seen["kind"], seen["layout"]["group"], seen["layout"]["shown"]) == ("board", "", ["city"])


@pytest.mark.parametrize(
    ("kind", "layout", "code"),
    [
        ("board", {}, "bad_view"),
        ("board", {"group": "city"}, "not_groupable"),
        ("board", {"group": "name"}, "not_groupable"),
        ("calendar", {"start": "city"}, "bad_view"),
        ("tree", {"parent": "city"}, "bad_view"),
        ("gallery", {"cover": "city"}, "bad_view"),
        ("list", {"totals": ["city"]}, "not_summable"),
        ("list", {"group": "x_nothing"}, "unknown_field"),
        ("list", {"colors": [{"filter": "{", "tone": "red"}]}, "invalid_filter"),
    ],
)
def test_a_layout_that_can_not_be_is_refused(showroom, ask, kind, layout, code):
    body = {"entity": "customer", "name": "不行", "kind": kind, "layout": layout}
    assert ask("manager", "POST", "views", body, 422)["error"]["code"] == code
    assert ask("manager", "GET", "views?entity=customer") == []
