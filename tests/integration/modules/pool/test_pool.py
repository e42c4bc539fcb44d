"""The public pool: leads that are nobody's, picked by one person once, within a cap and after a cool-down."""

import datetime as dt
import threading
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import UUID

import pytest
from django.db import IntegrityError, connections, transaction

from chezhan.access.rights import ALL_ROWS, OWN_ROWS, FieldRight, Right
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.policies.setting import Change, set_policies
from chezhan.catalogue.records.verbs.doing import do
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.leads.models import Lead
from chezhan.modules.pool.models import PoolDay, PoolStay
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

LEADS, POOL = f"{RECORDS}/lead", "/api/store/lead-pool"
RULES = {"daily_cap": 2, "cool_down_days": 7, "arriving": ["web"], "version": 0}


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def make(someone, **values):
    return someone.create(
        "lead", **{"contact_name": "李女士", "channel": "autohome", "phone": "13800138000", **values}
    )["record"]


def act(someone, lead, verb, status=200, **values):
    body = {"version": read(someone, lead)["version"], "values": values}
    answer = someone.ask("post", f"{LEADS}/{lead['id']}/do/{verb}", body, status=status)
    return answer["record"] if status == 200 else answer["error"]


def read(someone, lead):
    return someone.ask("get", f"{LEADS}/{lead['id']}")["record"]


def offered(someone, lead):
    return someone.ask("get", f"{LEADS}/{lead['id']}/verbs")["verbs"]


def test_a_lead_is_released_for_a_reason_and_picked_by_one_who_sees_its_phone_then(cast, colleague):
    advisor, other, boss = colleague("advisor"), colleague("both"), colleague()
    lead = make(advisor)
    refused = act(advisor, lead, "release", status=422)["params"]["rows"]
    assert [(one["field"], one["code"]) for one in refused] == [("release_reason", "value_required")]
    assert act(other, lead, "pick", status=409)["params"]["by"] == "Advisor"
    gone = act(advisor, lead, "release", release_reason="客户在外地")
    assert (gone["owner"], gone["release_reason"], gone["status"]) == (None, "客户在外地", "new")
    assert gone["pooled_at"]
    # To whoever could pick it, it is a mask until then, and nobody has it shown.
    assert read(other, lead)["phone"] != "13800138000"
    other.ask("post", f"{LEADS}/{lead['id']}/reveal", {"fields": ["phone"], "reason": "看看"}, status=403)
    assert (offered(other, lead), offered(boss, lead)[:2]) == (["pick"], ["pick", "hand_out"])
    assert act(other, lead, "contact", status=403)["code"] == "field_not_writable"
    assert act(boss, lead, "release", status=409, release_reason="又一次")["code"] == "pool_lead_there"

    mine = act(other, lead, "pick")
    assert (mine["owner"], mine["pooled_at"], mine["release_reason"], mine["phone"]) == (
        str(cast.people["both"].id), None, "", "13800138000",
    )  # fmt: skip
    assert act(advisor, lead, "pick", status=409) | {"request_id": "", "message": ""} == {
        "code": "pool_lead_taken", "message": "", "request_id": "", "params": {"by": "Both", "by_zh": "Both"},
    }  # fmt: skip
    assert act(other, lead, "pick", status=409)["code"] == "pool_lead_gone"
    assert "pick" not in offered(other, lead)
    assert other.ask("get", POOL)["left"] == 9
    # Whoever may move no lead at all is told nothing of the pool by its verbs.
    assert colleague("rival_manager", "rival").ask("get", f"{LEADS}/{lead['id']}/verbs", status=404)


