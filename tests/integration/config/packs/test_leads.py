"""The defaults D1 and D2 as they ship: who gets a lead, the clock of its first contact, and what its stages need."""

import datetime as dt
from typing import Any

import pytest

from chezhan.catalogue.doing import absence
from chezhan.catalogue.notices.models import Notice
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.kernel import clock
from chezhan.modules.messaging.models import Message
from chezhan.modules.work.models import Task
from tenants.context import public_context, tenant_context
from tenants.lookup import forget_roles
from tenants.models import Membership
from tests.integration.config.packs.conftest import Caring
from tests.integration.engines.flows.conftest import run

LEADS = "/api/store/records/lead"
FIRST = "首次联系客户"
# 17:50 in Shanghai of the Monday: ten minutes before the store closes, twenty of the thirty go on at nine.
EVENING = dt.datetime(2026, 3, 2, 9, 50, tzinfo=dt.UTC)
DUE = dt.datetime(2026, 3, 3, 1, 20, tzinfo=dt.UTC)
# 10:00 in Shanghai of that Monday.
MORNING = dt.datetime(2026, 3, 2, 2, 0, tzinfo=dt.UTC)


class Showroom:
    def __init__(self, store: Caring, machine: Any) -> None:
        self.store, self.machine = store, machine
        with tenant_context(store.store):
            people = colleagues_of(store=store.store)
        self.advisors = {str(one.id) for one in people if "sales_advisor" in one.roles}

    def at(self, moment: dt.datetime) -> None:
        self.machine.move_to(moment, tick=False)
        run()

    def lead(self, name: str, **values: Any) -> str:
        made = self.store.made("lead", contact_name=name, channel="autohome", owner=None, **values)
        run()
        return made

    def now(self, lead: str) -> Any:
        return self.store.ask("get", f"{LEADS}/{lead}")["record"]

    def do(self, lead: str, verb: str, *, status: int = 200, **values: Any) -> Any:
        body = {"version": self.now(lead)["version"], "values": values}
        return self.store.ask("post", f"{LEADS}/{lead}/do/{verb}", body, status=status)

    def tasks(self, lead: str, what: str = FIRST) -> list[tuple[str, str]]:
        """Of whom, and how they stand, the first first."""
        with tenant_context(self.store.store):
            rows = Task.objects.filter(lead=lead, what=what).order_by("created_at", "id")
            return [(str(one.owner), str(one.status)) for one in rows]

    def alarms(self, lead: str) -> int:
        with tenant_context(self.store.store):
            return Message.objects.filter(record_id=lead, template__name="线索 24 小时未联系（给经理）").count()

    def told(self, lead: str) -> list[str]:
        with tenant_context(self.store.store):
            rows = Message.objects.filter(record_id=lead, template__name="线索 24 小时未联系（给经理）")
            return sorted(str(one) for one in rows.values_list("staff_id", flat=True) if one)


@pytest.fixture
def room(store, time_machine) -> Showroom:
    room = Showroom(store, time_machine)
    time_machine.move_to(EVENING, tick=False)
    return room


def test_a_lead_goes_to_somebody_and_after_thirty_working_minutes_to_somebody_else(room):
    room.store.give("D1")
    missed, met, ended = room.lead("无人联系"), room.lead("及时联系"), room.lead("空号")
    first = room.now(missed)
    assert first["owner"] in room.advisors
    assert dt.datetime.fromisoformat(first["contact_due_at"]) == DUE
    assert [room.tasks(one) for one in (missed, met, ended)] == [
        [(room.now(one)["owner"], "open")] for one in (missed, met, ended)
    ]
    room.store.ask("post", f"/api/store/leads/{met}/follow-up", {"kind": "call", "summary": "接通"}, status=201)
    room.do(ended, "invalidate", lost_note="空号")
    run()
    assert [(room.tasks(one)[0][1], room.now(one)["status"]) for one in (met, ended)] == [
        ("done", "contacted"), ("done", "invalid"),
    ]  # fmt: skip
    assert room.now(ended)["contact_due_at"] is None

    # The night does not count.
    room.at(DUE - dt.timedelta(minutes=2))
    assert room.now(missed)["owner"] == first["owner"]
    room.at(DUE + dt.timedelta(minutes=1))
    second = room.now(missed)
    assert second["owner"] in room.advisors - {first["owner"]}
    assert room.tasks(missed) == [(first["owner"], "cancelled"), (second["owner"], "open")]
    assert dt.datetime.fromisoformat(second["contact_due_at"]) == clock.now() + dt.timedelta(minutes=30)
    assert [len(room.tasks(one)) for one in (met, ended)] == [1, 1]

    # Missed again, it is nobody's and stands in the pool for anyone.
    room.at(DUE + dt.timedelta(minutes=32))
    third = room.now(missed)
    assert (third["owner"], bool(third["pooled_at"]), third["contact_due_at"]) == (None, True, None)
    assert (third["release_reason"], [one for _, one in room.tasks(missed)]) == ("两次超时未联系", ["cancelled"] * 2)

    # A day after it came, by the wall, a manager hears of it; of the others nobody does.
    room.at(EVENING + dt.timedelta(hours=23, minutes=58))
    assert room.alarms(missed) == 0
    room.at(EVENING + dt.timedelta(hours=24, minutes=1))
    assert [room.alarms(one) > 0 for one in (missed, met, ended)] == [True, False, False]
    assert room.now(missed)["owner"] is None
    # Whoever picks it has a first contact to make, and has made it once they spoke with them.
    room.do(missed, "pick")
    run()
    picked = room.now(missed)
    assert (room.tasks(missed)[2:], bool(picked["contact_due_at"])) == ([(picked["owner"], "open")], True)
    room.do(missed, "visit")
    run()
    assert room.tasks(missed)[2:] == [(picked["owner"], "done")]


