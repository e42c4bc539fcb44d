"""Leads are scored by a sheet that the store shapes: why, what grade, when next; by what each person may see of it."""

import datetime as dt

import pytest

from chezhan.access.rights import ALL_ROWS, FieldRight, Policy, Right
from chezhan.catalogue.policies.setting import Change, set_policies
from chezhan.modules.leads.models import Lead
from tenants.context import tenant_context
from tests.integration.config.packs.conftest import store  # noqa: F401
from tests.integration.engines.flows.conftest import run
from tests.integration.engines.forms.conftest import RECORDS, Colleague

LEADS, SCORE = f"{RECORDS}/lead", "/api/store/lead-score"
NOON = dt.datetime(2026, 3, 2, 4, tzinfo=dt.UTC)


def rules(*found):
    return {"combinator": "and", "rules": list(found)}


REFERRED = {"name": "转介绍", "points": 30, "when": rules({"field": "channel", "operator": "=", "value": "referral"})}
RICH = {"name": "预算高", "points": 25, "when": rules({"field": "budget", "operator": ">=", "value": 200000})}
SPOKEN = {
    "name": "谈过", "points": 20,
    "when": rules({"field": "interaction", "operator": ">=", "value": 1, "aggregate": "count"}),
}  # fmt: skip
STALE = {
    "name": "久无进展", "points": -15,
    "when": rules({"field": "progressed_at", "operator": "during", "value": "before_14_days"}),
}  # fmt: skip
GRADES = [
    {"grade": "H", "points": 60, "days": 2},
    {"grade": "A", "points": 30, "days": 5},
    {"grade": "C", "points": 0, "days": 15},
]
SHEET = {"items": [REFERRED, RICH, SPOKEN, STALE], "grades": GRADES, "at": "10:00:00", "version": 0}


@pytest.fixture
def boss(cast, sign_in):
    return Colleague(sign_in("manager", store="north"))


@pytest.fixture
def advisor(cast, sign_in):
    return Colleague(sign_in("advisor", store="north"))


def make(someone, **values):
    return someone.create("lead", **{"contact_name": "李女士", "channel": "web", **values})["record"]


def read(someone, lead):
    return someone.ask("get", f"{LEADS}/{lead['id']}")["record"]


def why(someone, lead):
    told = someone.ask("get", f"{SCORE}/{lead['id']}")
    return told["score"], {one["name"]: one["points"] for one in told["reasons"]}, told["hidden"]


def _hide(cast, name):
    policy = Policy(ALL_ROWS, FieldRight(Right.READ), FieldRight(Right.READ), {name: FieldRight(Right.HIDDEN)})
    set_policies(actor=cast.actor("owner", store="north"), changes=[Change("sales_advisor", "lead", policy)])


def test_points_make_the_grade_and_the_grade_the_next_contact(boss, advisor, time_machine):
    time_machine.move_to(NOON, tick=False)
    unscored = make(advisor, channel="referral")
    assert (unscored["score"], why(advisor, unscored)) == (None, (None, {}, 0))
    advisor.ask("put", SCORE, SHEET, status=403)
    for no_time in ("10:00:00Z", "10:00:00.5", 36_000):
        boss.ask("put", SCORE, SHEET | {"at": no_time}, status=422)
    bad = SHEET | {"items": [REFERRED | {"when": rules({"field": "nonsense", "operator": "=", "value": 1})}]}
    assert boss.ask("put", SCORE, bad, status=422)["error"]["params"] == {"item": "转介绍", "why": "unknown_field"}
    assert boss.ask("put", SCORE, SHEET | {"grades": GRADES[::-1]}, status=422)["error"]["code"] == "score_bad_grades"
    assert boss.ask("put", SCORE, SHEET)["version"] == 1
    assert boss.ask("put", SCORE, SHEET, status=409)["error"]["code"] == "score_sheet_changed"
    run()
    # Those that were there are scored soon, new ones at once.
    assert (read(advisor, unscored)["score"], read(advisor, unscored)["grade"]) == (30, "A")
    lead = make(advisor, channel="referral", budget="250000")
    assert (lead["score"], lead["grade"], lead["next_contact_at"]) == (55, "A", None)
    # What is said to them counts, makes them H, and they are contacted within two days of it.
    advisor.ask("post", f"/api/store/leads/{lead['id']}/follow-up", {"kind": "call", "summary": "谈了"}, status=201)
    spoken = read(advisor, lead)
    assert (spoken["score"], spoken["grade"], spoken["next_contact_at"]) == (75, "H", "2026-03-04T02:00:00+00:00")
    assert why(advisor, lead) == (75, {"转介绍": 30, "预算高": 25, "谈过": 20}, 0)
    # A grade set by hand, and a time, stay until the points come to another.
    put = advisor.change("lead", spoken, grade="C", next_contact_at="2026-03-20T02:00:00+00:00")["record"]
    assert (put["grade"], put["score"], put["next_contact_at"]) == ("C", 75, "2026-03-20T02:00:00+00:00")
    less = advisor.change("lead", put, budget=None)["record"]
    assert (less["score"], less["grade"], less["next_contact_at"]) == (50, "A", "2026-03-07T02:00:00+00:00")
    # Days count by themselves, each morning; what has ended is left as it was.
    lost = advisor.ask("post", f"{LEADS}/{unscored['id']}/do/lose", {
        "version": read(advisor, unscored)["version"], "values": {"lost_reason": "price"}})["record"]  # fmt: skip
    time_machine.move_to(NOON + dt.timedelta(days=15), tick=False)
    run()
    assert (read(advisor, lead)["score"], read(advisor, lost)["score"]) == (35, 30)
    assert why(advisor, lead)[1]["久无进展"] == -15


def test_reasons_tell_nobody_of_what_they_do_not_see(cast, boss, advisor):
    boss.ask("put", SCORE, SHEET)
    lead = make(boss, channel="referral", budget="250000")
    assert why(boss, lead) == (55, {"转介绍": 30, "预算高": 25}, 0)
    _hide(cast, "budget")
    assert why(advisor, lead) == (55, {"转介绍": 30}, 25)
    assert [one["name"] for one in advisor.ask("get", SCORE)["items"]] == ["转介绍", "谈过", "久无进展"]
    _hide(cast, "score")
    assert why(advisor, lead) == (None, {}, 0)


def test_the_packs_sheet_scores_what_the_product_does(store, time_machine):  # noqa: F811
    store.give("B6")
    lead = store.made("lead", contact_name="王先生", channel="walk_in", series="汉", budget="210000")
    record = store.ask("get", f"{LEADS}/{lead}")["record"]
    assert (record["score"], record["grade"]) == (25, "B")
    told = store.ask("get", f"{SCORE}/{lead}")
    assert [(one["name"], one["points"]) for one in told["reasons"]] == [
        ("转介绍或自然到店", 12), ("预算明确", 8), ("意向车系明确", 5),
    ]  # fmt: skip
    for _ in range(3):
        store.made("interaction", kind="call", summary="谈了", at=record["created_at"], lead=lead)
    after = store.ask("get", f"{LEADS}/{lead}")["record"]
    assert (after["score"], after["grade"]) == (43, "A")
    with tenant_context(store.store):
        assert Lead.objects.get(id=lead).scored_grade == "A"
