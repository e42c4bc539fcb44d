"""Headquarters says the most that anybody may do; no store opens what it closes."""

import pytest

from chezhan.access.book import book_of
from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from tenants.context import tenant_context
from tenants.lookup import find_in_store
from tenants.provisioning import create_store
from tests.factories.showroom import showroom
from tests.integration.catalogue.policies.conftest import ACTIONS, ask, cell, policy

__all__ = ["ask", "showroom"]
OPEN = policy("write", actions=ACTIONS)


@pytest.fixture
def head(showroom, sign_in):
    """head("analyst", "put", "sales_order", {…}) → the answer's JSON."""

    def _ask(who: str, method: str, path: str = "", body=None, *, status: int = 200):
        url = f"/api/hq/{showroom.groups['a'].slug}/ceilings" + (f"/{path}" if path else "")
        answer = getattr(sign_in(who), method)(url, body, content_type="application/json")
        assert answer.status_code == status, answer.content.decode()
        return answer.json()

    return _ask


def _no_price(**more) -> dict:
    return policy("write", fields={"price": "hidden"}, actions=ACTIONS, **more)


def test_what_the_ceiling_closes_no_store_opens(showroom, ask, head):
    done = head("analyst", "put", "sales_order", {"policy": _no_price()})
    assert [one["code"] for one in done] == ["", "", ""]
    for who in ("manager", "advisor"):
        assert "price" not in ask(who, "get", "records/sales_order")["rows"][0]
    saved = ask("manager", "put", "policies/sales_order/sales_advisor", {"policy": OPEN})
    assert saved["cut"] == {"rows": False, "fields": ["price"], "actions": []}
    assert "price" not in ask("advisor", "get", "records/sales_order")["rows"][0]
    matrix = ask("manager", "get", "policies")
    kind = next(one for one in matrix["entities"] if one["name"] == "sales_order")
    assert kind["ceiling"]["fields"] == {"price": {"right": "hidden", "own": None}}
    assert cell(matrix, role="store_manager", entity="sales_order")["cut"]["fields"] == ["price"]
    told = ask("manager", "get", "policies/explain", entity="sales_order", field="price", roles="sales_advisor")
    assert (told["right"], told["ceiling"]["right"]) == ("hidden", "hidden")
    assert told["roles"][0]["cut"] == {"right": "hidden", "own": None}


def test_it_can_be_taken_away(showroom, ask, head):
    head("analyst", "put", "sales_order", {"policy": _no_price()})
    head("analyst", "post", "sales_order/remove", {})
    assert "price" in ask("advisor", "get", "records/sales_order")["rows"][0]
    assert head("analyst", "get")["group"] == {}


def test_chosen_stores_alone(showroom, ask, head):
    north = showroom.stores["north"].slug
    done = head("analyst", "put", "sales_order", {"policy": _no_price(), "stores": [north]})
    assert [(one["store"], one["code"]) for one in done] == [(north, "")]
    assert "price" not in ask("manager", "get", "records/sales_order")["rows"][0]
    assert "price" in ask("both", "get", "records/sales_order", store="south")["rows"][0]
    shown = head("analyst", "get")
    assert shown["group"] == {}
    assert {one["slug"]: list(one["ceilings"]) for one in shown["stores"]} == {
        ref.slug: ["sales_order"] if ref.slug == north else []
        for name, ref in showroom.stores.items()
        if name != "rival"
    }


def test_a_new_store_begins_with_the_groups_ceilings(showroom, head):
    head("analyst", "put", "sales_order", {"policy": _no_price()})
    made = create_store(group_id=showroom.groups["a"].id, name="安和东店", pack="dealer")
    other = create_store(group_id=showroom.groups["b"].id, name="博远二店", pack="dealer")
    found = find_in_store(person_id=showroom.people["owner"].id, slug=made.slug)[1]
    assert found == made
    with tenant_context(made):
        assert list(book_of(made).ceilings) == ["sales_order"]
    with tenant_context(other):
        assert not book_of(other).ceilings


def test_one_store_that_refuses_does_not_keep_the_others_from_it(showroom, sign_in, head):
    note = {"label": {"zh": "备注"}, "type": "text"}
    sign_in("manager", store="north").post(
        "/api/store/design/entities/sales_order/fields", note, content_type="application/json"
    )
    shape = policy("write", fields={"x_bei_zhu": "hidden"}, actions=ACTIONS)
    done = head("analyst", "put", "sales_order", {"policy": shape})
    codes = {one["store"]: one["code"] for one in done}
    assert codes.pop(showroom.stores["north"].slug) == ""
    assert set(codes.values()) == {"bad_policy"}


def test_what_it_would_mean_is_told_beforehand(showroom, ask, head):
    trial = {"policy": _no_price(), "store": showroom.stores["north"].slug}
    effects = head("analyst", "post", "sales_order/preview", trial)
    told = {name["name"] for effect in effects for name in effect["people"]}
    assert told == {"Owner", "Analyst", "Manager", "Advisor", "Both"}
    assert {field["name"] for effect in effects for field in effect["entities"][0]["fields"]} == {"price"}
    assert "price" in ask("advisor", "get", "records/sales_order")["rows"][0]


@pytest.mark.parametrize(
    ("who", "body", "status"),
    [
        ("manager", {"policy": OPEN}, 404),
        ("rival_owner", {"policy": OPEN}, 404),
        ("analyst", {"policy": OPEN, "stores": ["nobodys"]}, 404),
        ("analyst", {"policy": policy("write", fields={"nothing": "read"})}, 422),
    ],
)
def test_what_is_refused_sets_nothing(showroom, head, who, body, status):
    head(who, "put", "sales_order", body, status=status)
    shown = head("owner", "get")
    assert shown["group"] == {}
    assert not any(one["ceilings"] for one in shown["stores"])


def test_a_ceiling_is_told_in_the_audit_of_the_store(showroom, ask, head):
    north = showroom.stores["north"]
    for right in ("hidden", "masked"):
        body = {"policy": policy("write", fields={"price": right}, actions=ACTIONS), "stores": [north.slug]}
        head("analyst", "put", "sales_order", body)
    head("analyst", "post", "sales_order/remove", {"stores": [north.slug]})
    with tenant_context(north):
        told = list_entries(which=AuditFilter(entity="access_ceiling"))
    assert [entry.kind for entry in told] == ["deleted", "updated", "created"]
    assert {entry.actor_id for entry in told} == {showroom.people["analyst"].id}
    before, after = told[1].changes["policy"]
    assert [one["fields"]["price"]["right"] for one in (before, after)] == ["hidden", "masked"]
    assert not told[1].changes.keys() - {"policy"}
