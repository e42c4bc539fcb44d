"""Records go by rules that somebody agreed to: not those that are wanted still, each once, no more than agreed."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor

import pytest
import time_machine
from django.db import connections

from chezhan.access.rights import Right
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.retention.rules import going
from chezhan.catalogue.retention.rules.models import RetentionRule
from chezhan.catalogue.retention.rules.tasks import follow_rules
from chezhan.kernel import clock
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context

RULES = "retention/rules"
ERASED = "已清除"
LONG_AGO = dt.timedelta(days=3 * 366)


@pytest.fixture
def long_ago(showroom):
    """Until now everything in the showroom was done years ago."""
    return clock.now() - LONG_AGO


@pytest.fixture
def old(make, long_ago):
    """old(name=…) → a customer whom nobody has touched for years."""

    def _old(**values):
        with time_machine.travel(long_ago, tick=False):
            return make(**values)

    return _old


@pytest.fixture
def rule(ask):
    """rule() → a rule of customers, untouched for two years, to be erased."""

    def _rule(status=201, who="manager", **values):
        body = {"name": "两年未联系", "entity": "customer", "months": 24, "does": "erase", **values}
        return ask(who, "POST", RULES, body, status)

    return _rule


@pytest.fixture
def agree(ask):
    """agree(rule) → switched on, with what it foretold."""

    def _agree(rule, who="manager"):
        told = ask(who, "GET", f"{RULES}/{rule['id']}/preview")
        ask(who, "POST", f"{RULES}/{rule['id']}/switch", {"on": True, "name": rule["name"], "met": told["met"]})
        return told

    return _agree


@pytest.fixture
def agreed(rule, agree):
    """agreed() → what a rule foretold that is on."""
    return lambda **values: agree(rule(**values))


def night(ask, nights=1):
    """The nights that come; answers the rule's latest run."""
    for number in range(nights):
        with time_machine.travel(clock.now() + dt.timedelta(days=1 + number), tick=False):
            while follow_rules():
                pass
    return ask("manager", "GET", RULES)[0]["runs"][0]


def names(showroom, store="north"):
    with tenant_context(showroom.stores[store]):
        return sorted(Customer.objects.values_list("name", flat=True))


def test_who_was_untouched_is_erased_and_who_has_something_open_is_not(ask, old, make, agreed, showroom):
    make(name="新客户")
    gone, busy, talked, kept = (
        old(name="无人问津"), old(name="有待办"), old(name="刚聊过"), old(name="打官司")
    )  # fmt: skip
    ask("manager", "POST", "work/tasks", {"what": "回访", "values": {"customer": busy["id"]}}, 201)
    ask("manager", "POST", f"records/customer/{talked['id']}/comments", {"text": "来电"}, 201)
    ask("manager", "PUT", f"retention/holds/customer/{kept['id']}", {"reason": "诉讼未结"})
    told = agreed()
    assert (told["met"], told["goes"]) == (4, 1)
    assert told["held"] == {"hold": 1, "changed_lately": 1, "open_task": 1}
    assert told["sample"] == [{"id": gone["id"], "title": "无人问津"}]
    run = night(ask)
    assert (run["outcome"], run["met"], run["gone"], run["held"]) == ("done", 4, 1, told["held"])
    left = names(showroom)
    assert ERASED in left and "无人问津" not in left
    assert {"有待办", "刚聊过", "打官司", "新客户"} <= set(left)
    [request] = ask("manager", "GET", f"records/customer/{gone['id']}/personal-data")["requests"]
    assert (request["kind"], request["reason"]) == ("erased", "needless")
    assert request["by"] == str(showroom.people["manager"].id)
    with tenant_context(showroom.stores["north"]):
        told = AuditEntry.objects.filter(record_id=gone["id"], kind="updated").order_by("-id").first()
        (made,) = RetentionRule.objects.all()
    assert (told.actor_id, told.reason) == (made.id, "retention:两年未联系")


