"""Rules in force: what happens to records makes them act, as themselves, once, and in their order."""

import pytest
from django.db import transaction

from chezhan.access.rights import FieldRight, Right
from chezhan.access.shipped import shipped_policy
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.policies.setting import Change, set_policies
from chezhan.engines.rules import running
from chezhan.engines.rules.models import RuleRun
from tenants.context import tenant_context
from tenants.lookup import forget_roles
from tenants.models import Membership
from tests.integration.engines.rules.conftest import CREATED, put, run, when


def test_a_new_record_that_meets_the_condition_has_its_field_set(manager):
    rule = manager.put(trigger=CREATED, condition=when("city", "=", "杭州"), actions=[put(region="华东")])
    here, elsewhere = manager.made(name="甲", city="杭州"), manager.made(name="乙", city="北京")
    run()
    assert manager.now(here)["region"] == "华东"
    assert manager.now(elsewhere)["region"] == ""
    (told,) = manager.log(rule)
    assert (told["record_id"], told["outcome"], told["effect"]) == (here["id"], "done", {"fields": ["region"]})
    run()
    assert len(manager.log(rule)) == 1


def test_what_it_wrote_is_told_as_its_own_doing(manager, cast):
    rule = manager.put("华东客户", trigger=CREATED, actions=[put(region="华东")])
    made = manager.made(name="甲")
    run()
    with tenant_context(cast.stores["north"]):
        entry = AuditEntry.objects.get(record_id=made["id"], kind="updated")
    assert (str(entry.actor_id), entry.reason) == (rule["id"], "rule:华东客户")


def test_a_change_counts_from_what_to_what(manager):
    changed = {"kind": "changed", "fields": ["city"], "before": "杭州", "after": "上海"}
    manager.put(trigger=changed, actions=[put(region="搬走")])
    moved, stayed = manager.made(name="甲", city="杭州"), manager.made(name="乙", city="北京")
    for record in (moved, stayed):
        manager.change("customer", record, city="上海")
    run()
    assert [manager.now(record)["region"] for record in (moved, stayed)] == ["搬走", ""]


def test_a_change_of_another_field_is_none_of_its_business(manager):
    rule = manager.put(trigger={"kind": "changed", "fields": ["city"]}, actions=[put(region="搬走")])
    manager.change("customer", manager.made(name="甲"), name="丙")
    run()
    assert manager.log(rule) == []


def test_a_formula_is_calculated_of_each_record(manager):
    manager.put(trigger=CREATED, actions=[put(("region", 'city & "区"'))])
    records = [manager.made(name=name, city=city) for name, city in (("甲", "杭州"), ("乙", "上海"))]
    run()
    assert [manager.now(record)["region"] for record in records] == ["杭州区", "上海区"]


def test_rules_act_in_their_order_and_one_that_stops_ends_it(manager):
    manager.put("一", trigger=CREATED, actions=[put(region="一")], condition=when("city", "=", "杭州"), stop=True)
    manager.put("二", trigger=CREATED, actions=[put(region="二")])
    first, second = manager.made(name="甲", city="杭州"), manager.made(name="乙")
    run()
    assert [manager.now(record)["region"] for record in (first, second)] == ["一", "二"]


def test_a_rule_that_would_come_round_again_is_held_up_and_says_so(manager):
    one = manager.put("一", trigger={"kind": "changed", "fields": ["city"]}, actions=[put(("region", 'region & "a"'))])
    two = manager.put("二", trigger={"kind": "changed", "fields": ["region"]}, actions=[put(("city", 'city & "b"'))])
    record = manager.made(name="甲", city="x", region="y")
    manager.change("customer", record, city="z")
    run()
    shown = manager.now(record)
    assert (shown["city"], shown["region"]) == ("zb", "ya")
    looped = manager.log(one)[0]
    assert (looped["outcome"], looped["code"], looped["effect"]) == (
        "looped",
        "rule_loop",
        {"chain": [one["id"], two["id"]]},
    )


