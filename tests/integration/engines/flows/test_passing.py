"""What is asked is passed on, sent back, stood in for, and never lost."""

import datetime as dt

import pytest
import time_machine

from chezhan.kernel import clock
from tests.integration.engines.flows.conftest import END, START, by_roles, drawn, node, run, when
from tests.integration.engines.flows.walking import (
    APPROVED,
    FLOWS,
    REJECTED,
    approval,
    asked,
    do,
    items,
    stands,
    start,
    told,
    where,
)

NOTICES, WAITING = "/api/store/notices", "/api/store/waiting"
MANAGER, OWNER, HQ = by_roles("store_manager"), by_roles("group_owner"), by_roles("hq_operations")
ALL = ["delegate", "transfer", "add", "return"]


def test_a_delegate_decides_in_ones_place(manager, advisor, owner, ids):
    flow = manager.put(**approval(MANAGER, may=ALL))
    instance = start(advisor, flow, advisor.made(name="甲"))
    do(manager, "delegate", to=ids["owner"])
    assert items(manager) == []
    (item,) = items(owner)
    assert (item["how"], item["stands_for"]) == ("delegated", "Manager")
    do(owner, "approve", item)
    assert stands(advisor, instance)["outcome"] == "approved"


def test_what_was_transferred_is_anothers(manager, advisor, owner, ids):
    flow = manager.put(**approval(MANAGER, may=ALL))
    start(advisor, flow, advisor.made(name="甲"))
    (item,) = items(manager)
    do(manager, "transfer", item, to=ids["owner"])
    do(manager, "approve", item, status=404)
    do(owner, "approve", item)


def test_nobody_is_given_what_they_may_not_see_or_approve(manager, advisor, ids):
    flow = manager.put(**approval(MANAGER, may=ALL))
    start(advisor, flow, advisor.made(name="甲"))
    for name in ("advisor", "rival_owner", "manager"):
        assert do(manager, "transfer", status=422, to=ids[name])["error"]["code"] == "flow_cannot_ask"
    assert len(items(manager)) == 1


def test_what_a_step_does_not_allow_is_refused(manager, advisor, ids):
    flow = manager.put(**approval(MANAGER, may=[]))
    start(advisor, flow, advisor.made(name="甲"))
    do(manager, "transfer", status=403, to=ids["owner"])
    do(manager, "add", status=403, to=ids["owner"], before=True)
    do(manager, "return", status=403, node="start", comment="改")
    do(manager, "complete", status=403)


def test_one_more_is_asked_before_or_after(manager, advisor, owner, ids):
    flow = manager.put(**approval(MANAGER, may=ALL))
    first = start(advisor, flow, advisor.made(name="甲"))
    (mine,) = items(manager)
    do(manager, "add", mine, to=ids["owner"], before=True)
    assert do(manager, "approve", mine, status=409)["error"]["code"] == "flow_item_queued"
    do(owner, "approve")
    do(manager, "approve", mine)
    assert stands(advisor, first)["outcome"] == "approved"
    second = start(advisor, flow, advisor.made(name="乙"))
    do(manager, "add", to=ids["owner"], before=False)
    assert stands(advisor, second)["status"] == "running"
    do(owner, "reject", comment="不")
    assert stands(advisor, second)["outcome"] == "rejected"


def test_it_goes_back_to_an_earlier_step_and_comes_again(manager, advisor, owner):
    flow = manager.put(**drawn(START, asked(MANAGER, "one"), asked(OWNER, "two"), APPROVED, REJECTED, ways=
        "start>one one.approved>two one.rejected>no two.approved>yes two.rejected>no"))  # fmt: skip
    instance = start(advisor, flow, advisor.made(name="甲"))
    do(manager, "approve")
    shown = owner.ask("get", f"{FLOWS}/items/{items(owner)[0]['id']}")
    assert shown["steps"] == ["start", "one"]
    do(owner, "return", status=422, node="two", comment="改")
    do(owner, "return", node="one", comment="再看看")
    assert where(advisor, instance) == {("one", "asking")}
    do(manager, "approve")
    do(owner, "return", node="start", comment="金额不对")
    (item,) = items(advisor)
    assert item["kind"] == "revise"
    do(advisor, "complete", item)
    do(manager, "approve")
    do(owner, "approve")
    assert stands(advisor, instance)["outcome"] == "approved"


