"""Every change of a record is told, by whichever door it came, and only if it stayed."""

import datetime as dt
from decimal import Decimal
from uuid import uuid4

import pytest
from django.db import connection, transaction

from chezhan.catalogue.audit.queries import AuditFilter, Entry, history_of, list_entries
from chezhan.kernel.ids import new_id
from chezhan.modules.intake.services import take_back_step, take_in_chunk
from chezhan.modules.parties.models import Customer
from tenants.acting import acting_as
from tenants.context import tenant_context
from tests.factories.sales import sale


@pytest.fixture
def north(cast):
    return cast.stores["north"]


def _entries(store, **which) -> list[Entry]:
    with tenant_context(store):
        return list_entries(which=AuditFilter(**which), limit=500)


def _customer(**values) -> Customer:
    return Customer.objects.create(**({"name": "李四", "city": "上海"} | values))


def test_a_new_record_is_told_with_what_it_holds(cast, north):
    manager = cast.people["manager"].id
    with acting_as(manager, reason="walk-in", request_id="abc", address="203.0.113.7"), tenant_context(north):
        made = _customer(annual_income=Decimal("120000.50"))
    [entry] = _entries(north)
    assert (entry.kind, entry.entity, entry.record_id, entry.version) == ("created", "customer", made.id, 1)
    assert (entry.actor_id, entry.reason) == (manager, "walk-in")
    assert (entry.request_id, entry.address) == ("abc", "203.0.113.7")
    assert entry.changes["name"] == (None, "李四")
    assert entry.changes["annual_income"] == (None, Decimal("120000.50"))
    assert not {"id", "version", "created_at", "updated_at", "region_"} & entry.changes.keys()
    assert not [entry for entry in _entries(cast.stores["south"])]


def test_a_change_is_told_from_what_to_what(north):
    with tenant_context(north):
        made = _customer(gender="male", annual_income=Decimal("120000.00"))
    with acting_as(new_id()), tenant_context(north):
        Customer.objects.filter(id=made.id).update(name="李五", gender="male", annual_income=None, version=2)
    entry, _ = _entries(north)
    assert entry.kind == "updated"
    assert entry.version == 2
    assert dict(entry.changes) == {"name": ("李四", "李五"), "annual_income": (Decimal("120000.00"), None)}


def test_a_stamp_alone_is_told_without_a_field(north):
    with tenant_context(north):
        made = _customer()
    with tenant_context(north):
        Customer.objects.filter(id=made.id).update(version=2, updated_at=dt.datetime(2030, 1, 1, tzinfo=dt.UTC))
    entry, _ = _entries(north)
    assert (entry.kind, entry.version, dict(entry.changes)) == ("updated", 2, {})


def test_a_write_that_changes_nothing_is_not_told(north):
    with tenant_context(north):
        made = _customer()
    with tenant_context(north):
        Customer.objects.filter(id=made.id).update(name="李四")
    assert [entry.kind for entry in _entries(north)] == ["created"]


def test_what_is_deleted_is_told_whole(north):
    with tenant_context(north):
        made = _customer()
    with tenant_context(north):
        Customer.objects.filter(id=made.id).delete()
    entry, _ = _entries(north)
    assert (entry.kind, entry.record_id) == ("deleted", made.id)
    assert entry.changes["name"] == ("李四", None)
    assert {"id", "created_at", "version"} <= entry.changes.keys()


def test_a_record_that_changes_its_id_is_told_as_gone_and_as_new(north):
    with tenant_context(north):
        made = _customer()
    other = new_id()
    with tenant_context(north):
        Customer.objects.filter(id=made.id).update(id=other)
    told = {(entry.kind, entry.record_id) for entry in _entries(north)}
    assert told == {("created", made.id), ("deleted", made.id), ("created", other)}


def test_many_rows_of_one_statement_are_told_one_by_one(north):
    with tenant_context(north):
        Customer.objects.bulk_create([Customer(name=f"客户{number}") for number in range(50)])
        Customer.objects.filter(name__gt="客户3").update(region="徐汇区")
    told = _entries(north, kinds=("updated",))
    assert 0 < len(told) < 50
    assert {tuple(entry.changes.items()) for entry in told} == {(("region", ("", "徐汇区")),)}
    assert len({entry.record_id for entry in told}) == len(told)


def test_what_is_rolled_back_is_not_told(north):
    with tenant_context(north):
        with transaction.atomic():
            _customer()
            transaction.set_rollback(True)
        _customer(name="王五")
        transaction.set_rollback(True)
    assert _entries(north) == []


