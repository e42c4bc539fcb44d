"""What a store's own role can't do to its audit."""

from decimal import Decimal

import pytest
from django.conf import settings
from django.db import ProgrammingError, connection, connections, transaction

from chezhan.catalogue.audit.installing import attach, install, unwatched
from chezhan.catalogue.audit.queries import AuditFilter, list_entries
from chezhan.catalogue.audit.services import record_export, record_read, record_reveal
from chezhan.kernel.ids import new_id
from chezhan.modules.parties.models import Customer
from tenants import acting
from tenants.acting import acting_as, declare_on
from tenants.context import tenant_context
from tenants.fleet import migrate_stores
from tenants.provisioning import create_store
from tenants.roles import OWNER

RECORD = "'00000000-0000-0000-0000-000000000001'"
FORGED = (
    "INSERT INTO audit_entry (at, reason, request_id, address, entity, kind, changes)"
    " VALUES (now(), '', '', '', 'customer', 'read', '{}')"
)
CHOSEN = {"combinator": "and", "rules": [{"field": "phone", "operator": "=", "value": "13800138000"}]}
REFUSED = r"^(permission denied|must be owner|audit: updated is not a look)"
FORBIDDEN = {
    "insert": FORGED,
    "update": "UPDATE audit_entry SET actor_id = NULL",
    "delete": "DELETE FROM audit_entry",
    "truncate": "TRUNCATE audit_entry",
    "lock": "LOCK TABLE audit_entry IN EXCLUSIVE MODE",
    "alter": "ALTER TABLE audit_entry ADD COLUMN x int",
    "disable": "ALTER TABLE customer DISABLE TRIGGER audit_updated",
    "drop trigger": "DROP TRIGGER audit_updated ON customer",
    "replace function": "CREATE OR REPLACE FUNCTION audit_write() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN END'",
    "drop function": "DROP FUNCTION audit_write() CASCADE",
    "replica": "SET LOCAL session_replication_role = replica",
    "read the key": "SELECT inner_pad FROM audit_seal",
    "call the reader": "SELECT audit_who()",
    "call the trigger": "SELECT audit_write()",
    "truncate records": "TRUNCATE customer CASCADE",
    "another kind": f"SELECT audit_note('updated', 'customer', ARRAY[{RECORD}::uuid], '{{}}')",
    "own trigger": "CREATE TEMP TABLE customer2 (LIKE customer); CREATE TRIGGER t AFTER INSERT ON customer2"
    " REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT EXECUTE FUNCTION audit_write()",
}


@pytest.fixture
def north(cast):
    """A store with one entry."""
    store = cast.stores["north"]
    with acting_as(cast.people["manager"].id), tenant_context(store):
        Customer.objects.create(name="李四")
    return store


def _entries(store):
    with tenant_context(store):
        return list_entries(which=AuditFilter())


@pytest.mark.parametrize("name", FORBIDDEN)
def test_a_store_can_not(name, north):
    before = _entries(north)
    with pytest.raises(ProgrammingError, match=REFUSED), tenant_context(north), connection.cursor() as cursor:
        cursor.execute(FORBIDDEN[name])
    assert _entries(north) == before
    assert len(before) == 1


def test_what_a_search_path_of_ones_own_hides_is_told_all_the_same(north):
    with tenant_context(north), connection.cursor() as cursor:
        cursor.execute("CREATE TEMP TABLE audit_entry (id int) ON COMMIT DROP")
        cursor.execute("SET LOCAL search_path = pg_temp")
        cursor.execute(f"UPDATE {north.schema}.customer SET name = '王五'")
    assert [entry.kind for entry in _entries(north)] == ["updated", "created"]


@pytest.mark.parametrize("said", ["ff" * 32 + "7b7d", "nonsense", "00"])
def test_who_acts_is_not_believed_unsigned(said, north):
    with pytest.raises(Exception, match=r"audit|hexadecimal"), tenant_context(north), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('chezhan.acting', %s, true)", [said])
        cursor.execute("UPDATE customer SET name = '王五'")
    assert len(_entries(north)) == 1


