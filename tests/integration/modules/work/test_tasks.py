"""Tasks: made for oneself and for colleagues, ended once, handed on; and who has one is told."""

import datetime as dt

import pytest

from chezhan.catalogue.events.dispatching import dispatch
from chezhan.catalogue.timers.ringing import ring_due
from chezhan.kernel import clock
from tests.integration.engines.forms.conftest import RECORDS, Colleague

WORK = "/api/store/work/tasks"
HOUR = dt.timedelta(hours=1)


@pytest.fixture
def colleague(sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def task_of(someone, task_id):
    return someone.ask("get", f"{RECORDS}/task/{task_id}")["record"]


def make(someone, what="回访张先生", **body):
    return someone.ask("post", WORK, {"what": what, **body}, status=201)["id"]


def told(someone):
    return [(one["kind"], one["title"], one["read"]) for one in someone.ask("get", "/api/store/notices")]


def run():
    ring_due(until=clock.now() + HOUR)
    dispatch(until=clock.now() + HOUR)


def test_a_task_is_done_once_with_what_came_of_it_and_can_be_opened_again(cast, colleague):
    advisor = colleague("advisor")
    task_id = make(advisor, priority="high")
    assert (task_of(advisor, task_id)["status"], task_of(advisor, task_id)["owner"]) == (
        "open",
        str(cast.people["advisor"].id),
    )
    advisor.ask("post", f"{WORK}/{task_id}/done", {"result": "已接通，周六到店"}, status=204)
    done = task_of(advisor, task_id)
    assert (done["status"], done["result"], done["done_by"]) == (
        "done",
        "已接通，周六到店",
        str(cast.people["advisor"].id),
    )
    refused = advisor.ask("post", f"{WORK}/{task_id}/done", {}, status=409)["error"]
    assert (refused["code"], refused["params"]) == ("task_not_open", {"status": "done"})
    advisor.ask("post", f"{WORK}/{task_id}/reopen", status=204)
    again = task_of(advisor, task_id)
    assert (again["status"], again["done_at"], again["done_by"], again["result"]) == (
        "open",
        None,
        None,
        "已接通，周六到店",
    )
    assert advisor.ask("post", f"{WORK}/{task_id}/reopen", status=409)["error"]["code"] == "task_open"


def test_the_status_is_written_by_its_actions_alone(colleague):
    manager = colleague()
    task = task_of(manager, make(manager))
    body = {"version": task["version"], "values": {"status": "done"}}
    assert (
        manager.ask("patch", f"{RECORDS}/task/{task['id']}", body, status=403)["error"]["code"] == "field_not_writable"
    )
    assert task_of(manager, task["id"])["status"] == "open"


def test_a_colleague_is_given_a_task_and_told_and_may_hand_it_on(cast, colleague):
    advisor, manager = colleague("advisor"), colleague()
    task_id = make(advisor, owner=str(cast.people["manager"].id))
    assert told(manager) == [("task_assigned", "回访张先生", False)]
    assert manager.ask("get", "/api/store/waiting") == {"flows": 0, "notices": 1, "overdue": 0, "tasks": 1}
    assert advisor.ask("get", "/api/store/waiting") == {"flows": 0, "notices": 0, "overdue": 0, "tasks": 0}
    manager.ask(
        "post", f"{WORK}/{task_id}/hand-on", {"to": str(cast.people["advisor"].id), "note": "你更熟"}, status=204
    )
    assert told(advisor) == [("task_assigned", "回访张先生", False)]
    assert [one["text"] for one in advisor.ask("get", f"{RECORDS}/task/{task_id}/comments")] == ["你更熟"]
    refused = advisor.ask("post", f"{WORK}/{task_id}/hand-on", {"to": str(cast.people["stranger"].id)}, status=422)[
        "error"
    ]
    assert refused["code"] == "task_nobody_to_hand_to"


def test_who_neither_has_nor_made_a_task_does_not_end_it_and_who_made_it_does(cast, colleague):
    manager, advisor, both = colleague(), colleague("advisor"), colleague("both")
    task_id = make(advisor, owner=str(cast.people["manager"].id))
    assert both.ask("post", f"{WORK}/{task_id}/done", {}, status=403)["error"]["code"] == "field_not_writable"
    assert task_of(manager, task_id)["status"] == "open"
    advisor.ask("post", f"{WORK}/{task_id}/cancel", {"result": "客户已退订"}, status=204)
    assert task_of(manager, task_id)["status"] == "cancelled"


def test_who_has_a_task_is_reminded_once_when_it_is_due(colleague, time_machine):
    advisor = colleague("advisor")
    due = clock.now().replace(microsecond=0) + HOUR
    task_id = make(advisor, due_at=due.isoformat())
    run()
    assert told(advisor) == []
    time_machine.move_to(due)
    run()
    run()
    advisor = colleague("advisor")
    assert told(advisor) == [("task_due", "回访张先生", False)]
    time_machine.move_to(due + HOUR)
    assert colleague("advisor").ask("get", "/api/store/waiting") == {"flows": 0, "notices": 1, "overdue": 1, "tasks": 1}
    assert task_of(colleague("advisor"), task_id)["status"] == "open"


@pytest.mark.parametrize("what", ["done", "put_off"])
def test_nobody_is_reminded_of_what_is_done_or_put_off(colleague, time_machine, what):
    advisor = colleague("advisor")
    due = clock.now().replace(microsecond=0) + HOUR
    task_id = make(advisor, due_at=due.isoformat())
    if what == "done":
        advisor.ask("post", f"{WORK}/{task_id}/done", {}, status=204)
    else:
        advisor.change("task", task_of(advisor, task_id), due_at=(due + HOUR).isoformat())
    time_machine.move_to(due)
    run()
    assert told(colleague("advisor")) == []
    time_machine.move_to(due + HOUR)
    run()
    assert [kind for kind, *_ in told(colleague("advisor"))] == ([] if what == "done" else ["task_due"])


def test_of_what_was_due_when_it_was_made_nobody_is_reminded(colleague):
    advisor = colleague("advisor")
    make(advisor, due_at=(clock.now() - HOUR).isoformat())
    run()
    assert told(advisor) == []
    assert advisor.ask("get", "/api/store/waiting")["overdue"] == 1


def test_counts_are_not_sent_again_while_they_are_the_same(colleague):
    advisor = colleague("advisor")
    first = advisor.client.get("/api/store/waiting")
    again = advisor.client.get("/api/store/waiting", headers={"If-None-Match": first["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    make(advisor)
    third = advisor.client.get("/api/store/waiting", headers={"If-None-Match": first["ETag"]})
    assert (third.status_code, third.json()["tasks"]) == (200, 1)


def test_the_workshop_sees_its_own_tasks_alone(cast, colleague):
    technician = colleague("technician", "garage")
    mine = make(technician, what="领料")
    owner = colleague("owner", "garage")
    theirs = make(owner, what="盘点")
    found = technician.ask("get", f"{RECORDS}/task")["rows"]
    assert [one["id"] for one in found] == [mine]
    assert technician.ask("post", f"{WORK}/{theirs}/done", {}, status=404)["error"]["code"] == "unknown_record"


def test_the_open_tasks_of_somebody_go_to_somebody_else_and_back(cast, colleague):
    advisor, manager = colleague("advisor"), colleague()
    first, second, done = (make(advisor, what) for what in ("甲", "乙", "丙"))
    advisor.ask("post", f"{WORK}/{done}/done", {}, status=204)
    here, there = (str(cast.people[name].id) for name in ("advisor", "both"))
    path = "/api/store/work/hand-over"
    assert [(one["person"], one["count"]) for one in manager.ask("get", path)] == [(here, 2)]
    body = {"person": here, "to": there, "text": "休产假"}
    assert set(manager.ask("post", path, body)["tasks"]) == {first, second}
    assert [task_of(manager, one)["owner"] for one in (first, second, done)] == [there, there, here]
    assert [one["text"] for one in manager.ask("get", f"{RECORDS}/task/{first}/comments")] == ["休产假"]
    assert len(told(colleague("both"))) == 2
    assert manager.ask("post", path, {"person": there, "to": here, "tasks": [first]})["tasks"] == [first]
    assert [task_of(manager, one)["owner"] for one in (first, second)] == [here, there]
    for method, given in (("get", None), ("post", body)):
        assert advisor.ask(method, path, given, status=403)["error"]["code"] == "forbidden"
    stranger = {**body, "to": str(cast.people["stranger"].id)}
    assert manager.ask("post", path, stranger, status=422)["error"]["code"] == "task_nobody_to_hand_to"
    assert task_of(manager, first)["owner"] == here
