"""What a leaver is responsible for goes to others, whole and for a reason, and back for thirty days."""

import datetime as dt
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
import time_machine
from django.db import connection

from chezhan.catalogue.handing_over.giving import Part, hand_over
from chezhan.catalogue.handing_over.refusals import NothingToHandOver
from chezhan.kernel import clock
from tenants.context import public_context, tenant_context
from tenants.lookup import forget_store
from tests.integration.engines.rules.conftest import maker, manager  # noqa: F401

OVER = "/api/store/hand-overs"


@pytest.fixture
def leaver(cast):
    return str(cast.people["advisor"].id)


@pytest.fixture
def stay(cast):
    return [str(cast.people[name].id) for name in ("both", "manager")]


@pytest.fixture
def theirs(manager, leaver):  # noqa: F811
    """Two customers, a lead of each, an ended lead, an open task and one that is done; and a customer of another's."""
    customers = [manager.made(name=f"客户{at}", kind="person", owner=leaver) for at in range(2)]
    leads = [
        manager.made("lead", contact_name=one["name"], channel="web", customer=one["id"], owner=leaver)
        for one in customers
    ]
    lost = manager.made("lead", contact_name="流失", channel="web", owner=leaver)
    lose = {"version": lost["version"], "values": {"lost_reason": "price"}}
    manager.ask("post", f"/api/store/records/lead/{lost['id']}/do/lose", lose)
    task = manager.made("task", what="回访", owner=leaver, customer=customers[1]["id"], lead=leads[1]["id"])
    other = manager.made(name="别人的", kind="person")
    return {"customer": customers, "lead": leads, "lost": lost, "task": task, "other": other}


def told(manager, person):  # noqa: F811
    return {one["entity"]: (one["total"], one["open"]) for one in manager.ask("get", f"{OVER}/of/{person}")}


def give(manager, person, parts, *, status=201, reason="离职"):  # noqa: F811
    body = {"person": person, "reason": reason, "parts": parts}
    return manager.ask("post", OVER, body, status=status)


def part(entity, *to, which="all"):
    return {"entity": entity, "which": which, "to": list(to)}


def owners(manager, entity, records):  # noqa: F811
    return [manager.now(one, entity)["owner"] for one in records]


def test_all_of_it_is_shown_and_goes_evenly_with_its_customer_and_back(manager, leaver, stay, theirs):  # noqa: F811
    assert told(manager, leaver) == {"customer": (2, None), "lead": (3, 2), "task": (1, 1)}
    parts = [part("lead", *stay, which="open"), part("customer", *stay), part("task", *stay)]
    made = give(manager, leaver, parts)
    assert (made["records"], made["counts"]) == (5, {"customer": 2, "lead": 2, "task": 1})
    went = owners(manager, "customer", theirs["customer"])
    assert Counter(went) == Counter(stay)
    assert owners(manager, "lead", theirs["lead"]) == went
    assert owners(manager, "task", [theirs["task"]]) == [went[1]]
    # Neither what is over nor what was somebody else's.
    assert owners(manager, "lead", [theirs["lost"]]) == [leaver]
    assert manager.now(theirs["other"])["owner"] != leaver
    assert told(manager, leaver) == {"lead": (1, 0)}
    history = manager.ask("get", f"/api/store/records/lead/{theirs['lead'][0]['id']}/timeline")
    assert f"hand_over:{made['id']}" in str(history)

    # One has gone on since: it stays where it is.
    version = manager.now(theirs["customer"][0])["version"]
    moved = next(one for one in stay if one != went[0])
    where = f"/api/store/records/customer/{theirs['customer'][0]['id']}"
    manager.ask("patch", where, {"version": version, "values": {"owner": moved}})
    assert manager.ask("post", f"{OVER}/{made['id']}/take-back") == {"restored": 4, "kept": 1}
    assert owners(manager, "customer", theirs["customer"]) == [moved, leaver]
    assert owners(manager, "lead", theirs["lead"]) == [leaver, leaver]
    refused = manager.ask("post", f"{OVER}/{made['id']}/take-back", status=409)
    assert refused["error"]["code"] == "hand_over_taken_back"
    assert [(one["records"], one["until"]) for one in manager.ask("get", OVER)] == [(5, None)]


