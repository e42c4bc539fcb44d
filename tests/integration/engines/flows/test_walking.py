"""Flows are started, answered, and come to their ends."""

from concurrent.futures import ThreadPoolExecutor

import pytest
import redis
from django.db import connections

from chezhan.access.rights import CLOSED
from chezhan.catalogue.policies.setting import Change, set_policies
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

MANAGER, OWNER = by_roles("store_manager"), by_roles("group_owner")


def test_an_approval_is_asked_answered_and_done(manager, advisor):
    flow = manager.put(**approval([{"kind": "manager"}]))
    record = advisor.made(name="甲")
    instance = start(advisor, flow, record)
    (item,) = items(manager)
    assert (item["flow"], item["title"], item["started_by"]) == ("流程", "甲", "Advisor")
    assert items(advisor) == []
    do(manager, "approve", item, comment="同意")
    shown = stands(advisor, instance)
    assert (shown["status"], shown["outcome"], shown["tokens"]) == ("done", "approved", [])
    assert told(advisor, instance) == [
        ("start", "started"), ("start", "passed"), ("ask", "asked"), ("ask", "approved"), ("ask", "passed"),
        ("yes", "end"),
    ]  # fmt: skip
    assert items(manager, "done")[0]["decision"] == "approved"


def test_trouble_of_the_servers_is_no_fault_of_the_flow(manager, advisor, monkeypatch):
    flow, record = manager.put(**approval(MANAGER)), advisor.made(name="甲")

    def fails(here):
        raise redis.ConnectionError

    with monkeypatch.context() as patch:
        patch.setattr("chezhan.engines.flows.running.advancing.step_of", lambda node: fails)
        patch.setattr(advisor.client, "raise_request_exception", False)
        start(advisor, flow, record, status=503)
        assert items(manager) == []
    # Nothing of the first is left, so that it begins as if it were the first.
    instance = start(advisor, flow, record)
    assert where(advisor, instance) == {("ask", "asking")} and len(items(manager)) == 1


def test_whoever_is_not_asked_neither_sees_nor_answers(manager, advisor, maker):
    flow = manager.put(**approval(MANAGER))
    instance = start(advisor, flow, advisor.made(name="甲"))
    (item,) = items(manager)
    stranger = maker("both")
    stranger.ask("get", f"{FLOWS}/items/{item['id']}", status=404)
    stranger.ask("get", f"{FLOWS}/instances/{instance}", status=404)
    do(stranger, "approve", item, status=404)
    maker("both", "south").ask("get", f"{FLOWS}/items/{item['id']}", status=404)
    assert where(advisor, instance) == {("ask", "asking")}


def test_a_second_decision_is_told_of_the_first(manager, advisor, owner):
    flow = manager.put(**approval(by_roles("store_manager", "group_owner")))
    instance = start(advisor, flow, advisor.made(name="甲"))
    (mine,), (others,) = items(manager), items(owner)
    do(manager, "approve", mine)
    refused = do(owner, "reject", others, status=409, comment="不")["error"]
    assert (refused["code"], refused["params"]) == ("flow_item_closed", {"by": "Manager", "decision": "approved"})
    assert stands(advisor, instance)["outcome"] == "approved"


def test_of_two_who_press_at_once_one_decides(manager, advisor, owner):
    flow = manager.put(**approval(by_roles("store_manager", "group_owner")))
    instance = start(advisor, flow, advisor.made(name="甲"))
    sent = [(manager, items(manager)[0], "approve"), (owner, items(owner)[0], "reject")]

    def press(one):
        person, item, verb = one
        try:
            body = {"comment": "好"}
            path = f"{FLOWS}/items/{item['id']}/{verb}"
            return person.client.post(path, data=body, content_type="application/json").status_code
        finally:
            connections.close_all()

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(press, sent)) == [204, 409]
    kinds = [kind for _, kind in told(advisor, instance)]
    assert len([one for one in kinds if one in ("approved", "rejected")]) == 1
    assert kinds.count("end") == 1