def test_a_second_night_does_nothing(ask, old, agreed, showroom):
    old(name="甲")
    agreed()
    assert night(ask)["gone"] == 1
    before = names(showroom)
    run = night(ask, nights=2)
    assert (run["met"], run["gone"], run["held"]) == (0, 0, {})
    assert names(showroom) == before


def test_what_hangs_on_a_person_counts_as_their_doing(ask, old, agreed, showroom):
    customer = old(name="老客户")
    with time_machine.travel(clock.now() - dt.timedelta(days=200), tick=False):
        values = {"customer": customer["id"], "brand": "理想"}
        ask("manager", "POST", "records/vehicle", {"values": values}, 201)
    assert agreed()["held"] == {"active": 1}
    assert night(ask)["gone"] == 0
    assert "老客户" in names(showroom)


def test_by_a_date_and_a_condition_into_the_bin(ask, old, agreed, showroom):
    north, manager = showroom.stores["north"], showroom.actor("manager", store="north")
    add_field(
        actor=manager, store=north, entity="customer", draft=FieldDraft(Label("末次到店", ""), "date", name="x_last")
    )
    made = [
        old(name=name, city=city, x_last=day)
        for name, city, day in (("甲", "上海", "2020-01-01"), ("乙", "苏州", "2020-01-01"), ("丙", "上海", None))
    ]
    where = '{"combinator": "and", "rules": [{"field": "city", "operator": "=", "value": "上海"}]}'
    told = agreed(does="bin", field="x_last", filter=where)
    assert (told["met"], told["sample"]) == (1, [{"id": made[0]["id"], "title": "甲"}])
    assert night(ask)["gone"] == 1
    assert [row["title"] for row in ask("manager", "GET", "bin")["rows"]] == ["甲"]
    ask("manager", "POST", "records/customer/bring-back", {"ids": [made[0]["id"]]})
    run = night(ask, nights=2)
    assert (run["gone"], run["held"]) == (0, {"changed_lately": 1}), "what came back is not taken again the next night"


def test_no_more_go_in_a_night_than_it_says(ask, old, agreed, showroom):
    for name in "甲乙丙":
        old(name=name)
    agreed(per_night=2)
    run = night(ask)
    assert (run["outcome"], run["met"], run["gone"]) == ("capped", 3, 2)
    run = night(ask, nights=2)
    assert (run["outcome"], run["gone"]) == ("done", 1)
    assert names(showroom).count(ERASED) == 3


def test_suddenly_many_more_and_it_asks_again(ask, old, agreed, agree, showroom):
    old(name="甲")
    agreed()
    for number in range(12):
        old(name=f"忽然{number}")
    run = night(ask)
    assert (run["outcome"], run["code"], run["gone"]) == ("stopped", "retention_suddenly_many", 0)
    [told] = ask("manager", "GET", RULES)
    assert (told["state"], told["stop_code"], told["next_at"]) == ("stopped", "retention_suddenly_many", None)
    assert ERASED not in names(showroom)
    with time_machine.travel(clock.now() + dt.timedelta(days=5), tick=False):
        assert follow_rules() == 0
    agree(told)
    assert night(ask, nights=2)["gone"] == 13


def test_it_is_agreed_to_by_name_and_number(ask, old, rule, showroom):
    old(name="甲")
    made = rule()
    switch = f"{RULES}/{made['id']}/switch"
    told = ask("manager", "POST", switch, {"on": True, "name": "别的", "met": 1}, 422)
    assert told["error"]["code"] == "retention_rule_bad"
    told = ask("manager", "POST", switch, {"on": True, "name": made["name"], "met": 7}, 409)
    assert (told["error"]["code"], told["error"]["params"]) == ("retention_count_changed", {"met": 1})
    with time_machine.travel(clock.now() + dt.timedelta(days=1), tick=False):
        assert follow_rules() == 0
    on = ask("manager", "POST", switch, {"on": True, "name": made["name"], "met": 1})
    assert on["state"] == "on"
    body = {name: on[name] for name in ("name", "entity", "filter", "field", "does", "per_night", "version")}
    changed = ask("manager", "PUT", f"{RULES}/{made['id']}", {**body, "months": 25})
    assert changed["state"] == "off", "what was changed is agreed to anew"
    with time_machine.travel(clock.now() + dt.timedelta(days=2), tick=False):
        follow_rules()
    assert names(showroom).count(ERASED) == 0


