"""Founding a group, adding and renaming stores, the plan."""

import datetime as dt

import pytest
import time_machine
from django.db import connections

from billing.models import Subscription
from chezhan.headquarters.account.services import groups as services
from chezhan.kernel import clock
from tenants.context import public_context
from tenants.models import Group, Store


def _count(model) -> int:
    with public_context():
        return model.objects.count()


def _schemas() -> int:
    with connections["owner"].cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_namespace WHERE nspname LIKE 's\\_%%'")
        return cursor.fetchone()[0]


def test_a_group_comes_with_its_first_store_and_a_trial(browser_of):
    browser = browser_of("stranger")
    with time_machine.travel(dt.datetime(2026, 3, 1, 9, tzinfo=clock.SHANGHAI)):
        founded = browser.send("groups", name="新城汽车", pack="repair", store_name="新城快修")
        assert founded.status_code == 201
        plan = browser.read(f"groups/{founded.json()['group_slug']}/plan").json()
    assert plan == {
        "plan": "trial",
        "status": "trial",
        "trial_started_on": "2026-03-01",
        "trial_ends_on": "2026-03-15",
        "days_left": 14,
        "seats_used": 1,
        "seats_pending": 0,
    }
    (group,) = browser.read("me").json()["groups"]
    assert (group["role"], [store["pack"] for store in group["stores"]]) == ("group_owner", ["repair"])


@pytest.mark.parametrize(
    ("draft", "code", "field"),
    [
        ({"name": "新", "pack": "dealer", "store_name": "新城一店"}, "bad_name", "name"),
        ({"name": "新城汽车", "pack": "dealer", "store_name": "新"}, "bad_name", "store_name"),
        ({"name": "新城\n汽车", "pack": "dealer", "store_name": "新城一店"}, "bad_name", "name"),
        ({"name": "新城汽车", "pack": "dealer", "store_name": "新" * 61}, "bad_name", "store_name"),
        ({"name": "新城汽车", "pack": "boat", "store_name": "新城一店"}, "unknown_pack", None),
    ],
)
def test_a_refused_group_leaves_nothing(browser_of, draft, code, field):
    before = _count(Group), _count(Store), _count(Subscription), _schemas()
    refused = browser_of("stranger").send("groups", **draft)
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], list(error.get("fields", {}))) == (422, code, [field] if field else [])
    assert (_count(Group), _count(Store), _count(Subscription), _schemas()) == before


def test_a_failure_half_way_leaves_nothing(browser_of, monkeypatch):
    before = _count(Group), _count(Store), _count(Subscription), _schemas()

    def fail(**kwargs):
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(services, "begin_trial", fail)
    browser = browser_of("stranger")
    browser.raise_request_exception = False
    assert browser.send("groups", name="新城汽车", pack="dealer", store_name="新城一店").status_code == 500
    assert (_count(Group), _count(Store), _count(Subscription), _schemas()) == before


def test_groups_of_a_day_are_limited(browser_of, monkeypatch):
    monkeypatch.setattr(services, "GROUPS_A_DAY", 1)
    browser = browser_of("stranger")
    assert browser.send("groups", name="新城汽车", pack="dealer", store_name="新城一店").status_code == 201
    refused = browser.send("groups", name="旧城汽车", pack="dealer", store_name="旧城一店")
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "too_many_groups")


def test_the_owner_adds_a_store_that_is_ready(browser_of, cast):
    browser = browser_of("owner")
    added = browser.send(f"groups/{cast.groups['a'].slug}/stores", name="安和西店", pack="dealer")
    assert added.status_code == 201
    home = browser.get("/api/store/home", headers={"X-Store": added.json()["slug"]})
    assert home.status_code == 200


@pytest.mark.parametrize(
    ("name", "status"), [("analyst", 403), ("manager", 403), ("rival_owner", 404), ("stranger", 404)]
)
def test_nobody_else_adds_one(browser_of, cast, name, status):
    before = _count(Store)
    refused = browser_of(name).send(f"groups/{cast.groups['a'].slug}/stores", name="安和西店", pack="dealer")
    assert refused.status_code == status
    assert _count(Store) == before


def test_a_taken_name_is_refused_beside_its_field(browser_of, cast):
    before = _schemas()
    refused = browser_of("owner").send(f"groups/{cast.groups['a'].slug}/stores", name="安和北店", pack="dealer")
    error = refused.json()["error"]
    assert (refused.status_code, error["code"], list(error["fields"])) == (409, "name_taken", ["name"])
    assert _schemas() == before


def test_a_renamed_store_keeps_its_slug_and_is_known_at_once(browser_of, cast):
    north = cast.stores["north"]
    manager = browser_of("manager", store="north")
    manager.get("/api/store/home")
    renamed = browser_of("owner").change(f"groups/{north.group.slug}/stores/{north.slug}", name="安和总店")
    assert (renamed.status_code, renamed.json()["slug"], renamed.json()["name"]) == (200, north.slug, "安和总店")
    assert manager.get("/api/store/home").json()["store"]["name"] == "安和总店"


@pytest.mark.parametrize(("new", "status", "code"), [("安和南店", 409, "name_taken"), ("x", 422, "bad_name")])
def test_a_bad_new_name_is_refused(browser_of, cast, new, status, code):
    north = cast.stores["north"]
    owner = browser_of("owner")
    refused = owner.change(f"groups/{north.group.slug}/stores/{north.slug}", name=new)
    assert (refused.status_code, refused.json()["error"]["code"]) == (status, code)
    assert north.name in [store["name"] for store in owner.read("me").json()["groups"][0]["stores"]]


@pytest.mark.parametrize(("name", "status"), [("manager", 403), ("rival_owner", 404)])
def test_nobody_else_renames_it(browser_of, cast, name, status):
    north = cast.stores["north"]
    refused = browser_of(name).change(f"groups/{north.group.slug}/stores/{north.slug}", name="别的名字")
    assert refused.status_code == status
    with public_context():
        assert Store.objects.get(id=north.id).name == north.name


@pytest.mark.parametrize(("name", "status"), [("analyst", 403), ("manager", 403), ("rival_owner", 404)])
def test_the_plan_is_the_owners_alone(browser_of, cast, name, status):
    assert browser_of(name).read(f"groups/{cast.groups['a'].slug}/plan").status_code == status


def test_a_group_without_a_subscription_says_so(browser_of, cast):
    refused = browser_of("owner").read(f"groups/{cast.groups['a'].slug}/plan")
    assert (refused.status_code, refused.json()["error"]["code"]) == (404, "no_subscription")
