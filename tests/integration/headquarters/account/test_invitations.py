"""A link makes whoever opens it a member, once."""

import datetime as dt
import re
from functools import partial

import pytest
import time_machine

from chezhan.kernel import clock
from tenants.context import public_context
from tenants.models import Invitation, Membership
from tests.integration.headquarters.account.conftest import Visitor, at_once


@pytest.fixture
def ask(cast, browser_of):
    """ask("owner", role=…, store="north") → the answer to an invitation in group A."""

    def _ask(who: str, *, role: str, store: str | None = None, **rest):
        slug = cast.stores[store].slug if store else None
        return browser_of(who).send(f"groups/{cast.groups['a'].slug}/invitations", role=role, store=slug, **rest)

    return _ask


def _token(answer) -> str:
    return answer.json()["link"].rpartition("/")[2]


def _accept(browser: Visitor, token: str) -> int:
    return browser.send(f"invitations/{token}/accept").status_code


def _memberships() -> int:
    with public_context():
        return Membership.objects.count()


def _invitations() -> int:
    with public_context():
        return Invitation.objects.count()


def test_an_invited_person_signs_up_and_enters_the_store(ask, visitor, outbox, cast):
    north = cast.stores["north"]
    asked = ask("manager", role="sales_advisor", store="north", email="New@Example.com", name="小新")
    assert asked.status_code == 201
    (mail,) = outbox()
    assert mail.to == "new@example.com"
    token = re.search(r"/invite/(\S+)", mail.body).group(1)
    shown = visitor.read(f"invitations/{token}").json()
    assert (shown["group_name"], shown["store_name"], shown["role"], shown["email"]) == (
        north.group.name,
        north.name,
        "sales_advisor",
        "new@example.com",
    )
    visitor.auth("signup", email="new@example.com", password="seven green lanterns")
    accepted = visitor.send(f"invitations/{token}/accept")
    assert accepted.json() == {"group_slug": north.group.slug, "store_slug": north.slug}
    home = visitor.get("/api/store/home", headers={"X-Store": north.slug})
    assert home.json()["roles"] == ["sales_advisor"]
    south = visitor.get("/api/store/home", headers={"X-Store": cast.stores["south"].slug})
    assert south.status_code == 404


def test_the_table_does_not_hold_the_token(ask):
    token = _token(ask("owner", role="sales_advisor", store="north"))
    with public_context():
        (kept,) = Invitation.objects.values()
    assert token not in str(kept)


def test_without_an_address_nothing_is_sent(ask, outbox):
    assert ask("owner", role="sales_advisor", store="north").status_code == 201
    assert outbox() == []


def test_a_refused_invitation_sends_no_mail(ask, outbox):
    assert ask("owner", role="no_such_role", store="north", email="new@example.com").status_code == 422
    assert outbox() == []


@pytest.mark.parametrize(
    ("role", "store", "code"),
    [
        ("no_such_role", "north", "unknown_role"),
        ("hq_operations", "north", "role_not_here"),
        ("sales_advisor", None, "role_not_here"),
        ("sales_advisor", "garage", "role_not_here"),
    ],
)
def test_a_role_must_fit_its_place(ask, role, store, code):
    refused = ask("owner", role=role, store=store)
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], list(error["fields"])) == (422, code, ["role"])
    assert _invitations() == 0


@pytest.mark.parametrize(
    ("name", "role", "store", "status"),
    [
        ("manager", "sales_advisor", "south", 404),
        ("manager", "hq_operations", None, 403),
        ("manager", "group_owner", None, 403),
        ("advisor", "sales_advisor", "north", 403),
        ("analyst", "sales_advisor", "north", 403),
        ("both", "sales_advisor", "north", 403),
        ("rival_owner", "sales_advisor", "north", 404),
        ("stranger", "sales_advisor", "north", 404),
    ],
)
def test_who_may_not_invite_is_refused(ask, name, role, store, status):
    assert ask(name, role=role, store=store).status_code == status
    assert _invitations() == 0


