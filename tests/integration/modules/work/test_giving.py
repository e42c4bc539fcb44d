"""Rules give tasks: to whom, about what, until when by the store's working time; each once."""

import datetime as dt

import pytest

from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.work.doing import due_within
from tenants.context import tenant_context
from tests.integration.engines.rules.conftest import CREATED, maker, manager, run  # noqa: F401

CALL = {"kind": "task", "what": "首次联系", "within": 30, "unit": "minutes", "priority": "high"}


def tasks(someone):
    rows = someone.ask("get", "/api/store/records/task?fields=what,owner,due_at,priority,status,customer")["rows"]
    return [(one["what"], one["owner"], one["priority"], one["customer"]["id"]) for one in rows]


def test_a_task_goes_to_who_owns_the_record_else_to_who_was_chosen(manager, cast):  # noqa: F811
    advisor, boss = (str(cast.people[name].id) for name in ("advisor", "manager"))
    rule = manager.put(trigger=CREATED, actions=[{**CALL, "to": boss}])
    mine = manager.made(name="甲", owner=advisor)
    nobodys = manager.made(name="乙", owner=None)
    run()
    run()
    assert sorted(tasks(manager)) == sorted(
        [("首次联系", advisor, "high", mine["id"]), ("首次联系", boss, "high", nobodys["id"])]
    )
    assert [one["outcome"] for one in manager.log(rule)] == ["done", "done"]


def test_what_can_not_be_given_is_a_problem(manager, cast):  # noqa: F811
    stranger = str(cast.people["stranger"].id)
    rule = manager.begin(trigger=CREATED, actions=[{"kind": "task", "to_owner": False}, {**CALL, "to": stranger}])
    assert [(one["where"], one["code"]) for one in rule["problems"]] == [
        ("actions.0", "action_invalid"),
        ("actions.0", "action_without_person"),
        ("actions.1", "no_such_person"),
    ]


@pytest.mark.parametrize(
    ("within", "unit", "due"),
    [
        (0, "hours", None),
        (30, "minutes", "2026-11-23T09:20"),
        (2, "hours", "2026-11-23T10:50"),
        (2, "workdays", "2026-11-24T18:00"),
        (2, "days", "2026-11-24T17:50"),
    ],
)
def test_the_time_is_reckoned_by_the_stores_working_time(cast, within, unit, due):
    now = dt.datetime(2026, 11, 22, 17, 50, tzinfo=SHANGHAI)
    with tenant_context(cast.stores["north"]):
        found = due_within(within=within, unit=unit, now=now)
    assert found == (due and dt.datetime.fromisoformat(due).replace(tzinfo=SHANGHAI))