def test_once_spoken_with_they_are_followed_up_and_after_three_days_again(room):
    room.store.give("D1")
    moved, still = room.lead("有进展"), room.lead("没有进展")
    for one in (moved, still):
        room.do(one, "contact", need="七座")
    run()
    after = ("发送车型资料和本月优惠", "邀约客户到店试驾")
    assert [len(room.tasks(one, what)) for one in (moved, still) for what in after] == [1] * 4
    follow = "线索 3 天没有进展：跟进客户"
    room.machine.move_to(EVENING + dt.timedelta(days=2), tick=False)
    talk = {"kind": "wechat", "summary": "约了周六", "at": clock.now().isoformat(), "lead": moved}
    room.store.made("interaction", **talk)
    # MORNING is that of EVENING's day.
    room.store.at(2)
    assert room.tasks(still, follow) == []
    room.store.at(3)
    assert [len(room.tasks(one, follow)) for one in (moved, still)] == [0, 1]
    room.store.at(4)
    assert len(room.tasks(still, follow)) == 1


def test_a_stage_asks_for_what_it_needs(room):
    room.store.give("D2")
    lead = room.lead("李女士")
    refused = room.do(lead, "contact", status=422)["error"]["params"]["rows"]
    assert [(one["field"], one["code"]) for one in refused] == [("need", "value_required")]
    assert room.now(lead)["status"] == "new"
    room.do(lead, "contact", need="七座，二十万以内")
    refused = room.do(lead, "invite", status=422)["error"]["params"]["rows"]
    assert [(one["field"], one["code"]) for one in refused] == [("visit_at", "value_required")]
    room.do(lead, "invite", visit_at="2026-03-07T02:00:00Z")
    assert room.do(lead, "lose", status=422)["error"]["params"]["rows"][0]["field"] == "lost_reason"
    room.do(lead, "lose", lost_reason="price", lost_note="比竞品贵")
    assert room.now(lead)["status"] == "lost"
    # Who is in no stage that asks for it is not asked.
    walked_in = room.lead("自然到店")
    room.do(walked_in, "visit")
    assert room.now(walked_in)["status"] == "visited"


def test_who_picks_a_released_lead_has_their_own_thirty_minutes(room, cast):
    room.store.give("D1")
    room.machine.move_to(MORNING, tick=False)
    lead, ended = room.lead("放入公海"), room.lead("重新激活")
    first = room.now(lead)["owner"]
    room.at(MORNING + dt.timedelta(minutes=20))
    room.do(lead, "release", release_reason="忙不过来")
    room.do(ended, "invalidate", lost_note="误判")
    run()
    assert room.tasks(lead) == [(first, "cancelled")]
    room.at(MORNING + dt.timedelta(minutes=25))
    room.do(lead, "pick")
    room.do(ended, "reopen")
    run()
    picked = room.now(lead)
    # What began before does not take it from them.
    room.at(MORNING + dt.timedelta(minutes=35))
    assert room.now(lead)["owner"] == picked["owner"] == str(cast.people["manager"].id)
    assert room.tasks(lead)[1:] == [(picked["owner"], "open")]
    # What is open again waits for its first contact again.
    assert dt.datetime.fromisoformat(room.now(ended)["contact_due_at"]) == MORNING + dt.timedelta(minutes=55)
    assert [state for _, state in room.tasks(ended)] == ["done", "open"]


