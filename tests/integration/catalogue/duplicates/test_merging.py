"""Two records become one with all that belongs to them, and come apart again; nothing goes beyond one's rights."""

import threading
from uuid import UUID

import pytest
from django.db import connections

from chezhan.access.rights import Action, FieldRight, Right
from chezhan.access.shipped import FULL
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.records.duplicates.merging import merge as merge_records
from chezhan.catalogue.records.duplicates.models import RecordMerge
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.context import tenant_context


@pytest.fixture
def pair(make, ask):
    """A winner and a loser, which has a car, a comment and a tag."""
    winner = make(name="甲", phone="13912344321", region="滨江区")
    loser = make(name="乙", phone="13912344322", city="杭州")
    car = ask("manager", "POST", "records/vehicle", {"values": {"brand": "比亚迪", "customer": loser["id"]}}, 201)
    ask("manager", "POST", f"records/customer/{loser['id']}/comments", {"text": "老客户"}, 201)
    tag = ask("manager", "POST", "tags", {"name": "重点", "color": "#1a4fa3"}, 201)
    ask("manager", "PUT", f"records/customer/{loser['id']}/tags", {"tags": [tag["id"]]})
    return winner, loser, car["record"]


def merge(ask, winner, loser, *take, status=200, who="manager"):
    body = {
        "winner": winner["id"], "loser": loser["id"], "take": list(take),
        "winner_version": winner["version"], "loser_version": loser["version"],
    }  # fmt: skip
    return ask(who, "POST", "duplicates/customer/merge", body, status)


def read(ask, record, entity="customer", status=200, who="manager"):
    found = ask(who, "GET", f"records/{entity}/{record['id']}", status=status)
    return found["record"] if status == 200 else found


def test_values_are_taken_and_all_that_belongs_moves(pair, ask):
    winner, loser, car = pair
    merge(ask, winner, loser, "phone", "city")
    kept = read(ask, winner)
    assert (kept["name"], kept["phone"], kept["city"], kept["region"]) == ("甲", "13912344322", "杭州", "滨江区")
    read(ask, loser, status=404)
    assert read(ask, car, "vehicle")["customer"]["id"] == winner["id"]
    place = f"records/customer/{winner['id']}"
    assert [one["text"] for one in ask("manager", "GET", f"{place}/comments")] == ["老客户"]
    assert [one["name"] for one in ask("manager", "GET", f"{place}/tags")] == ["重点"]
    assert [one["title"] for one in ask("manager", "GET", "bin")["rows"]] == ["乙"]


def test_an_old_address_leads_to_the_one_that_remains(pair, ask, make):
    winner, loser, _ = pair
    last = make(name="丙")
    merge(ask, winner, loser)
    merge(ask, last, read(ask, winner))
    assert ask("manager", "GET", f"duplicates/customer/{loser['id']}/into") == {"winner": last["id"]}
    assert len(ask("manager", "GET", f"duplicates/customer/{last['id']}/merges")) == 1
    ask("manager", "GET", f"duplicates/customer/{last['id']}/into", status=404)


def test_it_is_taken_back_whole(pair, ask):
    winner, loser, car = pair
    done = merge(ask, winner, loser, "phone", "city")
    assert ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {}) == {"left": []}
    assert (read(ask, winner)["phone"], read(ask, winner)["city"]) == ("13912344321", "")
    assert (read(ask, loser)["phone"], read(ask, loser)["city"]) == ("13912344322", "杭州")
    assert read(ask, car, "vehicle")["customer"]["id"] == loser["id"]
    place = f"records/customer/{loser['id']}"
    assert [one["text"] for one in ask("manager", "GET", f"{place}/comments")] == ["老客户"]
    assert [one["name"] for one in ask("manager", "GET", f"{place}/tags")] == ["重点"]
    ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {}, 409)
    ask("owner", "POST", f"duplicates/undo/{done['operation_id']}", {}, 404)