@pytest.mark.parametrize(
    ("mode", "answers", "outcome"),
    [
        ({"mode": "all"}, ["approve"], None),
        ({"mode": "all"}, ["approve", "approve"], "approved"),
        ({"mode": "all"}, ["reject"], "rejected"),
        ({"mode": "vote", "percent": 50}, ["approve"], "approved"),
        ({"mode": "vote", "percent": 51}, ["approve"], None),
        ({"mode": "vote", "percent": 51}, ["reject"], "rejected"),
        ({"mode": "order"}, ["approve"], None),
        ({"mode": "order"}, ["approve", "approve"], "approved"),
    ],
)
def test_how_many_must_agree(manager, maker, mode, answers, outcome):
    advisor, owner = maker("advisor"), maker("owner")
    flow = manager.put(**approval([*MANAGER, *OWNER], **mode))
    instance = start(advisor, flow, advisor.made(name="甲"))
    if mode["mode"] == "order":
        assert items(owner) == []
    for person, verb in zip((manager, owner), answers, strict=False):
        do(person, verb, comment="好")
    shown = stands(advisor, instance)
    assert shown["outcome"] == (outcome or "")
    assert (shown["status"] == "done") is bool(outcome)


def test_who_started_it_does_not_approve_it(manager, advisor, owner):
    flow = manager.put(**approval(MANAGER))
    instance = start(manager, flow, manager.made(name="甲"))
    assert items(manager) == []
    do(owner, "approve")
    assert stands(manager, instance)["outcome"] == "approved"


def test_a_branch_is_taken_by_what_the_record_says(manager, advisor):
    rich = node("condition", "if", branches=[{"id": "rich", "condition": when("annual_income", ">", "1000")}])
    flow = manager.put(**drawn(START, rich, asked(MANAGER), APPROVED, REJECTED, ways=
        "start>if if.rich>ask if.else>yes ask.approved>yes ask.rejected>no"))  # fmt: skip
    poor = start(advisor, flow, advisor.made(name="甲", annual_income="10"))
    wealthy = start(advisor, flow, advisor.made(name="乙", annual_income="2000"))
    assert stands(advisor, poor)["status"] == "done"
    assert where(advisor, wealthy) == {("ask", "asking")}


def test_a_step_opens_its_fields_and_no_others(manager, advisor):
    fields = [
        {"field": "region", "right": "required"}, {"field": "city", "right": "hidden"}, {"field": "name"}
    ]  # fmt: skip
    flow = manager.put(**approval(MANAGER, fields=fields))
    record = advisor.made(name="甲", city="杭州")
    start(advisor, flow, record)
    (item,) = items(manager)
    shown = manager.ask("get", f"{FLOWS}/items/{item['id']}")
    assert "city" not in shown["record"]
    assert (shown["write"], shown["required"]) == (["region"], ["region"])
    assert do(manager, "approve", item, status=422)["error"]["code"] == "flow_field_needed"
    refused = do(manager, "approve", item, status=403, version=record["version"], values={"city": "宁波"})
    assert refused["error"]["code"] == "field_not_in_step"
    do(manager, "approve", item, version=record["version"], values={"region": "华东"})
    now = manager.now(record)
    assert (now["region"], now["city"]) == ("华东", "杭州")


def test_an_action_is_done_by_the_flow_itself_outside_of_the_request(manager, advisor):
    act = node("action", "do", actions=[{"kind": "set", "fields": [{"field": "region", "value": "已批"}]}])
    flow = manager.put(**drawn(START, asked(MANAGER), act, APPROVED, REJECTED,
        ways="start>ask ask.approved>do do>yes ask.rejected>no"))  # fmt: skip
    record = advisor.made(name="甲")
    instance = start(advisor, flow, record)
    do(manager, "approve")
    assert where(advisor, instance) == {("do", "ready")}
    run()
    assert stands(advisor, instance)["status"] == "done"
    assert manager.now(record)["region"] == "已批"
    run()
    assert manager.now(record)["version"] == record["version"] + 1


def test_a_refused_action_is_stuck_with_its_reason(manager, advisor):
    act = node("action", "do", actions=[{"kind": "set", "fields": [{"field": "name", "formula": "region"}]}])
    flow = manager.put(**drawn(START, act, END, ways="start>do do>end"))
    instance = start(advisor, flow, advisor.made(name="甲"))
    run()
    (token,) = stands(advisor, instance)["tokens"]
    assert (token["state"], token["code"]) == ("stuck", "rows_refused")


