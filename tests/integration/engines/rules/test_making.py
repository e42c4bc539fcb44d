"""Rules are drafted, checked, put into force, switched, and put back."""

from tests.integration.engines.rules.conftest import CREATED, DESIGN, put, when


def codes(rule):
    return [(one["where"], one["code"]) for one in rule["problems"]]


def test_a_draft_says_what_is_wrong_with_it_and_is_not_published(manager):
    rule = manager.begin(trigger=CREATED, condition=when("nothing", "=", "x"), actions=[put(gender="neither")])
    assert codes(rule) == [("condition", "unknown_field"), ("actions.0", "not_an_option")]
    manager.publish(rule, status=422)
    assert manager.ask("get", DESIGN)[0]["published"] is None


def test_a_rule_without_an_action_or_with_odd_parts_is_refused(manager):
    assert codes(manager.begin(trigger=CREATED)) == [("actions", "rule_without_action")]
    manager.begin("二", status=422, trigger={"kind": "sometimes"})
    manager.begin("三", status=422, trigger=CREATED, actions=[{"kind": "delete"}])


def test_from_what_to_what_is_asked_of_one_field_that_keeps_its_value(manager):
    both = {"kind": "changed", "fields": ["city", "region"], "after": "杭州"}
    assert codes(manager.begin(trigger=both, actions=[put(region="x")])) == [("trigger", "trigger_one_field")]
    sealed = {"kind": "changed", "fields": ["phone"], "after": "13800138000"}
    assert codes(manager.begin("二", trigger=sealed, actions=[put(region="x")])) == [("trigger", "trigger_field_unfit")]
    odd = {"kind": "changed", "fields": ["gender"], "after": "neither"}
    assert codes(manager.begin("三", trigger=odd, actions=[put(region="x")])) == [("trigger", "trigger_value_unfit")]


def test_versions_are_kept_and_put_back(manager):
    rule = manager.put(trigger=CREATED, actions=[put(region="一")])
    second = manager.save(rule, trigger=CREATED, actions=[put(region="二")])
    assert second["changed"] is True
    assert manager.publish(second) == {"number": 2}
    assert manager.ask("post", f"{DESIGN}/{rule['id']}/roll-back", {"number": 1}) == {"number": 3}
    shown = manager.ask("get", f"{DESIGN}/{rule['id']}")
    assert shown["definition"]["actions"][0]["fields"][0]["value"] == "一"
    assert [one["number"] for one in manager.ask("get", f"{DESIGN}/{rule['id']}/versions")] == [3, 2, 1]


def test_what_somebody_else_saved_meanwhile_is_not_overwritten(manager):
    rule = manager.begin(trigger=CREATED, actions=[put(region="一")])
    manager.save(rule, trigger=CREATED, actions=[put(region="二")])
    told = manager.save(rule, status=409, trigger=CREATED, actions=[put(region="三")])
    assert told["error"]["code"] == "rule_draft_changed"


def test_who_does_not_design_the_store_neither_sees_nor_makes_rules(manager, maker):
    rule = manager.put(trigger=CREATED, actions=[put(region="一")])
    advisor = maker("advisor")
    advisor.ask("get", DESIGN, status=403)
    advisor.ask("get", f"{DESIGN}/{rule['id']}", status=403)
    advisor.begin("二", status=403, trigger=CREATED)
    maker("both", "south").ask("get", f"{DESIGN}/{rule['id']}", status=404)


def test_a_draft_that_was_never_in_force_is_deleted_when_it_is_dropped(manager):
    rule = manager.begin(trigger=CREATED)
    assert manager.ask("post", f"{DESIGN}/{rule['id']}/discard") == {"deleted": True}
    assert manager.ask("get", DESIGN) == []


def test_names_are_taken_once_and_a_copy_is_a_draft_of_its_own(manager):
    rule = manager.put(trigger=CREATED, actions=[put(region="一")])
    assert manager.begin(status=409)["error"]["code"] == "rule_name_taken"
    copy = manager.ask("post", f"{DESIGN}/{rule['id']}/copy", {"name": "另一条"}, status=201)
    assert (copy["published"], copy["definition"]) == (None, rule["definition"])


def test_rules_are_tried_in_the_order_that_they_are_put_in(manager):
    ids = [manager.begin(name)["id"] for name in ("一", "二", "三")]
    after = [ids[2], ids[0], ids[1]]
    told = manager.ask("post", f"{DESIGN}/order", {"entity": "customer", "rules": after})
    assert [one["id"] for one in told] == after
