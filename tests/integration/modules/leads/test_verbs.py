"""What is done with leads: only what their state allows, by whom it is theirs, and what it leaves behind."""

import datetime as dt

import pytest

from chezhan.kernel import clock
from chezhan.modules.leads.models import Lead
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague, designer, field  # noqa: F401
from tests.integration.engines.rules.conftest import CREATED, maker, manager, run  # noqa: F401

LEADS = f"{RECORDS}/lead"


@pytest.fixture
def colleague(sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


def make(someone, **values):
    values = {"contact_name": "李女士", "channel": "autohome", "phone": "13800138000", **values}
    return someone.ask("post", LEADS, {"values": values}, status=201)["record"]


def do(someone, lead, verb, status=200, **values):
    body = {"version": lead["version"], "values": values}
    return someone.ask("post", f"{LEADS}/{lead['id']}/do/{verb}", body, status=status)


def offered(someone, lead):
    return someone.ask("get", f"{LEADS}/{lead['id']}/verbs")["verbs"]


def test_a_lead_goes_on_by_its_verbs_and_by_nothing_else(cast, colleague):
    advisor = colleague("advisor")
    lead = make(advisor)
    assert (lead["status"], offered(advisor, lead)) == ("new", ["contact", "visit", "lose", "invalidate", "release"])
    written = advisor.ask("patch", f"{LEADS}/{lead['id']}", {"version": 1, "values": {"status": "won"}}, status=403)
    assert written["error"]["code"] == "field_not_writable"
    refused = do(advisor, lead, "win", status=409)["error"]
    assert (refused["code"], refused["params"]["state_zh"]) == ("illegal_move", "新线索")
    assert refused["params"]["next_zh"] == "记为已联系、已到店、战败、记为无效、放入公海"
    contacted = do(advisor, lead, "contact", need="七座，二十万以内", grade="A")["record"]
    assert (contacted["status"], contacted["need"], contacted["grade"]) == ("contacted", "七座，二十万以内", "A")
    assert contacted["first_contacted_at"]
    won = do(advisor, do(advisor, contacted, "visit")["record"], "win")["record"]
    assert (won["status"], bool(won["closed_at"])) == ("won", True)
    assert offered(advisor, won) == ["reopen", "revive"]


def test_a_lead_is_lost_for_a_reason_and_may_be_opened_again(cast, colleague):
    advisor = colleague("advisor")
    lead = make(advisor)
    refused = do(advisor, lead, "lose", status=422)["error"]["params"]["rows"]
    assert [(one["field"], one["code"]) for one in refused] == [("lost_reason", "value_required")]
    lost = do(advisor, lead, "lose", lost_reason="competitor", lost_to="理想 L7")["record"]
    assert (lost["status"], lost["lost_reason"], lost["next_contact_at"]) == ("lost", "competitor", None)
    again = do(advisor, lost, "reopen")["record"]
    assert (again["status"], again["closed_at"], again["lost_reason"]) == ("new", None, "")


def test_what_is_not_asked_for_is_not_written_on_the_way(cast, colleague):
    boss = colleague()
    lead = make(boss)
    refused = do(boss, lead, "contact", status=422, budget="1")["error"]
    assert (refused["code"], refused["params"]) == ("verb_not_asked", {"field": "budget"})
    assert (
        boss.ask("post", f"{LEADS}/{lead['id']}/do/fly", {"version": 1}, status=404)["error"]["code"] == "unknown_verb"
    )
    with tenant_context(cast.stores["north"]):
        assert Lead.objects.get(id=lead["id"]).status == "new"


def test_an_advisor_moves_their_own_leads_alone(cast, colleague):
    theirs = make(colleague())
    advisor = colleague("advisor")
    assert offered(advisor, theirs) == []
    assert do(advisor, theirs, "contact", status=403)["error"]["code"] == "field_not_writable"
    mine = make(advisor)
    many = {"ids": [mine["id"], theirs["id"]], "values": {}}
    advisor.ask("post", f"{LEADS}/do/contact", many, status=403)
    with tenant_context(cast.stores["north"]):
        assert set(Lead.objects.values_list("status", flat=True)) == {"new"}
    assert colleague().ask("post", f"{LEADS}/do/contact", many)["changed"] == 2


def test_two_who_press_at_once_do_it_once(cast, colleague):
    advisor, boss = colleague("advisor"), colleague()
    lead = make(advisor)
    do(advisor, lead, "contact")
    assert do(boss, lead, "contact", status=409)["error"]["code"] == "changed_meanwhile"
    body = {"ids": [lead["id"]], "values": {}}
    assert boss.ask("post", f"{LEADS}/do/contact", body, status=409)["error"]["code"] == "illegal_move"


def test_a_follow_up_stops_the_clock_when_somebody_was_reached(cast, colleague):
    advisor = colleague("advisor")
    lead = make(advisor)
    moment = (clock.now() + dt.timedelta(days=1)).replace(microsecond=0)
    path = f"/api/store/leads/{lead['id']}/follow-up"
    tried = {"kind": "call", "summary": "未接通", "reached": False, "next_contact_at": moment.isoformat()}
    advisor.ask("post", path, tried, status=201)
    whole = advisor.ask("get", f"{LEADS}/{lead['id']}")
    assert (whole["record"]["status"], whole["record"]["first_contacted_at"]) == ("new", None)
    assert dt.datetime.fromisoformat(whole["record"]["next_contact_at"]) == moment
    advisor.ask("post", path, {"kind": "call", "summary": "周六来看车"}, status=201)
    whole = advisor.ask("get", f"{LEADS}/{lead['id']}")
    assert (whole["record"]["status"], bool(whole["record"]["first_contacted_at"])) == ("contacted", True)
    said = next(one for one in whole["related"] if one["entity"] == "interaction")
    assert {row["summary"] for row in said["rows"]} == {"未接通", "周六来看车"}


def test_a_rule_does_what_people_do_and_no_more(cast, manager):  # noqa: F811
    met = {"kind": "do", "verb": "contact", "fields": [{"field": "grade", "value": "H"}]}
    condition = {"combinator": "and", "rules": [{"field": "channel", "operator": "=", "value": "walk_in"}]}
    rule = manager.put(entity="lead", trigger=CREATED, condition=condition, actions=[met])
    there = manager.made("lead", contact_name="到店客户", channel="walk_in")
    elsewhere = manager.made("lead", contact_name="网上客户", channel="web")
    run()
    run()
    assert [manager.now(one, "lead")["status"] for one in (there, elsewhere)] == ["contacted", "new"]
    assert (manager.now(there, "lead")["grade"], [one["outcome"] for one in manager.log(rule)]) == ("H", ["done"])
    wrong = [{"kind": "do"}, {"kind": "do", "verb": "contact", "fields": [{"field": "budget", "value": "1"}]}]
    told = manager.begin("另一条", entity="lead", trigger=CREATED, actions=wrong)["problems"]
    assert [one["code"] for one in told] == ["action_without_verb", "verb_not_asked"]


def test_a_store_asks_for_the_need_before_a_lead_counts_as_contacted(cast, manager, designer):  # noqa: F811
    contacted = {"group": {"combinator": "and", "rules": [{"field": "status", "operator": "=", "value": "contacted"}]}}
    designer.put(
        field("contact_name"), field("channel"), field("status"), field("need", required_when=contacted), entity="lead"
    )
    lead = manager.made("lead", contact_name="李女士", channel="web")
    refused = do(manager, lead, "contact", status=422)["error"]["params"]["rows"]
    assert [one["field"] for one in refused] == ["need"]
    path = f"/api/store/leads/{lead['id']}/follow-up"
    told = manager.ask("post", path, {"kind": "call", "summary": "说了两句"}, status=201)
    assert told["waits_for"] == ["need"]
    kept = manager.now(lead, "lead")
    assert (kept["status"], bool(kept["first_contacted_at"])) == ("new", True)
    assert do(manager, kept, "contact", need="七座")["record"]["status"] == "contacted"
