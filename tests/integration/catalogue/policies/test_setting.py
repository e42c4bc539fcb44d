"""A store manager sets what roles may do: in force with the next request, in this store alone."""

import threading

import pytest
from django.db import connections

from chezhan.catalogue.policies.refusals import PolicyChanged
from chezhan.catalogue.policies.setting import checked_change, set_policies
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import ACTIONS, cell, policy

ADVISOR = "policies/sales_order/sales_advisor"


def _set(ask, shape, path=ADVISOR, **more):
    return ask("manager", "put", path, {"policy": shape}, **more)


def test_a_hidden_field_is_gone_from_every_door_at_the_next_request(showroom, ask):
    before = ask("advisor", "get", "records/sales_order")["rows"][0]
    assert "price" in before
    _set(ask, policy("read", fields={"price": "hidden"}))
    assert "price" not in ask("advisor", "get", "records/sales_order")["rows"][0]
    record = ask("advisor", "get", f"records/sales_order/{before['id']}")
    assert "price" not in record["record"]
    for question in (
        {"fields": "price"},
        {"sort": "-price"},
        {"filter": '{"combinator":"and","rules":[{"field":"price","operator":">","value":"1"}]}'},
    ):
        refused = ask("advisor", "get", "records/sales_order", status=422, **question)
        assert refused["error"]["code"] == "unknown_field"
    kinds = {one["name"]: one for one in ask("advisor", "get", "entities")}
    assert "price" not in [field["name"] for field in kinds["sales_order"]["fields"]]
    assert "price" in ask("manager", "get", "records/sales_order")["rows"][0]


def test_the_other_stores_of_the_group_keep_theirs(showroom, ask):
    _set(ask, policy("hidden"))
    found = cell(ask("owner", "get", "policies", store="south"), role="sales_advisor", entity="sales_order")
    assert (found["own"], found["policy"]["usual"]["right"]) == (False, "read")


def test_what_was_set_is_shown_and_goes_back_to_what_ships(showroom, ask):
    shipped = cell(ask("manager", "get", "policies"), role="sales_advisor", entity="sales_order")
    assert (shipped["own"], shipped["mark"]) == (False, "")
    done = _set(ask, policy("masked", actions=["create"]))
    shown = cell(ask("manager", "get", "policies"), role="sales_advisor", entity="sales_order")
    assert shown == done
    assert (done["own"], done["policy"]) == (True, policy("masked", actions=["create"]))
    assert ask("manager", "delete", ADVISOR) == shipped
    assert cell(ask("manager", "get", "policies"), role="sales_advisor", entity="sales_order") == shipped


def test_many_are_set_together_or_none_is(showroom, ask):
    good = {"role": "sales_advisor", "entity": "customer", "policy": policy("hidden")}
    bad = {"role": "sales_advisor", "entity": "vehicle", "policy": policy("read", fields={"nothing": "read"})}
    assert ask("manager", "post", "policies", {"changes": [good, bad]}, status=422)["error"]["code"] == "bad_policy"
    assert not cell(ask("manager", "get", "policies"), role="sales_advisor", entity="customer")["own"]
    ask("manager", "post", "policies", {"changes": [good, good | {"entity": "vehicle"}]})
    matrix = ask("manager", "get", "policies")
    assert all(cell(matrix, role="sales_advisor", entity=name)["own"] for name in ("customer", "vehicle"))


@pytest.mark.parametrize(
    ("who", "role", "shape", "status", "code"),
    [
        ("advisor", "sales_advisor", policy("write"), 403, "forbidden"),
        ("manager", "auditor", policy("write"), 403, "role_of_headquarters"),
        ("manager", "x_nobody", policy("write"), 404, "no_such_role"),
        ("manager", "sales_advisor", policy(rows="predicate"), 422, "bad_policy"),
        ("manager", "sales_advisor", policy() | {"usual": {"right": "all"}}, 422, "invalid"),
    ],
)
def test_what_is_refused_changes_nothing(showroom, ask, *, who, role, shape, status, code):
    before = ask("manager", "get", "policies")
    refused = ask(who, "put", f"policies/sales_order/{role}", {"policy": shape}, status=status)
    assert refused["error"]["code"] == code
    assert ask("manager", "get", "policies") == before


def test_whoever_saves_second_is_told_instead_of_overwriting(showroom, ask):
    seen = cell(ask("manager", "get", "policies"), role="sales_advisor", entity="sales_order")["mark"]
    _set(ask, policy("masked"))
    late = ask("manager", "put", ADVISOR, {"policy": policy("write"), "mark": seen}, status=409)
    assert late["error"]["code"] == "policy_changed"
    kept = cell(ask("manager", "get", "policies"), role="sales_advisor", entity="sales_order")
    assert kept["policy"]["usual"]["right"] == "masked"
    ask("manager", "put", ADVISOR, {"policy": policy("write"), "mark": kept["mark"]})


def test_of_two_who_save_at_once_one_is_told(showroom):
    actor = showroom.actor("manager", store="north")
    told: list[Exception] = []

    def save(usual: str) -> None:
        try:
            with tenant_context(actor.in_store):
                data = policy(usual)
                change = checked_change(actor=actor, role="finance", entity="customer", data=data, mark="")
                set_policies(actor=actor, changes=[change])
        except PolicyChanged as error:
            told.append(error)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=save, args=[usual]) for usual in ("read", "masked")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(told) == 1


def test_a_person_of_two_roles_has_the_rights_of_both(showroom, ask, sign_in):
    for role, fields in (("sales_advisor", {"price": "hidden"}), ("finance", {"region": "hidden"})):
        _set(ask, policy("read", fields=fields), path=f"policies/sales_order/{role}")
    group, north = showroom.groups["a"].slug, showroom.stores["north"].slug
    advisor = showroom.people["advisor"].id
    gift = {"person_id": str(advisor), "role": "finance"}
    url = f"/api/account/groups/{group}/stores/{north}/roles"
    assert sign_in("advisor").post(url, gift, content_type="application/json").status_code == 403
    row = ask("advisor", "get", "records/sales_order", fields="region")["rows"][0]
    assert "region" in row
    # The owner alone invites; who works there already is given one more role.
    assert sign_in("manager").post(url, gift, content_type="application/json").status_code == 204
    row = ask("advisor", "get", "records/sales_order", fields="region,price")["rows"][0]
    assert {"region", "price"} <= set(row)
    assert sign_in("manager").post(url, gift, content_type="application/json").status_code == 409


def test_actions_are_set_like_rights(showroom, ask):
    _set(ask, policy("write", actions=[]))
    kinds = {one["name"]: one for one in ask("advisor", "get", "entities")}
    assert kinds["sales_order"]["actions"] == []
    ask("advisor", "post", "records/sales_order", {"values": {"number": "N1"}}, status=403)
    _set(ask, policy("write", actions=ACTIONS))
    kinds = {one["name"]: one for one in ask("advisor", "get", "entities")}
    assert kinds["sales_order"]["actions"] == ACTIONS
