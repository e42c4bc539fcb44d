"""A verb that was done by mistake is taken back at once, by who did it, while nothing has followed from it."""

import datetime as dt

import pytest
import time_machine

from chezhan.kernel import clock
from tests.integration.engines.rules.conftest import maker, manager, run  # noqa: F401
from tests.integration.modules.leads.test_verbs import LEADS, colleague, do, make  # noqa: F401


@pytest.fixture
def undo():
    def _undo(someone, lead, verb, status=200, version=None):
        body = {"version": version or lead["version"]}
        answer = someone.ask("post", f"{LEADS}/{lead['id']}/undo/{verb}", body, status=status)
        return answer["record"] if status == 200 else answer["error"]

    return _undo


def now(someone, lead):
    return someone.ask("get", f"{LEADS}/{lead['id']}")["record"]


def test_all_that_the_verb_wrote_is_put_back(colleague, undo):  # noqa: F811
    advisor = colleague("advisor")
    lead = do(advisor, make(advisor, need="五座"), "contact", grade="B")["record"]
    lead = now(advisor, lead)
    lost = do(advisor, lead, "lose", lost_reason="competitor", lost_to="理想 L7")["record"]
    back = undo(advisor, lost, "lose")
    same = ("status", "lost_reason", "lost_to", "closed_at", "progressed_at", "first_contacted_at", "grade", "need")
    assert [back[name] for name in same] == [lead[name] for name in same]
    assert back["version"] == lost["version"] + 1
    # What was taken back is over: neither it nor what it took back is undone again.
    assert undo(advisor, back, "lose", 409)["code"] == "undo_over"
    assert now(advisor, lead)["version"] == back["version"]
    again = do(advisor, do(advisor, back, "lose", lost_reason="price")["record"], "reopen")["record"]
    assert undo(advisor, again, "reopen")["status"] == "lost"


def test_it_is_for_who_did_it_for_a_minute_and_for_what_nobody_changed_since(cast, colleague, undo):  # noqa: F811
    advisor, boss = colleague("advisor"), colleague()
    lead = do(advisor, make(advisor), "contact")["record"]
    assert undo(boss, lead, "contact", 409)["code"] == "undo_over"
    assert undo(advisor, lead, "visit", 409)["code"] == "undo_over"
    with time_machine.travel(clock.now() + dt.timedelta(seconds=61), tick=True):
        assert undo(advisor, lead, "contact", 409)["code"] == "undo_over"
    boss.ask("patch", f"{LEADS}/{lead['id']}", {"version": lead["version"], "values": {"need": "六座"}})
    assert undo(advisor, lead, "contact", 409)["code"] == "changed_meanwhile"
    theirs = make(boss, contact_name="王先生", phone="13900139000")
    moved = do(boss, theirs, "contact")["record"]
    assert undo(advisor, moved, "contact", 403)["code"] == "field_not_writable"
    assert (now(boss, lead)["status"], now(boss, theirs)["status"]) == ("contacted", "contacted")


def test_what_acted_on_it_already_is_named_and_more_than_a_record_is_not_undone(colleague, manager, undo):  # noqa: F811
    advisor = colleague("advisor")
    asked = {"kind": "comment", "text": "已联系，请跟进"}
    manager.put("联系后提醒", entity="lead", trigger={"kind": "changed", "fields": ["status"]}, actions=[asked])
    lead = do(advisor, make(advisor), "contact")["record"]
    run()
    refused = undo(advisor, lead, "contact", 409)
    assert (refused["code"], refused["params"]["what_zh"]) == ("verb_followed", "规则“联系后提醒”")
    assert now(advisor, lead)["status"] == "contacted"
    order = f"/api/store/records/sales_order/{lead['id']}/undo/approve"
    stays = advisor.ask("post", order, {"version": 1}, status=409)["error"]
    assert (stays["code"], stays["params"]["verb_zh"]) == ("verb_stays", "审批通过")
