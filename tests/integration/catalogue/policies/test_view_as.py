"""To look as somebody else shows what they see, to the byte, and changes nothing."""

from uuid import uuid4

import pytest

from chezhan.catalogue.audit.models import AuditEntry
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import policy


def _as(showroom, name: str) -> dict:
    return {"X-View-As": str(showroom.people[name].id)}


def _raw(sign_in, who: str, path: str, headers=None) -> bytes:
    answer = sign_in(who, store="north").get(f"/api/store/{path}", headers=headers)
    assert answer.status_code == 200, answer.content.decode()
    return answer.content


def _looks(showroom) -> list[tuple]:
    with tenant_context(showroom.stores["north"]):
        return list(
            AuditEntry.objects.filter(kind="read", entity="person").values_list("actor_id", "record_id", "reason")
        )


def test_the_same_bytes_as_the_person_gets(showroom, ask, sign_in):
    ask(
        "manager",
        "put",
        "policies/customer/sales_advisor",
        {"policy": policy("read", "masked", fields={"city": "hidden"})},
    )
    row = ask("advisor", "get", "records/customer")["rows"][0]["id"]
    for path in ("records/customer", f"records/customer/{row}", "records/sales_order?q=A1", "home", "entities"):
        mine = _raw(sign_in, "advisor", path)
        assert _raw(sign_in, "manager", path, _as(showroom, "advisor")) == mine
    assert _raw(sign_in, "manager", "records/customer") != _raw(sign_in, "advisor", "records/customer")


def test_nothing_can_be_changed_meanwhile(showroom, ask, sign_in):
    row = ask("manager", "get", "records/customer")["rows"][0]["id"]
    before = ask("manager", "get", f"records/customer/{row}")
    body = {"version": 1, "values": {"name": "改名"}}
    for method, path in (
        ("patch", f"records/customer/{row}"),
        ("post", "records/customer/delete"),
        ("delete", "roles/x"),
    ):
        refused = ask("manager", method, path, body, headers=_as(showroom, "advisor"), status=403)
        assert refused["error"]["code"] == "view_only"
    assert ask("manager", "get", f"records/customer/{row}") == before
    for url in ("/api/account/me", f"/api/hq/{showroom.groups['a'].slug}/ceilings"):
        refused = sign_in("manager").get(url, headers=_as(showroom, "advisor"))
        assert (refused.status_code, refused.json()["error"]["code"]) == (403, "view_only")


@pytest.mark.parametrize(
    ("who", "target", "status", "code"),
    [
        ("advisor", "manager", 403, "forbidden"),
        ("manager", "owner", 403, "not_viewable"),
        ("manager", "analyst", 403, "not_viewable"),
        ("manager", "technician", 404, "not_found"),
        ("manager", "rival_owner", 404, "not_found"),
        ("manager", "stranger", 404, "not_found"),
    ],
)
def test_not_everybody_may_look_as_everybody(showroom, ask, *, who, target, status, code):
    refused = ask(who, "get", "records/customer", headers=_as(showroom, target), status=status)
    assert refused["error"]["code"] == code
    assert _looks(showroom) == []


def test_a_name_that_is_none_is_nobody(showroom, ask):
    for said in ("", "nonsense", str(uuid4())):
        ask("manager", "get", "home", headers={"X-View-As": said}, status=404)


def test_the_owner_may_look_as_anybody_of_the_store(showroom, ask):
    assert ask("owner", "get", "home", headers=_as(showroom, "manager"))["roles"] == ["store_manager"]
    assert ask("owner", "get", "home", headers=_as(showroom, "analyst"))["roles"] == ["hq_operations"]


def test_it_is_in_the_audit_under_who_looked(showroom, ask):
    for _ in range(2):
        ask("manager", "get", "records/customer", headers=_as(showroom, "advisor"))
    manager, advisor = showroom.people["manager"].id, showroom.people["advisor"].id
    assert _looks(showroom) == [(manager, advisor, f"view_as:{advisor}")]