def test_what_is_to_be_done_about_a_lead_goes_where_the_lead_goes(manager, leaver, stay):  # noqa: F811
    leads = [manager.made("lead", contact_name=f"线索{at}", channel="web", owner=leaver) for at in range(4)]
    # The other way round, as even shares alone would part them.
    tasks = {
        one["id"]: manager.made("task", what="首次联系", owner=leaver, lead=one["id"])
        for one in (leads[0], *reversed(leads[1:]))
    }
    give(manager, leaver, [part("task", *stay), part("lead", *stay)])
    owners = [
        [manager.ask("get", f"/api/store/records/{kind}/{one}")["record"]["owner"] for one in ids]
        for kind, ids in (("lead", tasks), ("task", [one["id"] for one in tasks.values()]))
    ]
    assert owners[0] == owners[1] and set(owners[0]) == set(stay)


def test_what_does_not_fit_changes_nothing(manager, leaver, stay, theirs, cast):  # noqa: F811
    def code(parts, status, **more):
        return give(manager, leaver, parts, status=status, **more)["error"]["code"]

    assert code([part("customer", leaver)], 422) == "hand_over_to_nobody"
    assert code([part("customer", stay[0])], 422, reason="  ") == "invalid"
    assert code([part("", stay[0])], 404) == "unknown_entity"
    stranger = str(cast.people["stranger"].id)
    good = part("lead", stay[0])
    refused = give(manager, leaver, [good, part("customer", stranger)], status=422)
    assert "no_such_person" in str(refused)
    assert owners(manager, "lead", theirs["lead"]) == [leaver, leaver]
    made = give(manager, leaver, [good])
    assert code([good], 409) == "hand_over_nothing"
    with time_machine.travel(clock.now() + dt.timedelta(days=31), tick=False):
        late = manager.ask("post", f"{OVER}/{made['id']}/take-back", status=409)
    assert late["error"]["code"] == "hand_over_too_late"
    assert owners(manager, "lead", theirs["lead"]) == [stay[0], stay[0]]


def test_whoever_has_left_meanwhile_gets_nothing_back(manager, leaver, stay, theirs, cast):  # noqa: F811
    made = give(manager, leaver, [part("customer", stay[0])])
    with public_context():
        cast.people["advisor"].memberships.filter(store_id=cast.stores["north"].id).delete()
    forget_store(slug=cast.stores["north"].slug)
    refused = manager.ask("post", f"{OVER}/{made['id']}/take-back", status=409)
    assert refused["error"]["code"] == "hand_over_left"
    assert owners(manager, "customer", theirs["customer"]) == [stay[0], stay[0]]


def test_nobody_does_it_who_may_not_remove_people(maker, leaver, theirs, manager):  # noqa: F811
    advisor = maker("both")
    own = str(advisor.ask("get", "/api/account/me")["person"]["id"])
    assert give(advisor, leaver, [part("lead", own)], status=403)["error"]["code"] == "forbidden"
    assert advisor.ask("get", f"{OVER}/of/{leaver}", status=403)["error"]["code"] == "forbidden"
    assert advisor.ask("get", OVER, status=403)["error"]["code"] == "forbidden"
    assert owners(manager, "lead", theirs["lead"]) == [leaver, leaver]


def test_two_who_hand_over_the_same_at_once_give_it_once(manager, leaver, stay, theirs, cast):  # noqa: F811
    actor, store, at_once = cast.actor("manager", store="north"), cast.stores["north"], Barrier(2)

    def race(to: str) -> str:
        try:
            with tenant_context(store):
                at_once.wait(timeout=30)
                part = Part(entity="lead", which="all", to=[UUID(to)])
                hand_over(actor=actor, person_id=UUID(leaver), reason="离职", parts=[part])
            return to
        except NothingToHandOver:
            return ""
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        given = sorted(pool.map(race, stay))
    assert given[0] == ""
    assert owners(manager, "lead", [*theirs["lead"], theirs["lost"]]) == [given[1]] * 3