def test_going_back_before_a_fork_drops_what_is_under_way_beyond(manager, advisor, owner):
    flow = manager.put(**drawn(
        START, asked(MANAGER, "one"), node("parallel", "fork"), node("task", "a", who=MANAGER),
        node("task", "b", who=OWNER), node("join", "join"), END, REJECTED,
        ways="start>one one.approved>fork one.rejected>no fork>a fork>b a>join b>join join>end"))  # fmt: skip
    instance = start(advisor, flow, advisor.made(name="甲"))
    do(manager, "approve")
    do(owner, "return", node="one", comment="重来")
    assert where(advisor, instance) == {("one", "asking")}
    do(manager, "approve")
    do(manager, "complete")
    do(owner, "complete")
    assert stands(advisor, instance)["status"] == "done"


def test_a_deputy_is_asked_for_the_time_and_it_says_so(manager, advisor, owner, ids):
    today = clock.today()
    body = {"person": ids["manager"], "deputy": ids["owner"], "since": str(today), "until": str(today)}
    (made,) = manager.ask("post", f"{FLOWS}/deputies", body, status=201)
    flow = manager.put(**approval(MANAGER))
    start(advisor, flow, advisor.made(name="甲"))
    (item,) = items(owner)
    assert (item["how"], item["stands_for"]) == ("deputy", "Manager")
    assert items(manager) == []
    manager.ask("delete", f"{FLOWS}/deputies/{made['id']}", status=204)
    start(advisor, flow, advisor.made(name="乙"))
    assert len(items(manager)) == 1
    advisor.ask("post", f"{FLOWS}/deputies", body, status=403)


def test_a_reason_is_asked_for_and_a_signature(manager, advisor):
    flow = manager.put(**approval(MANAGER, comment="rejecting", signature=True))
    instance = start(advisor, flow, advisor.made(name="甲"))
    assert do(manager, "reject", status=422)["error"]["code"] == "flow_comment_needed"
    assert do(manager, "approve", status=422)["error"]["code"] == "flow_signature_needed"
    do(manager, "approve", signature=[[[0, 0], [10, 5]]])
    (entry,) = [one for one in stands(advisor, instance)["entries"] if one["kind"] == "approved"]
    assert entry["signature"] == [[[0, 0], [10, 5]]]


def test_who_is_told_holds_nothing_up(manager, advisor, owner):
    flow = manager.put(**drawn(START, node("copy", "tell", who=OWNER), END, ways="start>tell tell>end"))
    instance = start(advisor, flow, advisor.made(name="甲"))
    assert stands(advisor, instance)["status"] == "done"
    assert owner.ask("get", f"{FLOWS}/items/counts") == {"open": 0, "copies": 1}
    owner.ask("get", f"{FLOWS}/items/{items(owner)[0]['id']}")
    assert items(owner) == []


def test_who_started_it_may_remind_once_in_a_while(manager, advisor):
    flow = manager.put(**approval(MANAGER))
    instance = start(advisor, flow, advisor.made(name="甲"))
    path = f"{FLOWS}/instances/{instance}/remind"
    assert advisor.ask("post", path, {}) == {"people": 1}
    assert advisor.ask("post", path, {}, status=409)["error"]["code"] == "flow_reminded_already"
    manager.ask("post", path, {}, status=404)


@pytest.mark.parametrize(("then", "outcome"), [("approve", "approved"), ("reject", "rejected")])
def test_after_the_deadline_it_is_decided(manager, advisor, then, outcome):
    flow = manager.put(**approval(MANAGER, deadlines=[{"after": 2, "unit": "hours", "working": False, "then": then}]))
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=False) as moved:
        instance = start(advisor, flow, advisor.made(name="甲"))
        moved.shift(dt.timedelta(minutes=119))
        run()
        assert stands(advisor, instance)["status"] == "running"
        moved.shift(dt.timedelta(minutes=2))
        run()
        assert stands(advisor, instance)["outcome"] == outcome
        run()
        assert told(advisor, instance).count(("ask", "late")) == 1
    assert items(manager) == []