def test_the_store_says_how_many_a_day_and_how_soon_again(cast, colleague, time_machine):
    time_machine.move_to(dt.datetime(2026, 3, 2, 2, tzinfo=dt.UTC), tick=False)
    advisor, boss = colleague("advisor"), colleague()
    assert (boss.ask("get", POOL)["daily_cap"], advisor.ask("get", POOL)["may_change"]) == (10, False)
    advisor.ask("put", POOL, RULES, status=403)
    assert boss.ask("get", POOL)["version"] == 0
    assert boss.ask("put", POOL, RULES)["version"] == 1
    assert boss.ask("put", POOL, RULES, status=409)["error"]["code"] == "pool_changed"
    # What comes by such a channel and is nobody's stands there as it comes; the rest does not.
    came = make(boss, owner=None, channel="web")
    assert came["pooled_at"]
    assert [make(boss, owner=None)["pooled_at"], make(boss, channel="web")["pooled_at"]] == [None, None]

    mine = make(advisor)
    act(advisor, mine, "release", release_reason="没有时间")
    cooling = act(advisor, mine, "pick", status=409)
    assert (cooling["code"], cooling["params"]) == ("pool_cooling", {"until": "2026-03-09", "days": 7})
    assert [one["lead"] for one in advisor.ask("get", POOL)["cooling"]] == [mine["id"]]
    act(advisor, came, "pick")
    leads = [make(boss, owner=None, channel="web") for _ in range(2)]
    act(advisor, leads[0], "pick")
    full = act(advisor, leads[1], "pick", status=409)
    assert (full["code"], full["params"]) == ("pool_cap_reached", {"cap": 2, "picked": 2})
    assert (read(boss, leads[1])["owner"], advisor.ask("get", POOL)["left"]) == (None, 0)
    # A manager gives it to them all the same, and theirs is a new day.
    given = act(boss, leads[1], "hand_out", owner=str(cast.people["advisor"].id))
    assert (given["owner"], given["pooled_at"]) == (str(cast.people["advisor"].id), None)
    another = make(boss, owner=None, channel="web")
    assert act(advisor, another, "hand_out", status=403, owner=str(cast.people["both"].id))["code"] == (
        "field_not_writable"
    )
    # Seven days on, to the minute.
    time_machine.move_to(dt.datetime(2026, 3, 9, 1, 59, tzinfo=dt.UTC), tick=False)
    assert act(advisor, mine, "pick", status=409)["code"] == "pool_cooling"
    time_machine.move_to(dt.datetime(2026, 3, 9, 2, 1, tzinfo=dt.UTC), tick=False)
    assert act(advisor, mine, "pick")["owner"] == str(cast.people["advisor"].id)


def test_who_sees_their_own_leads_alone_sees_the_pool_by_masks_where_they_may_pick(cast, colleague):
    advisor, other, boss = colleague("advisor"), colleague("both"), colleague()
    free, given, his = make(other), make(boss, owner=None), make(other)
    act(other, free, "release", release_reason="客户在外地")
    shipped = shipped_policy("sales_advisor", "lead")
    whole = {"contact_name": FieldRight(Right.WRITE), "need": FieldRight(Right.HIDDEN)}
    own = replace(shipped, rows=OWN_ROWS, usual=FieldRight(Right.WRITE), personal=FieldRight(Right.WRITE), fields=whole)
    actor = cast.actor("owner", store="north")

    def rule(policy):
        set_policies(actor=actor, changes=[Change("sales_advisor", "lead", policy)])

    rule(own)
    mine = make(advisor)
    # "both" is an advisor here too: the pool, and nothing of anybody.
    seen = advisor.ask("get", f"{LEADS}?fields=contact_name,phone,owner,pooled_at")
    told = {row["id"]: (row["contact_name"], row["phone"], row["owner"]) for row in seen["rows"]}
    assert told == {
        free["id"]: ("李**", "*******8000", None),
        mine["id"]: ("李女士", "13800138000", str(cast.people["advisor"].id)),
    }
    assert seen["count"]["value"] == advisor.ask("get", "/api/store/home")["counts"]["lead"] == 2
    for lead in (given, his):
        advisor.ask("get", f"{LEADS}/{lead['id']}", status=404)
    assert "need" not in read(advisor, free)
    advisor.change("lead", read(advisor, free), status=403, budget="1")
    assert offered(advisor, free) == ["pick"]
    assert advisor.ask("get", POOL)["left"] == 10
    # Where the store lets them move no lead, they see none of it; who sees all of them takes none.
    for_look = whole | {"status": FieldRight(Right.READ)}
    rule(replace(own, fields=for_look))
    advisor.ask("get", f"{LEADS}/{free['id']}", status=404)
    rule(replace(own, rows=ALL_ROWS, fields=for_look))
    assert (act(advisor, free, "pick", status=403)["code"], offered(advisor, free)) == ("field_not_writable", [])
    assert read(boss, free)["owner"] is None
    rule(own)
    assert act(advisor, free, "pick")["phone"] == "13800138000"
    assert read(advisor, free)["contact_name"] == "李女士"


