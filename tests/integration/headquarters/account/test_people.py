"""Who is seen by whom, and how a membership ends."""

from functools import partial

import pytest

from chezhan.kernel import clock
from chezhan.modules.leads.models import Lead
from chezhan.modules.parties.models import Customer
from tenants.context import public_context, tenant_context
from tenants.models import Membership
from tests.integration.headquarters.account.conftest import at_once


@pytest.fixture
def people(cast, browser_of):
    """people("owner") → names to places, as that person sees group A."""

    def _people(name: str):
        return browser_of(name).read(f"groups/{cast.groups['a'].slug}/people")

    return _people


@pytest.fixture
def membership(cast):
    """membership("advisor") → the id of that person's membership in group A."""

    def _membership(name: str, store: str | None = None):
        with public_context():
            found = Membership.objects.filter(person=cast.people[name], group_id=cast.groups["a"].id)
            return (found.get(store_id=cast.stores[store].id) if store else found.get()).id

    return _membership


@pytest.fixture
def end(cast, browser_of):
    def _end(name: str, membership_id):
        return browser_of(name).drop(f"groups/{cast.groups['a'].slug}/memberships/{membership_id}")

    return _end


def _seen(answer) -> set[tuple[str, str | None]]:
    return {
        (member["person"]["name"], member["store"]["name"] if member["store"] else None)
        for member in answer.json()["members"]
    }


ALL = {
    ("Owner", None),
    ("Analyst", None),
    ("Manager", "安和北店"),
    ("Advisor", "安和北店"),
    ("Both", "安和北店"),
    ("Both", "安和南店"),
    ("Technician", "安和快修"),
}


@pytest.mark.parametrize("name", ["owner", "analyst"])
def test_the_head_sees_everybody_of_the_group(people, name):
    assert _seen(people(name)) == ALL


def test_a_manager_sees_the_people_of_their_store(people):
    assert _seen(people("manager")) == {place for place in ALL if place[1] == "安和北店"}


def test_a_manager_sees_the_invitations_of_their_store_alone(people, browser_of, cast):
    path = f"groups/{cast.groups['a'].slug}/invitations"
    for store in ("north", "south"):
        browser_of("owner").send(path, role="sales_advisor", store=cast.stores[store].slug, name=f"To {store}")
    assert [asked["name"] for asked in people("manager").json()["invitations"]] == ["To north"]
    assert {asked["name"] for asked in people("owner").json()["invitations"]} == {"To north", "To south"}


@pytest.mark.parametrize(
    ("name", "status"), [("advisor", 403), ("technician", 403), ("rival_owner", 404), ("stranger", 404)]
)
def test_nobody_else_sees_people(people, name, status):
    assert people(name).status_code == status


def test_a_removed_person_is_out_at_the_next_click(end, membership, browser_of):
    advisor = browser_of("advisor", store="north")
    assert advisor.get("/api/store/home").status_code == 200
    assert end("manager", membership("advisor")).status_code == 204
    assert advisor.get("/api/store/home").status_code == 404
    assert advisor.read("me").json()["groups"] == []


def test_one_may_leave(end, membership, browser_of):
    assert end("technician", membership("technician")).status_code == 204
    assert browser_of("technician").read("me").json()["groups"] == []


def test_nobody_is_removed_with_what_is_still_theirs(cast, end, membership, browser_of):
    """Whoever removes them, and they themselves; what is over, and what is theirs elsewhere, keeps nobody."""
    north, advisor = cast.stores["north"], cast.people["advisor"]
    mine = membership("advisor")
    with tenant_context(north):
        over = Lead.objects.create(contact_name="已结束", owner=advisor.id, status="invalid", closed_at=clock.now())
        Lead.objects.create(contact_name="别人的", owner=cast.people["manager"].id)
        lead = Lead.objects.create(contact_name="李女士", owner=advisor.id)
        customer = Customer.objects.create(name="张先生", owner=advisor.id)
    for name in ("manager", "owner", "advisor"):
        refused = end(name, mine)
        assert (refused.status_code, refused.json()["error"]["code"]) == (409, "still_responsible")
        assert refused.json()["error"]["params"] == {"store": north.name, "number": 2}
    assert (
        membership("advisor") == mine and browser_of("advisor", store="north").get("/api/store/home").status_code == 200
    )
    # Another role there keeps them in.
    with public_context():
        more = Membership.objects.create(
            person=advisor, group_id=north.group.id, store_id=north.id, role="receptionist"
        )
    assert end("manager", more.id).status_code == 204
    given = {"person": str(advisor.id), "reason": "离职"}
    parts = [{"entity": kind, "which": which, "to": [str(cast.people["manager"].id)]} for kind, which in
             (("lead", "open"), ("customer", "all"))]  # fmt: skip
    body = {**given, "parts": parts}
    handed = browser_of("manager", store="north").post("/api/store/hand-overs", body, content_type="application/json")
    assert handed.status_code == 201
    assert end("manager", mine).status_code == 204
    with tenant_context(north):
        assert {Lead.objects.get(id=lead.id).owner, Customer.objects.get(id=customer.id).owner} == {
            cast.people["manager"].id
        }
        assert Lead.objects.get(id=over.id).owner == advisor.id


@pytest.mark.parametrize(
    ("name", "whose", "status"),
    [
        ("advisor", ("manager", "north"), 403),
        ("manager", ("owner", None), 403),
        ("manager", ("both", "south"), 404),
        ("analyst", ("advisor", "north"), 403),
        ("rival_owner", ("advisor", "north"), 404),
        ("stranger", ("advisor", "north"), 404),
    ],
)
def test_who_may_not_remove_is_refused(end, membership, name, whose, status):
    theirs = membership(*whose)
    assert end(name, theirs).status_code == status
    assert membership(*whose) == theirs


def test_another_groups_membership_is_not_found(end, cast):
    with public_context():
        theirs = Membership.objects.get(person=cast.people["rival_manager"])
    assert end("owner", theirs.id).status_code == 404
    with public_context():
        assert Membership.objects.filter(id=theirs.id).exists()


def test_the_last_owner_stays(end, membership):
    refused = end("owner", membership("owner"))
    assert (refused.status_code, refused.json()["error"]["code"]) == (409, "last_owner")
    assert membership("owner")


def test_of_two_owners_who_leave_at_once_one_stays(cast, browser_of, membership):
    group = cast.groups["a"]
    with public_context():
        Membership.objects.create(person=cast.people["stranger"], group_id=group.id, role="group_owner")

    def leave(name: str, own) -> int:
        return browser_of(name).drop(f"groups/{group.slug}/memberships/{own}").status_code

    leaving = [partial(leave, name, membership(name)) for name in ("owner", "stranger")]
    assert at_once(*leaving, rows="membership.group_id", value=group.id) == [204, 409]
    with public_context():
        assert Membership.objects.filter(group_id=group.id, role="group_owner").count() == 1