def test_after_the_deadline_it_goes_to_somebody_else(manager, advisor, owner):
    late = [
        {"after": 1, "unit": "hours", "working": False, "then": "remind"},
        {"after": 2, "unit": "hours", "working": False, "then": "escalate", "to": OWNER},
    ]
    flow = manager.put(**approval(MANAGER, deadlines=late))
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=False) as moved:
        instance = start(advisor, flow, advisor.made(name="甲"))
        moved.shift(dt.timedelta(minutes=61))
        run()
        assert items(manager)[0]["reminded_at"] is not None
        moved.shift(dt.timedelta(minutes=60))
        run()
        assert items(manager) == []
        assert items(owner)[0]["how"] == "escalated"
        do(owner, "approve")
        assert stands(advisor, instance)["outcome"] == "approved"


def test_time_a_date_and_what_happens_to_the_record_are_waited_for(manager, advisor):
    flow = manager.put(entity="vehicle", **drawn(
        START, node("wait", "time", until={"kind": "time", "after": 3, "unit": "days", "working": False}),
        node("wait", "day", until={"kind": "date", "field": "first_registered_on", "days": 1, "side": "before"}),
        node("wait", "record", until={"kind": "record", "condition": when("series", "=", "唐"), "after": 2}),
        END, node("end", "vain"),
        ways="start>time time>day day>record record>end record.timeout>vain"))  # fmt: skip
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=False) as moved:
        whose = advisor.made(name="甲")["id"]
        first, second = (
            advisor.made("vehicle", customer=whose, vin=vin, brand="比亚迪", first_registered_on="2026-11-29")
            for vin in ("LSVAA4187E2000001", "LSVAA4187E2000002")
        )
        instance, other = start(advisor, flow, first), start(advisor, flow, second)
        moved.shift(dt.timedelta(days=3, seconds=1))
        run()
        assert where(advisor, instance) == {("day", "waiting")}
        moved.move_to(dt.datetime(2026, 11, 28, 1, 0, 1, tzinfo=dt.UTC))
        run()
        assert where(advisor, instance) == {("record", "waiting")}
        advisor.change("vehicle", first, series="唐")
        run()
        run()
        assert told(advisor, instance)[-1] == ("end", "end")
        moved.shift(dt.timedelta(days=3))
        run()
        assert told(advisor, other)[-1] == ("vain", "end")


def test_events_begin_a_flow_once_and_not_of_itself(manager, advisor):
    act = node("action", "do", actions=[{"kind": "set", "fields": [{"field": "region", "formula": "city"}]}])
    begin = node("start", "start", trigger={"kind": "changed", "fields": ["city", "region"]})
    flow = manager.put(**drawn(begin, act, END, ways="start>do do>end"))
    record = advisor.made(name="甲", city="杭州")
    advisor.change("customer", record, city="宁波")
    for _ in range(3):
        run()
    assert manager.now(record)["region"] == "宁波"
    shown = manager.ask("get", f"{FLOWS}/of-record?entity=customer&record_id={record['id']}")
    assert sorted(one["status"] for one in shown) == ["cancelled", "done"]
    assert {one["flow_id"] for one in shown} == {flow["id"]}


def test_a_record_in_the_bin_holds_its_flow_until_it_is_back(manager, owner):
    flow = manager.put(**approval(OWNER))
    record = manager.made(name="甲")
    instance = start(manager, flow, record)
    manager.ask("post", "/api/store/records/customer/delete", {"ids": [record["id"]]})
    run()
    assert stands(manager, instance)["tokens"][0]["code"] == "flow_record_gone"
    assert items(owner) == []
    manager.ask("post", "/api/store/records/customer/bring-back", {"ids": [record["id"]]})
    run()
    do(owner, "approve")
    assert stands(manager, instance)["outcome"] == "approved"


