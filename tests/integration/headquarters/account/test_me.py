from chezhan.access.roles import ROLES
from tenants.context import public_context
from tenants.models import Membership
from tests.integration.headquarters.account.conftest import Visitor


def _groups(browser: Visitor) -> dict:
    return {
        group["name"]: (group["role"], {store["name"]: store["role"] for store in group["stores"]})
        for group in browser.read("me").json()["groups"]
    }


def test_the_owner_sees_all_stores_of_the_group_and_no_other(browser_of):
    assert _groups(browser_of("owner")) == {
        "安和汽车集团": (
            "group_owner",
            {"安和北店": "group_owner", "安和南店": "group_owner", "安和快修": "group_owner"},
        )
    }


def test_a_member_sees_the_stores_of_their_own(browser_of):
    assert _groups(browser_of("both")) == {
        "安和汽车集团": (None, {"安和北店": "sales_advisor", "安和南店": "store_manager"})
    }


def test_one_person_may_belong_to_two_groups_and_enter_a_store_of_each(browser_of, cast):
    far = cast.stores["rival"]
    with public_context():
        Membership.objects.create(
            person=cast.people["both"], group_id=cast.groups["b"].id, store_id=far.id, role="sales_advisor"
        )
    browser = browser_of("both")
    assert len(_groups(browser)) == 2
    for store, name in ((cast.stores["north"], "安和北店"), (far, far.name)):
        home = browser.get("/api/store/home", headers={"X-Store": store.slug})
        assert (home.status_code, home.json()["store"]["name"]) == (200, name)


def test_who_belongs_nowhere_sees_nothing(browser_of):
    me = browser_of("stranger").read("me").json()
    assert me["groups"] == []
    assert me["person"]["name"] == "Stranger"


def test_name_and_language_change_and_the_store_knows_at_once(browser_of):
    browser = browser_of("manager", store="north")
    browser.get("/api/store/home")
    changed = browser.change("me", name="  王 经理 ", language="en")
    assert changed.status_code == 200
    assert (changed.json()["person"]["name"], changed.json()["person"]["language"]) == ("王 经理", "en")
    assert browser.read("me").json()["person"]["name"] == "王 经理"


def test_an_unknown_language_is_refused_and_nothing_changes(browser_of):
    browser = browser_of("manager")
    refused = browser.change("me", name="New Name", language="fr")
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "unknown_language")
    assert browser.read("me").json()["person"]["name"] == "Manager"


def test_roles_are_listed_with_level_and_packs(browser_of):
    roles = browser_of("stranger").read("roles").json()
    assert [role["key"] for role in roles] == [role.key for role in ROLES]
    assert {"key": "sales_advisor", "level": "store", "packs": ["dealer"]} in roles
