"""Programs act by tokens: never more than their owner, never beyond their scope."""

import datetime as dt

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client, override_settings

from chezhan.catalogue.audit.models import AuditEntry
from tenants.context import public_context, tenant_context
from tenants.models import Membership, Person
from tests.factories.showroom import showroom

__all__ = ["showroom"]
EVERYTHING = {"entities": {"*": "write"}, "actions": ["create", "delete", "bulk", "export"]}


@pytest.fixture
def make_token(showroom, sign_in):
    """make_token("manager", {"entities": …}, role="", days=…) → the answer; store north."""

    def _make(who, scope, *, status=201, **changes):
        group, store = showroom.groups["a"].slug, showroom.stores["north"].slug
        response = sign_in(who).post(
            f"/api/account/groups/{group}/stores/{store}/tokens",
            {"name": "对接程序", "scope": scope, **changes},
            content_type="application/json",
        )
        assert response.status_code == status, response.content
        return response.json()

    return _make


def bearer(token, **headers):
    return Client(enforce_csrf_checks=True, headers={"Authorization": f"Bearer {token['token']}", **headers})


def get(client, path="records/customer"):
    return client.get(f"/api/store/{path}")


def post(client, values, path="records/customer", **headers):
    return client.post(f"/api/store/{path}", {"values": values}, content_type="application/json", headers=headers)


def test_a_token_acts_as_its_owner_in_its_store_without_a_session(showroom, make_token):
    token = make_token("manager", EVERYTHING)
    assert token["token"].startswith("cz_")
    made = post(bearer(token), {"name": "李雷"})
    assert made.status_code == 201
    with tenant_context(showroom.stores["north"]):
        entry = AuditEntry.objects.get(entity="customer", kind="created", record_id=made.json()["record"]["id"])
    assert (entry.actor_id, entry.reason) == (showroom.people["manager"].id, f"token:{token['id']}")
    for headers in ({"X-Store": showroom.stores["south"].slug}, {"X-Store": showroom.stores["rival"].slug}):
        assert get(bearer(token, **headers)).status_code == 404


def test_a_scope_cuts_kinds_writes_and_actions(showroom, make_token):
    client = bearer(make_token("manager", {"entities": {"customer": "read", "sales_order": "write"}}))
    assert get(client).status_code == 200
    assert post(client, {"name": "李雷"}).status_code == 403
    assert get(client, "records/vehicle").status_code == 403
    assert get(client, "records/customer/export.csv").status_code == 403
    assert {one["name"] for one in get(client, "entities").json()} == {"customer", "sales_order"}
    assert (
        client.post("/api/store/tags", {"name": "x", "color": "#000000"}, content_type="application/json").status_code
        == 403
    )


def test_a_link_beyond_the_scope_is_not_there(showroom, make_token):
    client = bearer(make_token("manager", {"entities": {"sales_order": "read"}}))
    (row, *_) = get(client, "records/sales_order").json()["rows"]
    assert "customer" not in row and row["number"]
    assert get(client, "records/sales_order?fields=customer").json()["error"]["code"] == "unknown_field"


def test_a_token_never_does_more_than_its_owner(showroom, make_token):
    client = bearer(make_token("advisor", EVERYTHING))
    phones = {row["phone"] for row in get(client, "records/customer?fields=phone").json()["rows"]}
    assert phones <= {"", None} | {phone for phone in phones if phone and phone.startswith("*")}
    assert get(client, "records/customer/export.csv").status_code == 403


def test_it_ends_with_the_membership_and_with_the_person(showroom, make_token):
    token = make_token("advisor", EVERYTHING)
    with public_context():
        Membership.objects.filter(person=showroom.people["advisor"]).delete()
    cache.clear()
    assert get(bearer(token)).status_code == 404
    with public_context():
        Person.objects.filter(id=showroom.people["advisor"].id).update(is_active=False)
    cache.clear()
    assert get(bearer(token)).status_code == 401


def test_a_revoked_or_expired_token_is_refused_at_once(showroom, make_token, sign_in):
    token, other = make_token("manager", EVERYTHING), make_token("manager", EVERYTHING, days=1)
    assert get(bearer(token)).status_code == 200
    assert sign_in("advisor").delete(f"/api/account/tokens/{token['id']}").status_code == 404
    assert sign_in("manager").delete(f"/api/account/tokens/{token['id']}").status_code == 204
    assert get(bearer(token)).json()["error"]["code"] == "bad_token"
    assert get(bearer(other)).status_code == 200
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(days=2), tick=False):
        assert get(bearer(other)).json()["error"]["code"] == "bad_token"
    assert [one["id"] for one in sign_in("manager").get("/api/account/tokens").json()] == [other["id"]]


@pytest.mark.parametrize("secret", ["", "cz_", "cz_" + "x" * 43, "\u00e9"])
def test_what_is_no_token_opens_nothing(showroom, sign_in, secret):
    client = sign_in("manager", store="north")
    answer = client.get("/api/store/home", headers={"Authorization": f"Bearer {secret}"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (401, "bad_token")


def test_a_token_is_for_stores_alone(showroom, make_token):
    client = bearer(make_token("manager", EVERYTHING))
    assert client.get("/api/account/me").status_code == 401


def test_a_program_holds_a_role_of_its_own(showroom, make_token, sign_in):
    make_token("advisor", EVERYTHING, role="receptionist", status=403)
    token = make_token("manager", EVERYTHING, role="receptionist")
    client = bearer(token)
    assert post(client, {"name": "李雷"}).status_code == 201
    assert get(client, "records/customer/export.csv").status_code == 403
    with public_context():
        assert Person.objects.get(is_service=True).email is None
    sign_in("owner").delete(f"/api/account/tokens/{token['id']}")
    with public_context():
        assert not Membership.objects.filter(person__is_service=True).exists()


def test_a_scope_that_is_none_is_refused(showroom, make_token):
    for scope in ({"entities": {"Customer!": "read"}}, {"entities": {}, "permissions": ["fly"]}):
        assert make_token("manager", scope, status=422)["error"]["code"] == "bad_scope"


@override_settings(RATE_PER_PERSON=3, RATE_PER_TOKEN=2)
def test_who_asks_too_fast_is_told_when_to_go_on(showroom, make_token, sign_in):
    client = bearer(make_token("manager", EVERYTHING))
    moment = dt.datetime.now(dt.UTC).replace(second=20, microsecond=0) + dt.timedelta(minutes=5)
    with time_machine.travel(moment, tick=False):
        assert [get(client).status_code for _ in range(3)] == [200, 200, 429]
        refused = get(client)
        assert (refused.json()["error"]["code"], refused["Retry-After"]) == ("too_fast", "40")
        assert get(sign_in("manager", store="north")).status_code == 429
        assert get(sign_in("advisor", store="north")).status_code == 200
    with time_machine.travel(moment + dt.timedelta(seconds=40), tick=False):
        assert get(client).status_code == 200
