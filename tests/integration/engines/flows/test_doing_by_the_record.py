"""Tasks that the record itself shows to be done, and who is asked where nobody else can be."""

from threading import Thread

import pytest
from django.db import connections

from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.factories.locks import until_it_waits
from tests.integration.engines.flows.conftest import END, START, by_roles, drawn, node, run, when
from tests.integration.engines.flows.walking import asked, items, stands, start, told

MANAGER, INSPECTOR = by_roles("store_manager"), by_roles("inspector")
DONE = when("gender", "=", "female")


def _task(**members):
    return drawn(START, node("task", "see", who=MANAGER, **members), END, ways="start>see see>end")


def _wait():
    until = {"kind": "record", "condition": DONE}
    return drawn(START, node("wait", "rest", until=until), END, ways="start>rest rest>end")


def test_a_task_is_taken_back_when_its_record_comes_to_be_done_and_no_other_is(manager, advisor):
    flow = manager.put(**_task(done_when=DONE))
    first, second = advisor.made(name="甲"), advisor.made(name="乙")
    mine, other = start(advisor, flow, first), start(advisor, flow, second)
    manager.change("customer", first, gender="male")
    run()
    assert {one["title"] for one in items(manager)} == {"甲", "乙"}
    manager.change("customer", manager.now(first), gender="female")
    run()
    assert [one["title"] for one in items(manager)] == ["乙"]
    assert (stands(advisor, mine)["status"], stands(advisor, other)["status"]) == ("done", "running")
    assert ("see", "met") in told(advisor, mine)


def test_nobody_is_asked_for_what_the_record_shows_to_be_done(manager, advisor):
    flow = manager.put(**_task(done_when=DONE))
    instance = start(advisor, flow, advisor.made(name="甲", gender="female"))
    run()
    assert items(manager) == []
    assert stands(advisor, instance)["status"] == "done"
    assert [kind for at, kind in told(advisor, instance) if at == "see"] == ["met", "passed"]


@pytest.mark.parametrize("steps", [_task(done_when=DONE), _wait()], ids=["task", "wait"])
def test_what_is_done_while_the_flow_comes_to_it_is_awaited_and_counts(manager, advisor, cast, steps):
    """Its event was told before anybody was asked: nobody would hear of it again."""
    flow, record = manager.put(**steps), advisor.made(name="甲")
    started = []

    def begin() -> None:
        started.append(start(advisor, flow, record))
        connections.close_all()

    begins = Thread(target=begin)
    with tenant_context(cast.stores["north"]):
        Customer.objects.filter(id=record["id"]).update(gender="female")
        begins.start()
        until_it_waits(begins)
    begins.join()
    assert items(manager) == []
    assert stands(advisor, started[0])["status"] == "done"


def test_others_are_asked_where_nobody_of_the_first_is_there_and_only_then(manager, advisor, owner):
    ways, then = "start>ask ask.approved>end ask.rejected>end", by_roles("group_owner")
    nobody = manager.put("没有人", **drawn(START, asked(INSPECTOR, otherwise=then), END, ways=ways))
    there = manager.put("有人", **drawn(START, asked(MANAGER, otherwise=then), END, ways=ways))
    start(advisor, nobody, advisor.made(name="甲"))
    start(advisor, there, advisor.made(name="乙"))
    assert [one["title"] for one in items(owner)] == ["甲"]
    assert [one["title"] for one in items(manager)] == ["乙"]


def test_a_condition_that_can_not_hold_is_named_before_it_is_published(manager):
    flow = manager.begin("坏条件", **_task(done_when=when("nothing", "=", "1"), otherwise=by_roles("nobody")))
    found = {(one["node"], one["where"]) for one in flow["problems"]}
    assert {("see", "done_when"), ("see", "otherwise.0")} <= found