def test_a_bad_address_is_named(ask):
    error = ask("owner", role="sales_advisor", store="north", email="not an address").json()["error"]
    assert (error["code"], list(error["fields"])) == ("invalid_email", ["email"])


def test_it_works_once(ask, browser_of):
    token = _token(ask("owner", role="sales_advisor", store="north"))
    assert browser_of("stranger").send(f"invitations/{token}/accept").status_code == 200
    before = _memberships()
    again = browser_of("rival_owner").send(f"invitations/{token}/accept")
    assert (again.status_code, again.json()["error"]["code"]) == (410, "invitation_used")
    assert Visitor().read(f"invitations/{token}").json()["error"]["code"] == "invitation_used"
    assert _memberships() == before


def test_of_two_who_accept_at_once_one_wins(ask, browser_of):
    asked = ask("owner", role="sales_advisor", store="north")
    before = _memberships()
    browsers = [browser_of(name) for name in ("stranger", "rival_owner")]
    answers = at_once(
        *(partial(_accept, browser, _token(asked)) for browser in browsers),
        rows="invitation.id",
        value=asked.json()["id"],
    )
    assert answers == [200, 410]
    assert _memberships() == before + 1


def test_it_expires_after_seven_days(ask, browser_of):
    token = _token(ask("owner", role="sales_advisor", store="north"))
    before = _memberships()
    browser = browser_of("stranger")
    with time_machine.travel(clock.now() + dt.timedelta(days=7, minutes=1)):
        refused = browser.send(f"invitations/{token}/accept")
    assert (refused.status_code, refused.json()["error"]["code"]) == (410, "invitation_expired")
    assert _memberships() == before


def test_a_withdrawn_one_is_of_no_use(ask, browser_of, cast):
    asked = ask("manager", role="sales_advisor", store="north")
    path = f"groups/{cast.groups['a'].slug}/invitations/{asked.json()['id']}"
    assert browser_of("manager").drop(path).status_code == 204
    before = _memberships()
    refused = browser_of("stranger").send(f"invitations/{_token(asked)}/accept")
    assert (refused.status_code, refused.json()["error"]["code"]) == (410, "invitation_revoked")
    assert _memberships() == before


@pytest.mark.parametrize(("name", "status"), [("advisor", 403), ("rival_owner", 404), ("stranger", 404)])
def test_who_may_not_invite_may_not_withdraw(ask, browser_of, cast, name, status):
    asked = ask("owner", role="sales_advisor", store="north")
    path = f"groups/{cast.groups['a'].slug}/invitations/{asked.json()['id']}"
    assert browser_of(name).drop(path).status_code == status
    assert browser_of("stranger").send(f"invitations/{_token(asked)}/accept").status_code == 200


def test_a_used_one_cannot_be_withdrawn(ask, browser_of, cast):
    asked = ask("owner", role="sales_advisor", store="north")
    browser_of("stranger").send(f"invitations/{_token(asked)}/accept")
    refused = browser_of("owner").drop(f"groups/{cast.groups['a'].slug}/invitations/{asked.json()['id']}")
    assert (refused.status_code, refused.json()["error"]["code"]) == (410, "invitation_used")


def test_a_member_is_told_so_and_the_link_stays_good(ask, browser_of):
    token = _token(ask("owner", role="sales_advisor", store="north"))
    refused = browser_of("advisor").send(f"invitations/{token}/accept")
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "already_member")
    assert browser_of("stranger").send(f"invitations/{token}/accept").status_code == 200


def test_a_stranger_reads_it_but_must_sign_in_to_accept(ask, visitor):
    token = _token(ask("owner", role="sales_advisor", store="north"))
    assert visitor.read(f"invitations/{token}").status_code == 200
    assert visitor.send(f"invitations/{token}/accept").status_code == 401


@pytest.mark.parametrize("token", ["x", "A" * 43, "%00", "é" * 20])
def test_a_made_up_link_is_not_found(visitor, token):
    assert visitor.read(f"invitations/{token}").status_code == 404