def test_other_stores_keep_theirs(ask, old, agreed, showroom, long_ago):
    with time_machine.travel(long_ago, tick=False):
        theirs = ask("both", "POST", "records/customer", {"values": {"name": "南店旧客"}}, 201, store="south")
    old(name="北店旧客")
    agreed()
    night(ask)
    assert "南店旧客" in names(showroom, "south")
    assert ask("both", "GET", RULES, store="south") == []
    assert theirs["record"]["name"] == "南店旧客"


def test_it_requires_the_right_to_erase_and_to_see_all(ask, old, rule, set_policy):
    old(name="甲")
    rule(403, who="advisor")
    set_policy("store_manager", "sales_order", fields={"status": Right.HIDDEN})
    assert rule(403)["error"]["code"] == "retention_needs_whole"
    assert ask("manager", "GET", RULES) == []


def test_who_sees_less_than_the_rule_is_told_no_number_of_it(ask, old, rule, agree, set_policy):
    old(name="甲", city="上海")
    where = '{"combinator": "and", "rules": [{"field": "city", "operator": "=", "value": "上海"}]}'
    made = rule(filter=where)
    agree(made)
    night(ask)
    set_policy("store_manager", "customer", fields={"city": Right.HIDDEN})
    [told] = ask("manager", "GET", RULES)
    assert (told["known"], told["filter"]) == (False, "")
    assert (told["runs"][0]["met"], told["runs"][0]["gone"], told["runs"][0]["held"]) == (None, None, None)
    ask("manager", "GET", f"{RULES}/{made['id']}/preview", status=422)
    # And the rule itself, which acts with the manager's rights, stops.
    assert night(ask, nights=2)["outcome"] == "stopped"


def test_vehicles_are_no_persons(rule):
    assert rule(422, entity="vehicle")["error"]["code"] == "retention_rule_not_a_person"


def test_a_worker_that_dies_in_the_middle_loses_and_doubles_nothing(ask, old, agreed, showroom, monkeypatch):
    for name in "甲乙丙":
        old(name=name)
    agreed()
    erase, done = going.erase_within, []

    def dies(**given):
        if len(done) == 1:
            raise KeyboardInterrupt
        done.append(given["record_id"])
        return erase(**given)

    with time_machine.travel(clock.now() + dt.timedelta(days=1), tick=False) as night_time:
        with monkeypatch.context() as patch:
            patch.setattr(going, "erase_within", dies)
            with pytest.raises(KeyboardInterrupt):
                follow_rules()
        assert names(showroom).count(ERASED) == 1
        assert follow_rules() == 0, "the dead worker's lease holds"
        night_time.shift(dt.timedelta(minutes=11))
        follow_rules()
    run = ask("manager", "GET", RULES)[0]["runs"][0]
    assert (run["outcome"], run["gone"]) == ("done", 3)
    assert names(showroom).count(ERASED) == 3


def test_what_begins_between_the_look_and_the_lock_is_seen(ask, old, agreed, showroom, monkeypatch):
    customer = old(name="甲")
    agreed()
    look, looks = going.judge, []

    def then_busy(**given):
        stays = look(**given)
        looks.append(given)
        if len(looks) > 1:
            return stays
        # In a connection of its own, as another process.
        body = {"what": "回访", "values": {"customer": customer["id"]}}
        with ThreadPoolExecutor(1) as elsewhere:
            elsewhere.submit(ask, "manager", "POST", "work/tasks", body, 201).result()
            elsewhere.submit(connections.close_all).result()
        return stays

    monkeypatch.setattr(going, "judge", then_busy)
    run = night(ask)
    assert (run["gone"], run["held"]) == (0, {"open_task": 1})
    assert "甲" in names(showroom)
