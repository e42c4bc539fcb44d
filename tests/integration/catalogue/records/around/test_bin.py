"""What was deleted is seen as it was seen before, by those who may delete."""

import datetime as dt

import pytest
import time_machine

from chezhan.access.rights import ALL_ROWS, OWN_ROWS, Action, Right
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.retention.tasks import clear_what_is_old
from chezhan.kernel import clock
from tenants.context import tenant_context

KEPT = dt.timedelta(days=90)
DELETES = frozenset({Action.CREATE, Action.DELETE})


def delete(ask, who, *records):
    ask(who, "POST", "records/customer/delete", {"ids": [one["id"] for one in records]})


def in_bin(showroom):
    with tenant_context(showroom.stores["north"]):
        return RecycledRecord.objects.count()


def test_the_bin_names_what_was_deleted_the_latest_first(showroom, ask, make):
    delete(ask, "manager", make(name="甲"))
    delete(ask, "manager", make(name="乙"))
    first = ask("manager", "GET", "bin?limit=1")
    assert [(one["entity"], one["title"]) for one in first["rows"]] == [("customer", "乙")]
    assert first["rows"][0]["deleted_by"] == str(showroom.people["manager"].id)
    rest = ask("manager", "GET", f"bin?entity=customer&limit=1&cursor={first['next_cursor'].replace('+', '%2B')}")
    assert [one["title"] for one in rest["rows"]] == ["甲"]
    assert ask("manager", "GET", "bin?entity=vehicle")["rows"] == []


def test_who_may_not_delete_sees_no_bin(showroom, ask, make):
    delete(ask, "manager", make(name="甲"))
    ask("advisor", "GET", "bin?entity=customer", status=403)
    assert ask("advisor", "GET", "bin")["rows"] == []


def test_a_deleted_record_is_masked_or_hidden_as_it_was(showroom, ask, make, set_policy):
    mine, other = make("advisor", name="张三丰"), make(name="李时珍")
    delete(ask, "manager", mine, other)
    set_policy("sales_advisor", "customer", actions=DELETES, rows=ALL_ROWS, fields={"name": Right.MASKED})
    assert {one["title"] for one in ask("advisor", "GET", "bin")["rows"]} == {"张**", "李**"}
    set_policy("sales_advisor", "customer", actions=DELETES, rows=ALL_ROWS, fields={"name": Right.HIDDEN})
    assert [one["title"] for one in ask("advisor", "GET", "bin")["rows"]] == [None, None]
    set_policy("sales_advisor", "customer", actions=DELETES, rows=OWN_ROWS)
    assert [one["record_id"] for one in ask("advisor", "GET", "bin")["rows"]] == [mine["id"]]
    ask("advisor", "POST", "records/customer/bring-back", {"ids": [other["id"]]}, 404)
    ask("advisor", "POST", "records/customer/bring-back", {"ids": [mine["id"]]})
    assert in_bin(showroom) == 1


def test_erasing_is_for_good_and_for_who_sees_all(showroom, ask, make, set_policy):
    mine = make("advisor", name="甲")
    delete(ask, "manager", mine)
    set_policy("sales_advisor", "customer", actions=DELETES, rows=OWN_ROWS)
    body = {"entity": "customer", "ids": [mine["id"]], "confirm": "erase"}
    ask("advisor", "POST", "bin/erase", body, 403)
    ask("manager", "POST", "bin/erase", {**body, "confirm": "yes"}, 422)
    assert in_bin(showroom) == 1
    assert ask("manager", "POST", "bin/erase", body) == {"erased": 1}
    assert in_bin(showroom) == 0
    ask("manager", "POST", "records/customer/bring-back", {"ids": [mine["id"]]}, 404)


