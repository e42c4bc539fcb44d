"""Records shared out among the people of a role: to whoever has the fewest, by turns, to nobody who is away."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection

from chezhan.catalogue.doing.registry import Why
from chezhan.catalogue.doing.sharing import SHARING, DoShare
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.context import tenant_context
from tests.integration.engines.rules.conftest import CREATED, maker, manager, run  # noqa: F401

ROLE = "sales_advisor"


@pytest.fixture
def advisors(cast) -> list[str]:
    """Ids of those who have the role in the north store."""
    return sorted(str(one.id) for one in colleagues_of(store=cast.stores["north"]) if ROLE in one.roles)


def arrived(someone, count):
    """Who got each of so many leads that nobody had."""
    made = [someone.made("lead", contact_name=f"线索{at}", channel="web", owner=None) for at in range(count)]
    run()
    run()
    return [someone.now(one, "lead")["owner"] for one in made]


def share(**told):
    return [{"kind": "share", "role": ROLE, **told}]


def test_whoever_has_the_fewest_open_ones_gets_the_next(manager, advisors):  # noqa: F811
    busy, idle = advisors
    for _ in range(2):
        manager.made("lead", contact_name="旧线索", channel="web", owner=busy)
    manager.put(entity="lead", trigger=CREATED, actions=share())
    assert set(arrived(manager, 2)) == {idle}
    theirs = manager.made("lead", contact_name="已有人", channel="web", owner=busy)
    run()
    assert manager.now(theirs, "lead")["owner"] == busy


def test_by_turns_everybody_gets_one_before_anybody_gets_two(manager, advisors):  # noqa: F811
    manager.put(entity="lead", trigger=CREATED, actions=share(how="turn"))
    assert sorted(arrived(manager, 4)) == sorted(advisors * 2)


def test_nobody_who_is_away_gets_any(manager, advisors, cast):  # noqa: F811
    (away, there), day = advisors, clock.today()
    until = (day + dt.timedelta(days=3)).isoformat()
    body = {"person": away, "deputy": str(cast.people["manager"].id), "since": day.isoformat(), "until": until}
    manager.ask("post", "/api/store/flows/deputies", body, status=201)
    manager.put(entity="lead", trigger=CREATED, actions=share())
    assert set(arrived(manager, 3)) == {there}


def test_what_nobody_can_be_given_is_told_and_stays_nobodys(manager):  # noqa: F811
    rule = manager.put(entity="lead", trigger=CREATED, actions=[{"kind": "share", "role": "call_centre"}])
    assert arrived(manager, 1) == [None]
    assert [one["outcome"] for one in manager.log(rule)] == ["refused"]
    unsaid = manager.begin("未选岗位", entity="lead", trigger=CREATED, actions=[{"kind": "share"}])
    assert [one["code"] for one in unsaid["problems"]] == ["action_without_role"]


def test_who_share_at_once_see_each_others_loads(manager, advisors, cast):  # noqa: F811
    made = [manager.made("lead", contact_name=f"线索{at}", channel="web", owner=None) for at in range(4)]
    actor, store, at_once = cast.actor("manager", store="north"), cast.stores["north"], Barrier(4)

    def race(lead) -> None:
        try:
            with tenant_context(store):
                viewer = viewer_of(actor)
                view, why = View(viewer, viewer.entity("lead")), Why("rule", new_id(), "分配")
                at_once.wait(timeout=30)
                SHARING.apply(actor=actor, view=view, action=DoShare(role=ROLE), record_ids=[UUID(lead["id"])], why=why)
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(race, made))
    assert sorted(manager.now(one, "lead")["owner"] for one in made) == sorted(advisors * 2)