def test_ways_that_part_come_together_when_nothing_is_left_to_come(manager, advisor, owner):
    flow = manager.put(**drawn(
        START, node("parallel", "fork"), node("task", "a", who=MANAGER), node("task", "b", who=OWNER),
        node("condition", "if", branches=[{"id": "x", "condition": when("city", "=", "杭州")}]),
        node("join", "join"), END, node("end", "aside"),
        ways="start>fork fork>a fork>b b>if if.x>join if.else>aside a>join join>end"))  # fmt: skip
    both = start(advisor, flow, advisor.made(name="甲", city="杭州"))
    do(manager, "complete")
    assert where(advisor, both) == {("join", "joining"), ("b", "asking")}
    do(owner, "complete")
    assert stands(advisor, both)["status"] == "done"
    # What goes another way does not hold up the rest.
    one = start(advisor, flow, advisor.made(name="乙"))
    do(manager, "complete")
    do(owner, "complete")
    assert stands(advisor, one)["status"] == "done"
    assert [kind for where_, kind in told(advisor, one) if where_ == "join"] == ["passed"]


def test_a_join_of_some_ends_what_is_still_under_way(manager, advisor, owner):
    flow = manager.put(**drawn(
        START, node("parallel", "fork"), node("task", "a", who=MANAGER), node("task", "b", who=OWNER),
        node("join", "join", need=1), END, ways="start>fork fork>a fork>b a>join b>join join>end"))  # fmt: skip
    instance = start(advisor, flow, advisor.made(name="甲"))
    do(manager, "complete")
    assert stands(advisor, instance)["status"] == "done"
    assert items(owner) == []


def test_a_flow_below_each_row_is_waited_for(manager, advisor):
    below = manager.put("下面", entity="vehicle", **approval(MANAGER))
    flow = manager.put(**drawn(
        START, node("subflow", "each", flow=below["id"], each="vehicle", via="customer"), END, REJECTED,
        ways="start>each each>end each.rejected>no"))  # fmt: skip
    record = manager.made(name="甲")
    for vin in ("LSVAA4187E2000001", "LSVAA4187E2000002"):
        manager.made("vehicle", customer=record["id"], vin=vin, brand="比亚迪")
    instance = start(advisor, flow, record)
    run()
    first, second = items(manager)
    do(manager, "approve", first)
    run()
    assert where(manager, instance) == {("each", "below")}
    do(manager, "reject", second, comment="不")
    run()
    assert stands(manager, instance)["outcome"] == "rejected"


def test_nobody_to_ask_is_stuck_and_says_so(manager, advisor):
    flow = manager.put(**approval(by_roles("finance")))
    instance = start(advisor, flow, advisor.made(name="甲"))
    assert [(one["state"], one["code"]) for one in stands(advisor, instance)["tokens"]] == [
        ("stuck", "flow_nobody_to_ask")
    ]


def test_nobody_is_asked_of_a_record_that_they_do_not_see(manager, advisor, cast):
    closed = [Change("sales_advisor", "customer", CLOSED)]
    set_policies(actor=cast.actor("owner", store="north"), changes=closed)
    flow = manager.put(**approval(by_roles("sales_advisor")))
    instance = start(manager, flow, manager.made(name="甲"))
    assert stands(manager, instance)["tokens"][0]["code"] == "flow_nobody_to_ask"
    assert items(advisor) == []


def test_one_is_under_way_on_a_record_at_a_time(manager, advisor):
    flow = manager.put(**approval(MANAGER))
    record = advisor.made(name="甲")
    instance = start(advisor, flow, record)
    assert start(advisor, flow, record, status=409)["error"]["code"] == "flow_under_way"
    advisor.ask("post", f"{FLOWS}/instances/{instance}/withdraw", {"text": "不要了"}, status=204)
    assert items(manager) == []
    start(advisor, flow, record)


def test_a_button_is_for_its_roles_and_its_records(manager, advisor):
    drawing = approval(MANAGER)
    drawing["nodes"][0] |= {
        "trigger": {"kind": "button", "roles": ["sales_advisor"]}, "condition": when("city", "=", "杭州")
    }  # fmt: skip
    flow = manager.put(**drawing)
    here, there = advisor.made(name="甲", city="杭州"), advisor.made(name="乙")
    query = f"{FLOWS}/startable?entity=customer&record_id="
    assert [one["name"] for one in advisor.ask("get", query + here["id"])] == ["流程"]
    assert advisor.ask("get", query + there["id"]) == manager.ask("get", query + here["id"]) == []
    start(advisor, flow, there, status=403)
    start(manager, flow, here, status=403)


def test_a_version_is_kept_to_its_end(manager, advisor, owner):
    flow = manager.put(**approval(MANAGER))
    old = start(advisor, flow, advisor.made(name="甲"))
    manager.publish(manager.save(flow, **approval(OWNER)))
    new = start(advisor, flow, advisor.made(name="乙"))
    assert [one["instance_id"] for one in items(manager)] == [old]
    assert [one["instance_id"] for one in items(owner)] == [new]
