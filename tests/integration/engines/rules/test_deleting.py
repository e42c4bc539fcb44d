"""Rules on records that go into the bin and come back: they see what was deleted as it was."""

import pytest

from tests.integration.engines.rules.conftest import DESIGN, put, run, when

RECORDS = "/api/store/records"
NOTE_DOWN = {"kind": "create", "entity": "customer", "fields": [{"field": "name", "formula": 'name & "已删"'}]}


@pytest.fixture
def delete(manager):
    return lambda *records: manager.ask("post", f"{RECORDS}/customer/delete", {"ids": [one["id"] for one in records]})


@pytest.fixture
def bring_back(manager):
    return lambda *records: manager.ask(
        "post", f"{RECORDS}/customer/bring-back", {"ids": [one["id"] for one in records]}
    )


def names(manager):
    return {one["name"] for one in manager.ask("get", f"{RECORDS}/customer")["rows"]}


def test_what_was_deleted_is_asked_and_read_as_it_was(manager, delete):
    rule = manager.put(trigger={"kind": "deleted"}, condition=when("city", "=", "杭州"), actions=[NOTE_DOWN])
    here, elsewhere, stays = (
        manager.made(name=name, city=city) for name, city in (("甲", "杭州"), ("乙", "宁波"), ("丙", "杭州"))
    )
    run()
    assert manager.log(rule) == []
    delete(here, elsewhere)
    run()
    assert names(manager) == {"丙", "甲已删"}
    (told,) = manager.log(rule)
    assert (told["record_id"], told["title"], told["outcome"]) == (here["id"], "甲", "done")
    assert manager.now(stays)["region"] == ""


def test_a_condition_on_what_others_say_holds_of_what_was_deleted(manager, delete):
    """The rows that are there are seen beside those that were laid back."""
    rule = manager.put(trigger={"kind": "deleted"}, condition=when("name", "=", "甲"), actions=[NOTE_DOWN])
    first, second = manager.made(name="甲"), manager.made(name="甲")
    delete(first)
    run()
    assert [one["record_id"] for one in manager.log(rule)] == [first["id"]]
    assert manager.now(second)["name"] == "甲"


def test_what_needs_a_record_that_is_there_is_told_before(manager):
    linked = {"kind": "create", "entity": "vehicle", "link": "customer", "fields": []}
    rule = manager.begin(trigger={"kind": "deleted"}, actions=[put(region="华东"), NOTE_DOWN, linked])
    told = {one["where"] for one in rule["problems"] if one["code"] == "action_needs_record"}
    assert told == {"actions.0", "actions.2"}
    assert manager.publish(rule, status=422)["error"]["code"] == "rule_has_problems"


def test_what_comes_back_is_treated_and_not_as_new(manager, delete, bring_back):
    back = manager.put("回来", trigger={"kind": "restored"}, actions=[put(region="回来")])
    new = manager.put("新建", trigger={"kind": "created"}, actions=[put(city="新建")])
    record = manager.made(name="甲")
    run()
    delete(record)
    run()
    assert (manager.log(back), len(manager.log(new))) == ([], 1)
    bring_back(record)
    run()
    assert manager.now(record)["region"] == "回来"
    assert (len(manager.log(back)), len(manager.log(new))) == (1, 1)


def test_a_dry_run_counts_what_lies_in_the_bin_and_what_came_back(manager, delete, bring_back):
    gone, back, _ = (manager.made(name=name) for name in "甲乙丙")
    delete(gone, back)
    bring_back(back)
    deleted = manager.begin("删", trigger={"kind": "deleted"}, actions=[NOTE_DOWN])
    restored = manager.begin("回", trigger={"kind": "restored"}, actions=[put(region="回来")])
    found = [manager.ask("get", f"{DESIGN}/{one['id']}/try") for one in (deleted, restored)]
    assert [(one["records"], [row["title"] for row in one["sample"]]) for one in found] == [(1, ["甲"]), (1, ["乙"])]