def test_an_import_and_its_undo_are_told(cast, north):
    actor = cast.actor("owner", store="north")
    call = {"actor": actor, "store": north, "job_id": uuid4()}
    with acting_as(actor.person_id, reason="import:1"), tenant_context(north):
        take_in_chunk(**call, chunk_no=0, rows=[sale("A1", phone="13900139000"), sale("A2")])
    made = _entries(north)
    assert "13900139000" not in repr(made)
    assert {(entry.entity, entry.kind, entry.reason) for entry in made} == {
        (table, "created", "import:1") for table in ("customer", "vehicle", "sales_order")
    }
    assert len(made) == 6
    with acting_as(actor.person_id, reason="import_undo:1"), tenant_context(north):
        while take_back_step(**call):
            pass
    gone = [entry for entry in _entries(north) if entry.reason == "import_undo:1"]
    assert {(entry.kind, entry.record_id) for entry in gone} == {("deleted", entry.record_id) for entry in made}
    assert {entry.actor_id for entry in [*made, *gone]} == {actor.person_id}


def test_one_connection_never_tells_of_who_acted_before(north):
    with acting_as(new_id(), reason="first"), tenant_context(north):
        _customer()
    with tenant_context(north):
        _customer()
    latest, _ = _entries(north)
    assert (latest.actor_id, latest.reason) == (None, "")


@pytest.mark.parametrize("reason", ["it's", 'a "b" \\ c', "换手机号；'; DROP TABLE customer; --", "x" * 500, "nul\x00"])
def test_any_reason_is_kept_as_text(reason, north):
    with acting_as(None, reason=reason), tenant_context(north):
        _customer()
    [entry] = _entries(north)
    assert entry.reason == reason[:200].replace("\x00", "")


def test_a_page_goes_on_where_the_one_before_ended(north):
    with tenant_context(north):
        Customer.objects.bulk_create([Customer(name=f"客户{number}") for number in range(7)])
        first = list_entries(which=AuditFilter(), limit=3)
        second = list_entries(which=AuditFilter(), limit=3, after=first[-1].cursor)
        third = list_entries(which=AuditFilter(), limit=3, after=second[-1].cursor)
        everything = list_entries(which=AuditFilter())
    assert [*first, *second, *third] == everything
    assert len(everything) == 7


def test_entries_are_found_by_record_actor_kind_field_and_time(north):
    who = new_id()
    with tenant_context(north):
        one, other = _customer(), _customer(name="别人")
    with acting_as(who, request_id="r1"), tenant_context(north):
        Customer.objects.filter(id=one.id).update(city="北京")
        found = {
            "record": list_entries(which=AuditFilter(record_id=other.id)),
            "actor": list_entries(which=AuditFilter(actor_id=who)),
            "kind": list_entries(which=AuditFilter(kinds=("updated", "deleted"))),
            "field": list_entries(which=AuditFilter(field="city", kinds=("updated",))),
            "request": list_entries(which=AuditFilter(request_id="r1")),
            "entity": list_entries(which=AuditFilter(entity="vehicle")),
        }
        moment = found["actor"][0].at
        found["since"] = list_entries(which=AuditFilter(since=moment))
        found["until"] = list_entries(which=AuditFilter(until=moment))
        history = history_of(entity="customer", record_id=one.id)
    ids = {name: [entry.record_id for entry in entries] for name, entries in found.items()}
    change = [one.id]
    assert ids.pop("until") == [other.id, one.id]
    assert ids == {
        "record": [other.id],
        "entity": [],
        **dict.fromkeys(("actor", "kind", "field", "request", "since"), change),
    }
    assert [entry.kind for entry in history] == ["updated", "created"]


def test_a_column_that_comes_later_is_told_too(north, database):
    with tenant_context(north):
        made = _customer()
    try:
        database.wiper.execute(f"ALTER TABLE {north.schema}.customer ADD COLUMN x_note text")
        with tenant_context(north), connection.cursor() as cursor:
            cursor.execute("UPDATE customer SET x_note = 'vip' WHERE id = %s", [made.id])
        entry, _ = _entries(north)
    finally:
        database.wiper.execute(f"ALTER TABLE {north.schema}.customer DROP COLUMN x_note")
    assert dict(entry.changes) == {"x_note": (None, "vip")}


def test_a_column_named_as_a_variable_of_the_trigger_does_no_harm(north, database):
    names = ("reason", "address", "actor", "key", "value", "moment", "who", "request")
    try:
        for name in names:
            database.wiper.execute(f"ALTER TABLE {north.schema}.customer ADD COLUMN {name} text")
        with tenant_context(north), connection.cursor() as cursor:
            made = _customer()
            cursor.execute("UPDATE customer SET reason = 'a', key = 'b', value = 'c' WHERE id = %s", [made.id])
            cursor.execute("DELETE FROM customer WHERE id = %s", [made.id])
        kinds = [entry.kind for entry in _entries(north)]
    finally:
        for name in names:
            database.wiper.execute(f"ALTER TABLE {north.schema}.customer DROP COLUMN {name}")
    assert kinds == ["deleted", "updated", "created"]