def test_what_somebody_has_or_what_ended_stands_in_no_pool_whoever_wrote_it(cast, colleague):
    advisor, boss, north = colleague("advisor"), colleague(), cast.stores["north"]
    given, ended, binned = (make(advisor) for _ in range(3))
    for lead in (given, ended, binned):
        act(advisor, lead, "release", release_reason="不合适")
    boss.change("lead", read(boss, given), owner=str(cast.people["both"].id))
    act(boss, ended, "lose", lost_reason="price")
    assert [read(boss, one)["pooled_at"] for one in (given, ended)] == [None, None]
    boss.ask("post", f"{LEADS}/delete", {"ids": [binned["id"]]})
    boss.ask("post", f"{LEADS}/bring-back", {"ids": [binned["id"]]})
    assert read(boss, binned)["pooled_at"]
    with tenant_context(north):
        stays = PoolStay.objects.filter(lead_id__in=[one["id"] for one in (given, ended, binned)])
        known = {str(one.lead_id): (one.left_to, one.left_at is None) for one in stays.order_by("put_at", "left_at")}
        with pytest.raises(IntegrityError), transaction.atomic():
            PoolStay.objects.create(lead_id=binned["id"], put_at=clock.now())
        with pytest.raises(IntegrityError), transaction.atomic():
            PoolDay.objects.create(person=cast.people["both"].id, day=clock.today(), picked=3, cap=2)
    assert known[given["id"]] == (cast.people["both"].id, False)
    assert known[ended["id"]] == (None, False)
    assert known[binned["id"]] == (None, True)


def test_of_those_who_pick_at_once_one_has_it_and_nobody_goes_beyond_the_cap(cast, colleague):
    boss, north = colleague(), cast.stores["north"]
    boss.ask("put", POOL, RULES | {"daily_cap": 3})
    leads = [make(boss, owner=None, channel="web") for _ in range(7)]
    actors = [cast.actor(name, store="north") for name in ("advisor", "both")]

    def race(wanted):
        start, told = threading.Barrier(len(wanted)), []

        def run(one):
            actor, lead = one
            start.wait()
            try:
                with tenant_context(north):
                    do(actor=actor, entity="lead", verb="pick", ids=[UUID(lead["id"])], values={})
                told.append((actor.person_name, "picked"))
            except AppError as refusal:
                told.append((actor.person_name, refusal.code))
            finally:
                connections.close_all()

        with ThreadPoolExecutor(len(wanted)) as threads:
            list(threads.map(run, wanted))
        return sorted(code for _, code in told)

    assert race([(actor, leads[0]) for actor in actors]) == ["picked", "pool_lead_taken"]
    with tenant_context(north):
        PoolDay.objects.all().delete()
    codes = race([(actors[0], lead) for lead in leads[1:]])
    assert codes == ["picked"] * 3 + ["pool_cap_reached"] * 3
    with tenant_context(north):
        assert Lead.objects.filter(owner=actors[0].person_id, id__in=[one["id"] for one in leads[1:]]).count() == 3


def test_what_was_due_stays_known_of_a_lead_that_was_contacted_and_nobodys_is_opened_again_in_the_pool(colleague):
    boss = colleague()
    due = (clock.now() + dt.timedelta(minutes=30)).isoformat()
    met, waiting = (make(boss, contact_due_at=due) for _ in range(2))
    act(boss, met, "contact")
    gone = [act(boss, one, "release", release_reason="没有时间") for one in (met, waiting)]
    assert [bool(one["contact_due_at"]) for one in gone] == [True, False]
    act(boss, met, "lose", lost_reason="price")
    again = act(boss, met, "reopen")
    assert (again["status"], again["owner"], bool(again["pooled_at"])) == ("contacted", None, True)
