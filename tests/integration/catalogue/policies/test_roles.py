"""Roles that a store makes for itself: given to people, closed to new fields, not retired while they are held."""

from uuid import uuid4

import pytest

from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.labels import Label
from tests.integration.catalogue.policies.conftest import cell, policy


@pytest.fixture
def night_shift(showroom, ask) -> str:
    """A role that may do what an advisor may."""
    made = ask("manager", "post", "roles", {"label": {"zh": "夜班顾问"}, "copy_of": "sales_advisor"}, status=201)
    assert (made["label"], made["retired"]) == ({"zh": "夜班顾问", "en": "夜班顾问"}, False)
    return made["key"]


@pytest.fixture
def account(showroom, sign_in):
    """account("manager", "get", "stores/…") → the answer of the account API in group A."""

    def _ask(who: str, method: str, path: str, body=None):
        url = f"/api/account/groups/{showroom.groups['a'].slug}/{path}"
        return getattr(sign_in(who), method)(url, body, content_type="application/json")

    return _ask


def _give(account, showroom, role: str, who: str = "advisor", status: int = 204):
    body = {"person_id": str(showroom.people[who].id), "role": role}
    answer = account("manager", "post", f"stores/{showroom.stores['north'].slug}/roles", body)
    assert answer.status_code == status, answer.content.decode()
    return answer.json() if answer.content else None


def test_a_role_starts_as_a_copy_and_is_closed_to_what_is_added_later(showroom, ask, night_shift):
    assert night_shift == "x_ye_ban_gu_wen"
    matrix = ask("manager", "get", "policies")
    copy, model = (cell(matrix, role=role, entity="customer") for role in (night_shift, "sales_advisor"))
    assert copy["policy"] == model["policy"] | {"opened": False}
    actor = showroom.actor("manager", store="north")
    add_field(
        actor=actor, store=actor.in_store, entity="customer", draft=FieldDraft(label=Label("备注", ""), type="text")
    )
    for role, right in ((night_shift, "hidden"), ("sales_advisor", "read")):
        told = ask("manager", "get", "policies/explain", entity="customer", field="x_bei_zhu", roles=role)
        assert told["right"] == right
    opened = copy["policy"] | {"fields": copy["policy"]["fields"] | {"x_bei_zhu": {"right": "read", "own": None}}}
    ask("manager", "put", f"policies/customer/{night_shift}", {"policy": opened})
    told = ask("manager", "get", "policies/explain", entity="customer", field="x_bei_zhu", roles=night_shift)
    assert (told["right"], told["roles"][0]["rule"]) == ("read", "named")


def test_a_copy_has_the_added_fields_that_are_there_already(showroom, ask):
    actor = showroom.actor("manager", store="north")
    add_field(
        actor=actor, store=actor.in_store, entity="customer", draft=FieldDraft(label=Label("备注", ""), type="text")
    )
    ask("manager", "post", "roles", {"label": {"zh": "助理"}, "copy_of": "finance"}, status=201)
    told = ask("manager", "get", "policies/explain", entity="customer", field="x_bei_zhu", roles="x_zhu_li")
    assert told["right"] == "read"


def test_a_role_without_a_model_may_do_nothing(showroom, ask):
    ask("manager", "post", "roles", {"label": {"zh": "访客", "en": "Guest"}}, status=201)
    matrix = ask("manager", "get", "policies")
    assert {
        cell(matrix, role="x_fang_ke", entity=one["name"])["policy"]["rows"]["reach"] for one in matrix["entities"]
    } == {"none"}


def test_whoever_is_given_the_role_has_its_rights_and_its_name(showroom, ask, account, night_shift):
    ask("manager", "put", f"policies/sales_order/{night_shift}", {"policy": policy("read", fields={"price": "hidden"})})
    north = showroom.stores["north"].slug
    roles = account("manager", "get", f"stores/{north}/roles").json()
    assert {"key": night_shift, "label": {"zh": "夜班顾问", "en": "夜班顾问"}} in roles
    assert "store_manager" in [one["key"] for one in roles]
    asked = account("manager", "post", "invitations", {"store": north, "role": night_shift})
    assert asked.status_code == 201
    _give(account, showroom, night_shift, who="both")
    people = account("manager", "get", "people").json()
    (member,) = [one for one in people["members"] if one["role"] == night_shift]
    (invitation,) = people["invitations"]
    assert member["role_label"] == invitation["role_label"] == {"zh": "夜班顾问", "en": "夜班顾问"}
    assert ask("both", "get", "home")["roles"] == ["sales_advisor", night_shift]