def test_what_was_signed_for_another_store_is_not_believed(cast, north):
    with acting_as(new_id()):
        said = acting.signed_for(cast.stores["south"])
    with pytest.raises(ProgrammingError, match="not signed"), tenant_context(north), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('chezhan.acting', %s, true)", [said])
        cursor.execute("UPDATE customer SET name = '王五'")
    assert len(_entries(north)) == 1


def test_a_look_is_put_down_and_can_not_be_taken_back(cast, north):
    one, other = new_id(), new_id()
    with acting_as(cast.people["manager"].id, request_id="r1"), tenant_context(north):
        record_read(entity="customer", record_ids=[one, other], fields=["phone"])
        record_reveal(entity="customer", record_id=one, fields=["phone", "id_card"], reason="回访")
        record_export(entity="customer", rows=1200, fields=["phone"], filter={"filter": CHOSEN, "q": "13800138000"})
    export, reveal, *reads, _ = _entries(north)
    assert {entry.record_id for entry in reads} == {one, other}
    assert {entry.kind for entry in reads} == {"read"}
    assert (reveal.kind, reveal.record_id) == ("revealed", one)
    assert reveal.details == {"fields": ["id_card", "phone"], "reason": "回访"}
    assert (export.kind, export.record_id, export.details["rows"]) == ("exported", None, 1200)
    assert export.details["filter"]["filter"]["rules"][0] == {"field": "phone", "operator": "=", "value": True}
    assert "13800138000" not in repr(export)
    assert {entry.actor_id for entry in (export, reveal, *reads)} == {cast.people["manager"].id}


def test_the_audit_of_another_store_is_out_of_reach(cast, north):
    assert not _entries(cast.stores["south"])
    other = cast.stores["south"].schema
    for statement in (f"SELECT * FROM {other}.audit_entry", f"SELECT {other}.audit_note('read', 'x', '{{}}', '{{}}')"):
        with pytest.raises(ProgrammingError), tenant_context(north), connection.cursor() as cursor:
            cursor.execute(statement)


def test_every_table_with_an_id_is_watched_in_every_store(cast):
    assert "chezhan.catalogue.audit" in settings.TENANT_APPS
    assert not [table for store in cast.stores.values() for table in unwatched(schema=store.schema)]


def test_a_table_that_comes_later_is_watched_from_then_on(cast, north, database):
    try:
        with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
            cursor.execute(f"CREATE TABLE {north.schema}.x_used_car (id uuid PRIMARY KEY, x_price numeric)")
            assert unwatched(schema=north.schema) == ["x_used_car"]
            attach(schema=north.schema, table="x_used_car")
        with tenant_context(north), connection.cursor() as cursor:
            cursor.execute(f"INSERT INTO x_used_car VALUES ({RECORD}, 88000.50)")
        latest, _ = _entries(north)
    finally:
        connections[OWNER].close()
        database.wiper.execute(f"DROP TABLE {north.schema}.x_used_car")
    assert (latest.entity, dict(latest.changes)) == ("x_used_car", {"x_price": (None, Decimal("88000.50"))})


def test_it_may_be_installed_again_without_a_loss(north):
    before = _entries(north)
    with transaction.atomic(using=OWNER):
        install(store=north)
    assert _entries(north) == before
    with acting_as(new_id()), tenant_context(north):
        Customer.objects.update(name="王五")
    assert len(_entries(north)) == 2


def test_a_new_store_is_watched_from_its_first_row_and_needs_nothing_more(cast):
    store = create_store(group_id=cast.groups["a"].id, name="新店", pack="dealer")
    assert unwatched(schema=store.schema) == []
    assert migrate_stores() == 0
    with acting_as(new_id()), tenant_context(store):
        Customer.objects.create(name="李四")
    assert len(_entries(store)) == 1


def test_what_the_owner_of_the_tables_changes_is_told_with_who_asked_for_it(cast, north):
    with acting_as(cast.people["owner"].id, reason="policy"), transaction.atomic(using=OWNER):
        declare_on(OWNER, store=north)
        with connections[OWNER].cursor() as cursor:
            cursor.execute(f"UPDATE {north.schema}.customer SET name = '王五'")
    latest, _ = _entries(north)
    assert (latest.kind, latest.actor_id, latest.reason) == ("updated", cast.people["owner"].id, "policy")