def test_what_was_changed_since_stays_and_is_told(pair, ask):
    winner, loser, car = pair
    done = merge(ask, winner, loser, "city")
    for record, entity, values in ((winner, "customer", {"city": "宁波"}), (car, "vehicle", {"color": "白"})):
        now = read(ask, record, entity)
        ask("manager", "PATCH", f"records/{entity}/{record['id']}", {"version": now["version"], "values": values})
    left = ask("manager", "POST", f"duplicates/undo/{done['operation_id']}", {})["left"]
    assert {(one["entity"], one["record_id"]) for one in left} == {("customer", winner["id"]), ("vehicle", car["id"])}
    assert read(ask, winner)["city"] == "宁波"
    assert read(ask, car, "vehicle")["customer"]["id"] == winner["id"]
    assert read(ask, loser)["city"] == "杭州"


def test_a_record_that_was_changed_meanwhile_is_not_merged(pair, ask):
    winner, loser, _ = pair
    ask("manager", "PATCH", f"records/customer/{loser['id']}", {"version": 1, "values": {"city": "宁波"}})
    assert merge(ask, winner, loser, status=409)["error"]["code"] == "changed_meanwhile"
    assert read(ask, loser)["city"] == "宁波"
    assert merge(ask, winner, winner, status=422)["error"]["code"] == "same_record"


def test_rights_are_those_of_a_change_and_a_deletion(pair, ask, set_policy):
    winner, loser, _ = pair
    merge(ask, winner, loser, who="advisor", status=403)
    set_policy("sales_advisor", "customer", actions=frozenset({Action.DELETE}))
    merge(ask, winner, loser, "city", who="advisor", status=403)
    set_policy("store_manager", "customer", fields={"city": Right.HIDDEN})
    merge(ask, winner, loser, "city", status=422)
    assert read(ask, loser, who="owner")["city"] == "杭州"


def test_a_sealed_value_is_taken_without_being_opened(pair, ask, set_policy):
    winner, loser, _ = pair
    set_policy("sales_advisor", "customer", usual=FULL.usual, personal=FULL.personal, actions=FULL.actions)
    merge(ask, winner, loser, "phone", who="advisor")
    assert read(ask, winner)["phone"] == "13912344322"


def test_a_value_moves_no_further_than_who_moves_it_sees(make, ask, set_policy):
    theirs = make(name="乙", phone="13912344322", city="杭州")
    own = ask("advisor", "POST", "records/customer", {"values": {"name": "甲"}}, 201)["record"]
    of_own_alone = FieldRight(Right.MASKED, own=Right.WRITE)
    set_policy("sales_advisor", "customer", usual=FULL.usual, personal=of_own_alone, actions=FULL.actions)
    error = merge(ask, own, theirs, "phone", "city", who="advisor", status=403)["error"]
    assert (error["code"], error["params"]["field"]) == ("field_not_writable", "phone")
    assert not read(ask, own, who="advisor")["phone"]
    merge(ask, own, theirs, "city", who="advisor")
    assert read(ask, own, who="advisor")["city"] == "杭州"


def test_it_is_in_the_audit_with_what_moved(pair, ask, showroom):
    winner, loser, car = pair
    merge(ask, winner, loser, "city")
    with tenant_context(showroom.stores["north"]):
        told = set(
            AuditEntry.objects.filter(record_id__in=[winner["id"], loser["id"], car["id"]]).values_list(
                "entity", "kind", "record_id"
            )
        )
    kinds = {(entity, kind, str(record)) for entity, kind, record in told}
    assert {
        ("customer", "updated", winner["id"]),
        ("customer", "deleted", loser["id"]),
        ("vehicle", "updated", car["id"]),
    } <= kinds


def test_of_two_who_merge_one_pair_one_is_told(pair, showroom):
    winner, loser, _ = pair
    outcomes, ready = [], threading.Barrier(2)

    def run(first, second):
        actor = showroom.actor("manager", store="north")
        try:
            ready.wait(timeout=20)
            with acting_as(actor.person_id), tenant_context(actor.in_store):
                merge_records(
                    actor=actor,
                    entity="customer",
                    winner_id=first["id"],
                    loser_id=second["id"],
                    take=[],
                    versions=(1, 1),
                )
            outcomes.append("merged")
        except AppError as refusal:
            outcomes.append(refusal.code)
        finally:
            connections.close_all()

    one, two = ({**record, "id": UUID(record["id"])} for record in (winner, loser))
    threads = [threading.Thread(target=run, args=pair) for pair in ((one, two), (two, one))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    assert sorted(outcomes) == ["already_merged", "merged"]
    with tenant_context(showroom.stores["north"]):
        assert RecordMerge.objects.count() == 1
