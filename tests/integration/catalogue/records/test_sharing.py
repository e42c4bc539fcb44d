"""Records shared out among the people of a role: to whoever has the fewest, by turns, to nobody who is away."""

import datetime as dt

import pytest

from chezhan.catalogue.policies.people import colleagues_of
from chezhan.kernel import clock
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
