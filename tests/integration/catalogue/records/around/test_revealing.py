"""A masked value is shown whole to who may ask for it, with a reason, and never without an entry in the audit."""

import json

import pytest
import time_machine
from django.test import override_settings

from chezhan.access.rights import OWN_ROWS, Action, Right
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from tenants.context import tenant_context

PHONE = "13900001234"
WHY = "客户要求回电"


@pytest.fixture
def revealed(showroom):
    """revealed() → (person, fields, reason) of each entry, the oldest first."""

    def _revealed():
        with tenant_context(showroom.stores["north"]):
            told = list_entries(which=AuditFilter(kinds=("revealed",)), limit=500)
        return [(one.actor_id, one.details["fields"], one.details["reason"]) for one in reversed(told)]

    return _revealed


def path(record, entity="customer"):
    return f"records/{entity}/{record['id']}/reveal"


def test_a_masked_phone_is_shown_with_a_reason_and_told(showroom, ask, make, revealed):
    record = make(phone=PHONE)
    assert ask("advisor", "GET", f"records/customer/{record['id']}")["record"]["phone"] == "*******1234"
    shown = ask("advisor", "POST", path(record), {"fields": ["phone"], "reason": WHY})
    assert shown["record"] == {"id": record["id"], "version": 1, "phone": PHONE}
    assert revealed() == [(showroom.people["advisor"].id, ["phone"], WHY)]
    # What was shown once stays masked everywhere else.
    assert ask("advisor", "GET", f"records/customer/{record['id']}")["record"]["phone"] == "*******1234"


def test_the_reason_is_asked_once_a_day_and_of_each_person(ask, make, revealed):
    record = make(phone=PHONE)
    body = {"fields": ["phone"]}
    assert ask("advisor", "POST", path(record), body, 422)["error"]["code"] == "reason_needed"
    assert ask("advisor", "POST", path(record), {**body, "reason": "  "}, 422)["error"]["code"] == "reason_needed"
    assert revealed() == []
    ask("advisor", "POST", path(record), {**body, "reason": WHY})
    ask("advisor", "POST", path(record), body)
    assert [reason for _, _, reason in revealed()] == [WHY, WHY]
    assert ask("both", "POST", path(record), body, 422)["error"]["code"] == "reason_needed"
    with time_machine.travel("2030-01-01T12:00:00Z", tick=False):
        assert ask("advisor", "POST", path(record), body, 422)["error"]["code"] == "reason_needed"


def test_personal_data_in_a_reason_is_not_kept(ask, make, revealed):
    ask("advisor", "POST", path(make(phone=PHONE)), {"fields": ["phone"], "reason": "回电 13800138000"})
    assert [reason for _, _, reason in revealed()] == ["回电 [scrubbed]"]


def test_it_needs_the_action(ask, make, set_policy, revealed):
    record = make(phone=PHONE)
    set_policy("sales_advisor", "customer", actions=frozenset({Action.COMMENT}))
    ask("advisor", "POST", path(record), {"fields": ["phone"], "reason": WHY}, 403)
    assert revealed() == []


def test_a_hidden_field_is_as_one_that_is_not_there(ask, make, set_policy, revealed):
    record = make(phone=PHONE)
    set_policy("sales_advisor", "customer", fields={"phone": Right.HIDDEN})
    hidden = ask("advisor", "POST", path(record), {"fields": ["phone"], "reason": WHY}, 422)["error"]
    absent = ask("advisor", "POST", path(record), {"fields": ["phonx"], "reason": WHY}, 422)["error"]
    assert {**hidden, "request_id": "", "params": 0} == {**absent, "request_id": "", "params": 0}
    assert PHONE not in json.dumps(hidden)
    ask("advisor", "POST", path(record), {"fields": ["name", "phone"], "reason": WHY}, 422)
    assert revealed() == []


def test_a_record_out_of_sight_is_not_found(ask, make, set_policy, revealed):
    record = make(phone=PHONE)
    set_policy("sales_advisor", "customer", rows=OWN_ROWS)
    ask("advisor", "POST", path(record), {"fields": ["phone"], "reason": WHY}, 404)
    assert revealed() == []


def test_what_is_masked_through_a_link_needs_the_action_there_and_is_told_there(showroom, ask, make, set_policy):
    buyer = make(name="张三丰", phone=PHONE)
    vehicle = ask("manager", "POST", "records/vehicle", {"values": {"brand": "BMW", "customer": buyer["id"]}}, 201)
    values = {
        "number": "SO-1", "ordered_on": "2026-03-09", "price": "1.00", "brand": "BMW", "customer": buyer["id"],
        "vehicle": vehicle["record"]["id"],
    }  # fmt: skip
    order = ask("manager", "POST", "records/sales_order", {"values": values}, 201)["record"]
    body = {"fields": ["customer_phone"], "reason": WHY}
    ask("advisor", "POST", path(order, "sales_order"), body, 403)
    more = shipped_policy("sales_advisor", "sales_order").actions | {Action.REVEAL}
    set_policy("sales_advisor", "sales_order", actions=more)
    assert ask("advisor", "POST", path(order, "sales_order"), body)["record"]["customer_phone"] == PHONE
    with tenant_context(showroom.stores["north"]):
        (entry,) = list_entries(which=AuditFilter(kinds=("revealed",)))
    assert (entry.entity, str(entry.record_id), entry.details["fields"]) == ("customer", buyer["id"], ["phone"])
    set_policy("sales_advisor", "customer", actions=frozenset({Action.COMMENT}))
    ask("advisor", "POST", path(order, "sales_order"), body, 403)


def test_so_many_an_hour_and_so_many_a_day(ask, make, revealed):
    record, body = make(name="李时珍", phone=PHONE), {"fields": ["phone"], "reason": WHY}
    with override_settings(REVEALS_PER_HOUR=2, REVEALS_PER_DAY=3):
        with time_machine.travel("2031-05-05T00:30:00Z", tick=False):
            for _ in range(2):
                ask("advisor", "POST", path(record), body)
            refused = ask("advisor", "POST", path(record), body, 429)["error"]
            assert (refused["code"], refused["params"]["minutes"]) == ("reveal_limit", 30)
            # Others have their own.
            ask("both", "POST", path(record), body)
        with time_machine.travel("2031-05-05T01:10:00Z", tick=False):
            ask("advisor", "POST", path(record), body)
            assert ask("advisor", "POST", path(record), body, 429)["error"]["params"]["limit"] == 3
    assert len(revealed()) == 4


def test_who_looks_as_somebody_else_asks_for_nothing(showroom, ask, make, revealed):
    record = make(phone=PHONE)
    header = {"X-View-As": str(showroom.people["advisor"].id)}
    refused = ask("manager", "POST", path(record), {"fields": ["phone"], "reason": WHY}, 403, **header)
    assert refused["error"]["code"] == "view_only"
    assert revealed() == []


def test_a_value_that_is_empty_is_shown_as_empty(ask, make):
    record = make()
    assert ask("advisor", "POST", path(record), {"fields": ["phone"], "reason": WHY})["record"]["phone"] is None