def test_a_chain_has_an_end(manager, monkeypatch):
    monkeypatch.setattr(running, "LONGEST_CHAIN", 1)
    manager.put("一", trigger=CREATED, actions=[put(city="杭州")])
    rule = manager.put("二", trigger={"kind": "changed", "fields": ["city"]}, actions=[put(region="华东")])
    record = manager.made(name="甲")
    run()
    assert manager.now(record)["region"] == ""
    assert manager.log(rule)[0]["code"] == "rule_chain_too_long"


@pytest.fixture
def limited(cast):
    def _limit(**rights):
        policy = shipped_policy("store_manager", "customer")
        from dataclasses import replace  # noqa: PLC0415

        fields = {name: FieldRight(right) for name, right in rights.items()}
        owner = cast.actor("owner", store="north")
        set_policies(actor=owner, changes=[Change("store_manager", "customer", replace(policy, fields=fields))])

    return _limit


def test_it_may_what_its_publisher_may_at_the_moment_and_no_more(manager, maker, limited):
    rule = manager.put(trigger=CREATED, actions=[put(region="华东")])
    limited(region=Right.READ)
    record = manager.made(name="甲")
    run()
    assert maker("owner").now(record)["region"] == ""
    (told,) = manager.log(rule)
    assert (told["outcome"], told["code"]) == ("refused", "field_not_writable")


def test_a_condition_on_what_its_publisher_may_not_read_any_more_holds_for_nothing(manager, maker, limited):
    rule = manager.put(trigger=CREATED, condition=when("city", "=", "杭州"), actions=[put(region="华东")])
    limited(city=Right.HIDDEN)
    record = maker("owner").made(name="甲", city="杭州")
    run()
    assert maker("owner").now(record)["region"] == ""
    assert maker("owner").log(rule)[0]["code"] == "unknown_field"


def test_when_its_publisher_has_left_it_does_nothing_and_says_why(manager, maker, cast):
    rule = manager.put(trigger=CREATED, actions=[put(region="华东")])
    person, store = cast.people["manager"], cast.stores["north"]
    with transaction.atomic(using="owner"):
        Membership.objects.using("owner").filter(person=person).delete()
        forget_roles(person_id=person.id, group_id=store.group.id, using="owner")
    owner = maker("owner")
    record = owner.made(name="甲")
    run()
    assert owner.now(record)["region"] == ""
    assert owner.log(rule)[0]["code"] == "publisher_gone"
    assert owner.ask("get", "/api/store/design/rules")[0]["acts"] is False


def test_what_one_record_is_refused_for_does_not_touch_the_others(manager):
    rule = manager.put(trigger=CREATED, actions=[put(("gender", "city"), region="华东")])
    records = [manager.made(name=name, city=city) for name, city in (("甲", "male"), ("乙", "上海"), ("丙", "female"))]
    run()
    told = {one["record_id"]: one for one in manager.log(rule)}
    assert [told[record["id"]]["outcome"] for record in records] == ["done", "refused", "done"]
    assert told[records[1]["id"]]["effect"] == {"refused": [["gender", "not_an_option"]]}
    assert [manager.now(record)["region"] for record in records] == ["华东", "", "华东"]


def test_switched_off_or_only_drafted_it_does_nothing(manager):
    off = manager.put("一", trigger=CREATED, actions=[put(region="华东")])
    manager.ask("post", f"/api/store/design/rules/{off['id']}/switch", {"on": False})
    manager.begin("二", trigger=CREATED, actions=[put(region="华东")])
    record = manager.made(name="甲")
    run()
    assert manager.now(record)["region"] == ""


def test_the_log_keeps_no_values(manager, cast):
    manager.put(trigger=CREATED, actions=[put(city="杭州")])
    manager.made(name="甲")
    run()
    with tenant_context(cast.stores["north"]):
        (kept,) = RuleRun.objects.all()
    assert kept.effect == {"fields": ["city"]}