def test_a_role_is_one_stores_own(showroom, ask, account, night_shift):
    south = showroom.stores["south"].slug
    refused = account("owner", "post", "invitations", {"store": south, "role": night_shift})
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unknown_role")
    assert night_shift not in [one["key"] for one in ask("owner", "get", "policies", store="south")["roles"]]


def test_a_role_that_people_hold_or_are_invited_to_is_not_retired(showroom, ask, account, night_shift):
    _give(account, showroom, night_shift)
    held = ask("manager", "delete", f"roles/{night_shift}", status=409)["error"]
    assert (held["code"], held["params"]["people"], held["fields"]["people"]) == ("role_held", 1, ["Advisor"])
    people = account("manager", "get", "people").json()["members"]
    (membership,) = [one["membership_id"] for one in people if one["role"] == night_shift]
    assert account("manager", "delete", f"memberships/{membership}").status_code == 204
    asked = account("manager", "post", "invitations", {"store": showroom.stores["north"].slug, "role": night_shift})
    assert ask("manager", "delete", f"roles/{night_shift}", status=409)["error"]["params"]["invitations"] == 1
    account("manager", "delete", f"invitations/{asked.json()['id']}")
    ask("manager", "delete", f"roles/{night_shift}", status=204)
    assert night_shift not in [one["key"] for one in ask("manager", "get", "policies")["roles"]]
    assert _give(account, showroom, night_shift, status=422)["error"]["code"] == "unknown_role"


def test_names_are_free_and_changed_and_what_ships_stays(showroom, ask, night_shift):
    again = ask("manager", "post", "roles", {"label": {"zh": "夜班顾问"}}, status=409)
    assert again["error"]["code"] == "label_taken"
    ask("manager", "patch", f"roles/{night_shift}", {"label": {"zh": "晚班顾问", "en": "Late shift"}})
    roles = {one["key"]: one["label"] for one in ask("manager", "get", "policies")["roles"]}
    assert roles[night_shift] == {"zh": "晚班顾问", "en": "Late shift"}
    assert ask("manager", "delete", "roles/finance", status=403)["error"]["code"] == "role_ships"
    ask("advisor", "post", "roles", {"label": {"zh": "新"}}, status=403)
    ask("manager", "post", "roles", {"label": {"zh": "头"}, "copy_of": "group_owner"}, status=403)


def test_a_team_sees_each_others_records_while_it_lasts(showroom, ask):
    advisor, both = (str(showroom.people[name].id) for name in ("advisor", "both"))
    order = ask("manager", "get", "records/sales_order")["rows"][0]["id"]
    full = ask("manager", "get", f"records/sales_order/{order}")["record"]
    ask(
        "manager",
        "patch",
        f"records/sales_order/{order}",
        {"version": full.get("version", 1), "values": {"owner": both}},
    )
    ask("manager", "put", "policies/sales_order/sales_advisor", {"policy": policy("read", rows="team")})
    assert ask("advisor", "get", "records/sales_order")["rows"] == []
    team = ask("manager", "post", "teams", {"name": "一组", "people": [advisor, both]}, status=201)
    assert [row["id"] for row in ask("advisor", "get", "records/sales_order")["rows"]] == [order]
    assert ask("manager", "get", "teams") == [team]
    assert ask("manager", "patch", f"teams/{team['id']}", {"name": "二组", "people": [both]})["name"] == "二组"
    assert ask("advisor", "get", "records/sales_order")["rows"] == []
    ask("manager", "delete", f"teams/{team['id']}", status=204)
    assert ask("manager", "get", "teams") == []


def test_a_team_takes_only_people_of_the_store(showroom, ask):
    stranger = str(showroom.people["technician"].id)
    assert (
        ask("manager", "post", "teams", {"name": "一组", "people": [stranger]}, status=422)["error"]["code"]
        == "bad_team"
    )
    assert ask("manager", "get", "teams") == []
    ask("manager", "patch", f"teams/{uuid4()}", {"name": "x"}, status=404)
    ask("advisor", "get", "teams", status=403)
