"""Lost leads: for what, at which stage, whose; and open again, for somebody or for whoever picks them."""

import datetime as dt

import pytest

from chezhan.access.rights import ALL_ROWS, OWN_ROWS, FieldRight, Policy, Right
from chezhan.catalogue.policies.setting import Change, set_policies
from tests.integration.engines.forms.conftest import RECORDS, Colleague

LEADS, LOSSES = f"{RECORDS}/lead", "/api/store/leads/losses"
MOMENT = dt.datetime(2026, 3, 2, 4, tzinfo=dt.UTC)


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def read(someone, lead):
    return someone.ask("get", f"{LEADS}/{lead['id']}")["record"]


def act(someone, lead, verb, status=200, **values):
    body = {"version": read(someone, lead)["version"], "values": values}
    answer = someone.ask("post", f"{LEADS}/{lead['id']}/do/{verb}", body, status=status)
    return answer["record"] if status == 200 else answer["error"]


def lose(someone, name, *, reason, to="", visited=False, **values):
    lead = someone.create("lead", **{"contact_name": name, "channel": "autohome", **values})["record"]
    if visited:
        act(someone, lead, "visit")
    return act(someone, lead, "lose", lost_reason=reason, lost_to=to)


def told(someone, status=200, **params):
    asked = {"first": "2026-03-01", "last": "2026-03-31", **params}
    answer = someone.client.get(LOSSES, asked)
    assert answer.status_code == status, answer.content.decode()
    return answer.json()


def side(found, field):
    return next(
        ({row["value"]: row["lost"] for row in one["rows"]} for one in found["sides"] if one["field"] == field), None
    )


def test_losses_are_told_by_every_side_to_who_sees_them(cast, colleague, time_machine):
    time_machine.move_to(MOMENT, tick=False)
    advisor, other, boss = colleague("advisor"), colleague("both"), colleague()
    lose(advisor, "甲", reason="competitor", to="理想 L6", visited=True)
    lose(advisor, "乙", reason="price", channel="walk_in")
    lose(other, "丙", reason="price")
    won = advisor.create("lead", contact_name="丁", channel="autohome")["record"]
    act(advisor, won, "visit")
    act(advisor, won, "win")
    act(advisor, advisor.create("lead", contact_name="空号", channel="web")["record"], "invalidate", lost_note="空号")
    found = told(boss)
    assert (found["lost"], found["won"]) == (3, 1)
    assert side(found, "lost_reason") == {"price": 2, "competitor": 1}
    assert side(found, "lost_to") == {"": 2, "理想 L6": 1} or side(found, "lost_to") == {None: 2, "理想 L6": 1}
    assert side(found, "furthest") == {"new": 2, "visited": 1}
    assert side(found, "channel") == {"autohome": 2, "walk_in": 1}
    mine = str(cast.people["advisor"].id)
    assert side(found, "owner") == {mine: 2, str(cast.people["both"].id): 1}
    assert side(told(boss, owner=mine), "lost_reason") == {"competitor": 1, "price": 1}
    assert told(boss, channel="walk_in")["lost"] == 1
    assert told(boss, first="2026-02-01", last="2026-02-28")["lost"] == 0
    assert told(boss, status=422, first="2026-03-02", last="2026-03-01")["error"]["code"] == "losses_bad_period"
    # By the rows and fields of who asks.
    hidden = {"lost_to": FieldRight(Right.HIDDEN)}
    policy = Policy(OWN_ROWS, FieldRight(Right.READ), FieldRight(Right.READ), hidden)
    set_policies(actor=cast.actor("owner", store="north"), changes=[Change("sales_advisor", "lead", policy)])
    own = told(advisor)
    assert (own["lost"], side(own, "owner"), side(own, "lost_to")) == (2, {mine: 2}, None)
    no_ends = Policy(ALL_ROWS, FieldRight(Right.READ), FieldRight(Right.READ), {"closed_at": FieldRight(Right.HIDDEN)})
    set_policies(actor=cast.actor("owner", store="north"), changes=[Change("sales_advisor", "lead", no_ends)])
    assert told(advisor) == {"lost": None, "won": None, "sides": []}


def test_lost_leads_go_back_to_somebody_or_to_the_pool(cast, colleague):
    advisor, boss = colleague("advisor"), colleague()
    lost = [lose(advisor, name, reason="price", visited=True) for name in ("甲", "乙", "丙")]
    other = str(cast.people["both"].id)
    ids = [one["id"] for one in lost]
    assert boss.ask("post", f"{LEADS}/do/reopen", {"ids": ids[:2], "values": {"owner": other}}) == {"changed": 2}
    given = read(boss, lost[0])
    assert (given["status"], given["owner"], given["lost_reason"], given["lost_stage"]) == ("contacted", other, "", "")
    assert boss.ask("post", f"{LEADS}/do/revive", {"ids": ids[2:], "values": {"release_reason": "再试一次"}}) == {
        "changed": 1
    }
    pooled = read(boss, lost[2])
    assert (pooled["status"], pooled["owner"], bool(pooled["pooled_at"]), pooled["closed_at"]) == (
        "contacted",
        None,
        True,
        None,
    )
    assert act(advisor, given, "revive", status=403, release_reason="别人的")["code"] == "field_not_writable"