def test_a_deadline_of_an_earlier_stay_means_nothing(manager, advisor, owner):
    late = [{"after": 2, "unit": "hours", "working": False, "then": "reject"}]
    flow = manager.put(**drawn(
        START, asked(MANAGER, "one", deadlines=late), asked(OWNER, "two"), APPROVED, REJECTED,
        ways="start>one one.approved>two one.rejected>no two.approved>yes two.rejected>no"))  # fmt: skip
    with time_machine.travel(dt.datetime(2026, 11, 23, 2, tzinfo=dt.UTC), tick=False) as moved:
        instance = start(advisor, flow, advisor.made(name="甲"))
        do(manager, "approve")
        moved.shift(dt.timedelta(hours=1))
        do(owner, "return", node="one", comment="再看看")
        moved.shift(dt.timedelta(minutes=61))
        run()
        assert where(advisor, instance) == {("one", "asking")}
        moved.shift(dt.timedelta(minutes=60))
        run()
        assert stands(advisor, instance)["outcome"] == "rejected"


def test_who_is_asked_is_told_once_and_it_is_counted(manager, advisor, owner, ids):
    flow = manager.put(**approval(MANAGER, may=ALL))
    instance = start(advisor, flow, advisor.made(name="甲"))
    assert [one["kind"] for one in manager.ask("get", NOTICES)] == ["flow_asked"]
    assert manager.ask("get", WAITING)["flows"] == 1
    do(manager, "transfer", to=ids["owner"])
    assert [(one["kind"], one["title"]) for one in owner.ask("get", NOTICES)] == [("flow_asked", "甲")]
    assert manager.ask("get", WAITING)["flows"] == 0
    advisor.ask("post", f"{FLOWS}/instances/{instance}/remind", {})
    assert [one["kind"] for one in owner.ask("get", NOTICES)] == ["flow_reminded", "flow_asked"]


def test_a_deadline_counts_the_hours_on_which_the_store_is_open(manager, advisor):
    late = [{"after": 2, "unit": "hours", "working": True, "then": "approve"}]
    flow = manager.put(**approval(MANAGER, deadlines=late))
    # Five in the afternoon: the store closes at six, and opens at nine.
    with time_machine.travel(dt.datetime(2026, 11, 20, 9, tzinfo=dt.UTC), tick=False):
        start(advisor, flow, advisor.made(name="甲"))
        (item,) = items(manager)
    assert dt.datetime.fromisoformat(item["due_at"]) == dt.datetime(2026, 11, 21, 2, tzinfo=dt.UTC)


def test_who_sees_a_record_sees_its_flows_and_opens_those_that_they_have_part_in(manager, advisor, maker):
    flow = manager.put(**approval(MANAGER))
    record = advisor.made(name="甲")
    instance = start(advisor, flow, record)
    shown = {
        one: maker(one).ask("get", f"{FLOWS}/of-record?entity=customer&record_id={record['id']}")
        for one in ("advisor", "manager", "both")
    }
    assert {one: [(told["id"], told["opens"]) for told in flows] for one, flows in shown.items()} == {
        "advisor": [(instance, True)], "manager": [(instance, True)], "both": [(instance, False)]
    }  # fmt: skip
    maker("both").ask("get", f"{FLOWS}/instances/{instance}", status=404)


def test_what_changed_since_one_looked_at_it_is_not_decided(manager, advisor):
    flow = manager.put(**approval(MANAGER, fields=[{"field": "city", "right": "hidden"}]))
    record = advisor.made(name="甲", phone="13800138000", city="杭州")
    start(advisor, flow, record)
    (item,) = items(manager)
    assert (item["facts"]["phone"], item["version"], item["changed_at"]) == ("13800138000", 1, None)
    assert "city" not in item["facts"]
    advisor.change("customer", record, region="滨江区")
    for verb in ("approve", "reject"):
        refused = do(manager, verb, item, status=409, comment="看过", version=item["version"])["error"]
        assert (refused["code"], refused["params"]) == ("changed_meanwhile", {"version": 2})
    (now,) = items(manager)
    assert (now["facts"]["region"], now["version"], now["changed_at"] is None) == ("滨江区", 2, False)
    do(manager, "approve", now, version=2)
    assert items(manager) == []
