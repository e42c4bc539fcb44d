"""Flows under way are found, mended, moved and handed over by who designs; drawings are walked through."""

from tests.integration.engines.flows.conftest import DESIGN, END, START, by_roles, drawn, node, when
from tests.integration.engines.flows.walking import (
    APPROVED,
    REJECTED,
    approval,
    asked,
    do,
    items,
    stands,
    start,
    where,
)

MANAGER, OWNER = by_roles("store_manager"), by_roles("group_owner")
TWO = "start>one one.approved>two one.rejected>no two.approved>yes two.rejected>no"


def operate(person, instance, verb, *, status=204, **body):
    return person.ask("post", f"{DESIGN}/instances/{instance}/{verb}", body, status=status)


def running(person, which="running"):
    return person.ask("get", f"{DESIGN}/running?which={which}")


def test_one_that_stands_still_is_found_with_its_reason_and_tried_again(manager, advisor, owner, ids):
    flow = manager.put(**approval([{"kind": "field", "field": "owner"}], own=False))
    record = owner.made(name="甲")
    stuck = start(owner, flow, record)
    shown = running(manager, "stuck")
    assert shown["stuck"] == 1
    (found,) = shown["instances"]
    assert (found["id"], found["stuck_at"][0]["code"]) == (stuck, "flow_nobody_to_ask")
    other = start(owner, flow, owner.made(name="乙"))
    (listed,) = manager.ask("get", DESIGN)
    assert (listed["running"], listed["stuck"]) == (2, 2)
    # Who published it is told once of what is stuck for the same reason; nobody else is.
    notices = [(one["kind"], one["title"]) for one in manager.ask("get", "/api/store/notices")]
    assert (notices, owner.ask("get", "/api/store/notices")) == ([("flow_stuck", "甲")], [])
    operate(manager, other, "cancel", text="")
    (listed,) = manager.ask("get", DESIGN)
    assert (listed["running"], listed["stuck"]) == (1, 1)
    assert operate(manager, stuck, "retry", status=200) == {"tokens": 1}
    assert running(manager, "stuck")["stuck"] == 1
    owner.change("customer", record, owner=ids["manager"])
    operate(manager, stuck, "retry", status=200)
    assert running(manager, "stuck")["stuck"] == 0
    do(manager, "approve")
    assert stands(owner, stuck)["outcome"] == "approved"
    advisor.ask("get", f"{DESIGN}/running", status=403)
    operate(advisor, stuck, "cancel", status=403, text="")


def test_one_is_cancelled_with_what_it_asks(manager, advisor):
    flow = manager.put(**approval(MANAGER))
    instance = start(advisor, flow, advisor.made(name="甲"))
    operate(manager, instance, "cancel", text="停")
    assert (items(manager), stands(advisor, instance)["status"]) == ([], "cancelled")
    operate(manager, instance, "cancel", status=409, text="停")


def test_one_is_moved_and_migrated(manager, advisor, owner):
    flow = manager.put(**drawn(START, asked(MANAGER, "one"), asked(OWNER, "two"), APPROVED, REJECTED, ways=TWO))
    instance = start(advisor, flow, advisor.made(name="甲"))
    (token,) = stands(advisor, instance)["tokens"]
    operate(manager, instance, "move", token_id=token["id"], node="two")
    assert (items(manager), len(items(owner))) == ([], 1)
    other = start(advisor, flow, advisor.made(name="乙"))
    manager.publish(manager.save(flow, **approval(OWNER)))
    operate(manager, other, "migrate", number=2, status=422)
    operate(manager, other, "migrate", number=2, places={"one": "ask"})
    assert where(advisor, other) == {("ask", "asking")}
    assert stands(advisor, other)["number"] == 2
    assert {one["instance_id"] for one in items(owner)} == {instance, other}


def test_what_somebody_is_asked_is_handed_over_and_taken_back(manager, advisor, owner, ids):
    flow = manager.put(**approval(MANAGER))
    instance = start(advisor, flow, advisor.made(name="甲"))
    (asked,) = owner.ask("get", f"{DESIGN}/hand-over")
    assert (asked["person"], asked["count"]) == (ids["manager"], 1)
    body = {"person": ids["manager"], "to": ids["owner"], "text": "离职交接"}
    (item,) = owner.ask("post", f"{DESIGN}/hand-over", body)["items"]
    assert items(manager) == []
    passed = [one for one in stands(advisor, instance)["entries"] if one["kind"] == "transferred"]
    assert [one["text"] for one in passed] == ["离职交接"]
    assert advisor.ask("get", f"{DESIGN}/hand-over", status=403)["error"]["code"] == "forbidden"
    advisor.ask("post", f"{DESIGN}/hand-over", body, status=403)
    back = {"person": ids["owner"], "to": ids["manager"]}
    assert owner.ask("post", f"{DESIGN}/hand-over", {**back, "items": []}) == {"items": []}
    assert owner.ask("post", f"{DESIGN}/hand-over", {**back, "items": [item]}) == {"items": [item]}
    assert len(items(manager)) == 1
    owner.ask("post", f"{DESIGN}/hand-over", body)
    do(owner, "approve")
    assert stands(advisor, instance)["outcome"] == "approved"


def test_a_drawing_is_walked_through_and_nothing_is_written(manager, advisor):
    rich = node("condition", "if", branches=[{"id": "rich", "condition": when("annual_income", ">", "1000")}])
    act = node("action", "do", actions=[{"kind": "set", "fields": [{"field": "region", "value": "走过"}]}])
    flow = manager.begin(**drawn(START, rich, asked(OWNER), act, END, REJECTED, ways=
        "start>if if.rich>ask if.else>end ask.approved>do ask.rejected>no do>end"))  # fmt: skip
    record = advisor.made(name="甲", annual_income="2000")
    path, body = f"{DESIGN}/{flow['id']}/walk", {"record_id": record["id"]}
    first = manager.ask("post", path, body)
    assert [(one["node"], one["port"]) for one in first["steps"]] == [("start", "next"), ("if", "rich"), ("ask", None)]
    assert (first["waits_at"], first["steps"][-1]["people"]) == (["ask"], ["Owner"])
    second = manager.ask("post", path, body | {"choices": {"ask": "approved"}})
    assert [one["node"] for one in second["steps"]] == ["start", "if", "ask", "do", "end"]
    assert manager.now(record)["version"] == record["version"]
    assert running(manager)["instances"] == []