def test_whose_lead_asks_again_is_told_of_it(room):
    room.store.give("D1")
    lead = room.lead("老线索")
    owner = room.now(lead)["owner"]
    said = {"kind": "note", "summary": "又留资", "at": clock.now().isoformat(), "lead": lead, "owner": owner}
    for direction in ("in", "out"):
        room.store.made("interaction", **said, direction=direction, reached=False)
    run()
    with tenant_context(room.store.store):
        told = Message.objects.filter(template__name="客户再次来询（给负责人）")
        assert [str(one) for one in told.values_list("staff_id", flat=True)] == [owner]


def test_whoever_is_given_a_lead_by_hand_has_a_limit_of_their_own_and_its_tasks(room, cast):
    room.store.give("D1")
    room.machine.move_to(MORNING, tick=False)
    lead, met = room.lead("改派"), room.lead("已联系")
    first = room.now(lead)["owner"]
    (second,) = room.advisors - {first}
    mine = room.store.made("task", what="准备资料", lead=lead, owner=first)
    others = room.store.made("task", what="核价", lead=lead, owner=str(cast.people["manager"].id))
    room.do(met, "contact", need="七座")
    run()
    due = room.now(met)["contact_due_at"]
    room.at(MORNING + dt.timedelta(minutes=20))
    for one in (lead, met):
        record = room.now(one)
        room.store.change("lead", record, owner=second if record["owner"] == first else first)
    run()
    assert (room.now(lead)["owner"], room.now(met)["contact_due_at"]) == (second, due)
    assert dt.datetime.fromisoformat(room.now(lead)["contact_due_at"]) == MORNING + dt.timedelta(minutes=50)
    assert room.tasks(lead) == [(second, "cancelled"), (second, "open")]
    with tenant_context(room.store.store):
        whose = {str(id_): str(owner) for id_, owner in Task.objects.values_list("id", "owner")}
        assert (whose[mine], whose[others]) == (second, str(cast.people["manager"].id))
        told = Notice.objects.filter(kind__in=["lead_given", "lead_taken"]).values_list(
            "record_id", "kind", "person_id"
        )
        assert {tuple(map(str, one)) for one in told} == {
            (lead, "lead_given", second), (lead, "lead_taken", first),
        }  # fmt: skip
    # What was the first one's limit takes nothing from the second; theirs does.
    room.at(MORNING + dt.timedelta(minutes=49))
    assert room.now(lead)["owner"] == second
    room.at(MORNING + dt.timedelta(minutes=51))
    assert (room.now(lead)["owner"], room.tasks(lead)[1:]) == (first, [(second, "cancelled"), (first, "open")])
    history = str(room.store.ask("get", f"{LEADS}/{lead}/timeline"))
    assert first in history and second in history
    # How long nobody spoke with them counts from when they came, whoever has them.
    room.store.change("lead", room.now(lead), owner=second)
    room.at(MORNING + dt.timedelta(hours=23, minutes=58))
    assert room.alarms(lead) == 0
    room.at(MORNING + dt.timedelta(hours=24, minutes=1))
    assert [room.alarms(one) > 0 for one in (lead, met)] == [True, False]


def test_where_no_manager_is_there_the_next_above_hears_of_a_lead_that_nobody_contacts(
    cast, sign_in, time_machine, monkeypatch
):
    time_machine.move_to(EVENING, tick=False)
    # What a manager published would stop once they are gone.
    room = Showroom(Caring(sign_in("owner", store="north"), cast.stores["north"], time_machine), time_machine)
    room.store.give("D1")
    north, manager, owner = cast.stores["north"], cast.people["manager"], cast.people["owner"]
    with public_context():
        Membership.objects.create(person=manager, group_id=north.group.id, store_id=north.id, role="sales_manager")
        forget_roles(person_id=manager.id, group_id=north.group.id)
    leads = []
    for hours in range(3):
        room.at(EVENING + dt.timedelta(hours=hours))
        leads.append(room.lead(f"第{hours}位"))
    room.at(EVENING + dt.timedelta(hours=24, minutes=1))
    monkeypatch.setattr(absence, "_known", [lambda day: {manager.id}])
    room.at(EVENING + dt.timedelta(hours=25, minutes=1))
    monkeypatch.setattr(absence, "_known", [])
    with public_context():
        Membership.objects.filter(person=manager, store_id=north.id).delete()
        forget_roles(person_id=manager.id, group_id=north.group.id)
    room.at(EVENING + dt.timedelta(hours=26, minutes=1))
    # There, away, and gone: somebody is told each time, and nobody twice.
    both = [str(one.id) for one in (manager, owner)]
    assert [room.told(one) for one in leads] == [both[:1], sorted(both), both[1:]]
