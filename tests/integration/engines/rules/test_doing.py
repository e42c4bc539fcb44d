"""What rules can do beside setting fields; and whom one would have touched."""

from chezhan.catalogue.records.talk.models import RecordComment
from tenants.context import tenant_context
from tests.integration.engines.rules.conftest import CREATED, DESIGN, put, run, when

NEW_CAR = {
    "kind": "create",
    "entity": "vehicle",
    "link": "customer",
    "fields": [{"field": "brand", "value": "比亚迪"}, {"field": "series", "formula": "city"}],
}


def codes(rule):
    return [(one["where"], one["code"]) for one in rule["problems"]]


def test_a_record_of_another_kind_is_made_and_linked(manager, cast):
    rule = manager.put(trigger=CREATED, condition=when("city", "=", "秦"), actions=[NEW_CAR])
    owner = str(cast.people["advisor"].id)
    record = manager.made(name="甲", city="秦", owner=owner)
    run()
    (told,) = manager.log(rule)
    ((kind, made),) = told["effect"]["made"]
    car = manager.now({"id": made}, kind)
    assert (car["brand"], car["series"], car["customer"]["id"]) == ("比亚迪", "秦", record["id"])
    assert car["owner"] == owner
    run()
    assert len(manager.log(rule)) == 1


def test_a_record_that_would_lack_what_it_needs_is_a_problem(manager):
    rule = manager.begin(trigger=CREATED, actions=[{**NEW_CAR, "link": ""}])
    assert codes(rule) == [("actions.0", "action_lacks_required")]
    elsewhere = manager.begin("二", entity="vehicle", trigger=CREATED, actions=[NEW_CAR])
    assert codes(elsewhere) == [("actions.0", "action_invalid")]


def test_what_is_not_chosen_yet_is_kept_in_a_draft_and_not_published(manager):
    blank = [{"kind": "create", "entity": ""}, {"kind": "assign"}, {"kind": "tag"}, {"kind": "comment"}]
    rule = manager.begin(trigger={"kind": "due", "field": ""}, actions=blank)
    assert [where for where, _ in codes(rule)] == ["trigger", *(f"actions.{number}" for number in range(4))]
    found = ["trigger_no_date", "action_without_kind", "action_without_person", "action_without_tag"]
    assert [code for _, code in codes(rule)][:4] == found
    body = {"draft_version": rule["draft_version"]}
    refused = manager.ask("post", f"{DESIGN}/{rule['id']}/publish", body, status=422)
    assert refused["error"]["code"] == "rule_has_problems"


def test_a_record_is_assigned_and_only_to_somebody_of_the_store(manager, cast):
    advisor, stranger = (str(cast.people[name].id) for name in ("advisor", "rival_manager"))
    manager.put(trigger=CREATED, actions=[{"kind": "assign", "to": advisor}])
    record = manager.made(name="甲")
    run()
    assert manager.now(record)["owner"] == advisor
    wrong = manager.begin("二", trigger=CREATED, actions=[{"kind": "assign", "to": stranger}])
    assert codes(wrong) == [("actions.0", "no_such_person")]


def test_tags_are_put_on_and_taken_off(manager):
    gold, new = (
        manager.ask("post", "/api/store/tags", {"name": name, "color": "#112233"}, status=201)["id"]
        for name in ("金卡", "新客")
    )
    manager.put(trigger=CREATED, actions=[{"kind": "tag", "put": [gold, new]}, {"kind": "tag", "take": [new]}])
    record = manager.made(name="甲")
    run()
    told = manager.ask("get", f"/api/store/records/customer/{record['id']}/tags")
    assert [one["id"] for one in told] == [gold]


def test_something_is_said_of_it_in_the_rules_name(manager, cast):
    rule = manager.put(trigger=CREATED, actions=[{"kind": "comment", "text": "请在 30 分钟内联系"}])
    record = manager.made(name="甲")
    run()
    with tenant_context(cast.stores["north"]):
        (said,) = RecordComment.objects.filter(record_id=record["id"])
    assert (said.text, str(said.author)) == ("请在 30 分钟内联系", rule["id"])


def test_all_of_its_actions_are_done_or_none(manager):
    odd = {"kind": "set", "fields": [{"field": "gender", "formula": "city"}]}
    rule = manager.put(trigger=CREATED, actions=[put(region="华东"), NEW_CAR, odd])
    record = manager.made(name="甲", city="杭州")
    run()
    assert manager.now(record)["region"] == ""
    assert manager.ask("get", "/api/store/records/vehicle")["count"]["value"] == 0
    assert manager.log(rule)[0]["outcome"] == "refused"


def tried(manager, rule):
    return manager.ask("get", f"{DESIGN}/{rule['id']}/try")


def test_a_dry_run_tells_whom_it_would_have_touched_and_touches_nobody(manager):
    here = manager.made(name="甲", city="杭州")
    manager.made(name="乙", city="北京")
    rule = manager.begin(trigger=CREATED, condition=when("city", "=", "杭州"), actions=[put(region="华东")])
    told = tried(manager, rule)
    assert (told["records"], told["capped"], told["sample"]) == (1, False, [{"id": here["id"], "title": "甲"}])
    assert manager.now(here)["region"] == ""


def test_a_dry_run_of_a_change_reads_what_changed(manager):
    moved, stayed = manager.made(name="甲", city="杭州"), manager.made(name="乙", city="杭州")
    manager.change("customer", moved, city="上海")
    manager.change("customer", stayed, city="北京")
    changed = {"kind": "changed", "fields": ["city"], "before": "杭州", "after": "上海"}
    rule = manager.begin(trigger=changed, actions=[put(region="搬走")])
    assert [one["id"] for one in tried(manager, rule)["sample"]] == [moved["id"]]


def test_a_dry_run_names_rules_that_write_the_same(manager):
    manager.put("一", trigger=CREATED, actions=[put(region="一")])
    rule = manager.begin("二", trigger=CREATED, actions=[put(region="二", city="三")])
    assert [(one["name"], one["fields"]) for one in tried(manager, rule)["conflicts"]] == [("一", ["region"])]
