"""A role that sees only the records that meet a condition: at every door, and checked when it is set."""

import json
from dataclasses import replace

import pytest
import time_machine

from chezhan.access.rights import Reach, Rows, policy_of_json
from chezhan.catalogue.policies.setting import Change, set_policies
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import group, policy, rule

ADVISOR = "policies/sales_order/sales_advisor"
DEAR = rule("price", ">=", "200000")


def _set(ask, *met, status=200, who="manager", **more):
    return ask(who, "put", ADVISOR, {"policy": policy(met=met, **more)}, status=status)


def _numbers(ask, **asked) -> list[str]:
    return [row["number"] for row in ask("advisor", "get", "records/sales_order", sort="number", **asked)["rows"]]


def test_only_what_meets_the_condition_is_there(showroom, ask):
    every = {row["number"]: row["id"] for row in ask("manager", "get", "records/sales_order")["rows"]}
    _set(ask, group(DEAR, rule("brand", "=", "BMW"), combinator="or"), rule("series", "!=", "X3"))
    assert _numbers(ask) == ["A2", "A3", "A5"]
    assert _numbers(ask, q="A1") == []
    ask("advisor", "get", f"records/sales_order/{every['A5']}")
    ask("advisor", "get", f"records/sales_order/{every['A4']}", status=404)


def test_a_condition_reaches_through_links(showroom, ask):
    _set(ask, rule("customer.name", "contains", "张"))
    assert _numbers(ask) == ["A1"]
    _set(ask, rule("customer", "contains", "李"))
    assert _numbers(ask) == ["A2"]


def test_a_condition_counts_from_the_day_on_which_it_is_asked(showroom, ask):
    _set(ask, rule("ordered_on", "during", "this_month"))
    for day, found in (("2023-02-20", ["A2", "A3"]), ("2023-03-01", ["A4"])):
        with time_machine.travel(f"{day}T12:00:00+08:00", tick=False):
            assert _numbers(ask) == found


@pytest.mark.parametrize(
    ("met", "code", "field"),
    [
        (rule("nothing", "=", "1"), "bad_row_condition", "nothing"),
        (rule("customer.nothing", "=", "1"), "bad_row_condition", "customer.nothing"),
        (rule("price", "contains", "1"), "bad_row_condition", "price"),
        (rule("price", ">", "dear"), "bad_row_condition", "price"),
        (rule("sales_order", ">", 1) | {"aggregate": "count"}, "bad_row_condition", "sales_order"),
        (group(group(group(group(group(DEAR))))), "invalid_filter", None),
    ],
)
def test_a_condition_that_is_not_right_is_refused_by_its_field(showroom, ask, met, code, field):
    before = ask("manager", "get", "policies")
    refused = _set(ask, met, status=422)["error"]
    assert (refused["code"], refused["params"].get("field")) == (code, field)
    assert ask("manager", "get", "policies") == before


def test_nobody_sets_a_condition_on_a_field_that_they_do_not_see(showroom, ask):
    ask("owner", "put", "policies/sales_order/store_manager", {"policy": policy("read", fields={"price": "hidden"})})
    refused = _set(ask, DEAR, status=422)["error"]
    assert (refused["code"], refused["params"]) == ("bad_row_condition", {"field": "price"})
    _set(ask, DEAR, who="owner")
    # What another has set stays as it is while the rest is changed.
    _set(ask, DEAR, opened=False)
    assert _numbers(ask) == ["A2", "A3"]


def test_a_condition_that_is_no_longer_understood_lets_nothing_through(showroom, ask):
    gone = replace(policy_of_json(policy()), rows=Rows(Reach.PREDICATE, json.dumps(group(rule("x_gone", "null")))))
    with tenant_context(showroom.stores["north"]):
        set_policies(
            actor=showroom.actor("manager", store="north"), changes=[Change("sales_advisor", "sales_order", gone)]
        )
    assert _numbers(ask) == []
    assert _numbers(ask, q="A1") == []