def test_what_is_erased_is_gone_from_the_audit_too(showroom, ask, make):
    mine, other = make(name="张三丰"), make(name="李时珍")
    delete(ask, "manager", mine, other)
    ask("manager", "POST", "bin/erase", {"entity": "customer", "ids": [mine["id"]], "confirm": "erase"})
    with tenant_context(showroom.stores["north"]):
        entries = list(AuditEntry.objects.filter(entity="customer").order_by("id"))
    assert "张三丰" not in repr([entry.changes for entry in entries])
    assert "李时珍" in repr([entry.changes for entry in entries])
    # That it was read stays told: it says nothing of what stood there.
    kinds = [entry.kind for entry in entries if str(entry.record_id) == mine["id"] and entry.kind != "read"]
    assert kinds == ["created", "deleted", "erased"]


def test_a_record_and_its_past_are_erased_together_or_not_at_all(showroom, ask, make, monkeypatch):
    mine = make(name="张三丰")
    ask("manager", "POST", f"records/customer/{mine['id']}/comments", {"text": "说过的话"}, 201)
    delete(ask, "manager", mine)

    def broken(**given):
        raise ConnectionError("killed before the audit")

    monkeypatch.setattr("chezhan.catalogue.records.bin.erasing.erase_records", broken)
    body = {"entity": "customer", "ids": [mine["id"]], "confirm": "erase"}
    with pytest.raises(ConnectionError):
        ask("manager", "POST", "bin/erase", body)
    ask("manager", "POST", "records/customer/bring-back", {"ids": [mine["id"]]})
    assert [one["text"] for one in ask("manager", "GET", f"records/customer/{mine['id']}/comments")] == ["说过的话"]


def test_that_a_record_was_erased_is_announced_once(showroom, database, ask, make):
    mine = make(name="张三丰")
    delete(ask, "manager", mine)
    ask("manager", "POST", "bin/erase", {"entity": "customer", "ids": [mine["id"]], "confirm": "erase"})
    told = database.wiper.execute(
        "SELECT store_id, actor_id FROM outbox_event WHERE kind = 'erased' AND record_id = %s", [mine["id"]]
    ).fetchall()
    assert told == [(showroom.stores["north"].id, showroom.people["manager"].id)]


def test_the_bin_is_searched_by_what_one_may_know(showroom, ask, make, set_policy):
    delete(ask, "manager", make(name="张三丰"), make(name="李时珍"))
    assert [one["title"] for one in ask("manager", "GET", "bin?q=三")["rows"]] == ["张三丰"]
    set_policy("sales_advisor", "customer", actions=DELETES, rows=ALL_ROWS, fields={"name": Right.MASKED})
    assert ask("advisor", "GET", "bin?q=三")["rows"] == []
    assert [one["title"] for one in ask("advisor", "GET", "bin?q=张")["rows"]] == ["张**"]


def test_what_came_back_tells_which_links_are_lost(showroom, ask, make):
    manager, north = showroom.actor("manager", store="north"), showroom.stores["north"]
    add_field(
        actor=manager,
        store=north,
        entity="customer",
        draft=FieldDraft(Label("介绍人", ""), "link", name="x_by", target="customer"),
    )
    friend, mine, alone = make(name="友"), make(name="甲"), make(name="乙")
    ask("manager", "POST", "records/customer/change", {"ids": [mine["id"]], "values": {"x_by": friend["id"]}})
    delete(ask, "manager", mine, alone)
    delete(ask, "manager", friend)
    told = ask("manager", "POST", "records/customer/bring-back", {"ids": [mine["id"], alone["id"]]})
    assert told == {"lost_links": [{"record_id": mine["id"], "field": "x_by"}]}


def test_after_its_time_a_deleted_record_goes_by_itself(showroom, ask, make):
    old, young = make(name="张三丰"), make(name="李时珍")
    with time_machine.travel(clock.now() - KEPT - dt.timedelta(minutes=1), tick=False):
        delete(ask, "manager", old)
    delete(ask, "manager", young)
    clear_what_is_old()
    [left] = ask("manager", "GET", "bin")["rows"]
    assert left["title"] == "李时珍"
    assert dt.datetime.fromisoformat(left["kept_until"]) - dt.datetime.fromisoformat(left["deleted_at"]) == KEPT
    with tenant_context(showroom.stores["north"]):
        told = repr(list(AuditEntry.objects.filter(entity="customer").values_list("changes")))
    assert "张三丰" not in told and "李时珍" in told
