"""What each PostgreSQL role may do, asked of PostgreSQL itself."""

import pytest
from django.db import ProgrammingError

from chezhan.kernel.ids import new_id
from chezhan.kernel.models import OutboxEvent
from chezhan.kernel.outbox import announce
from tenants.context import login_role, public_context, public_role, tenant_context

RIGHTS = """
SELECT schemaname || '.' || tablename, kind FROM pg_tables,
  unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER']) kind
WHERE schemaname IN ('public', %(north)s, %(south)s)
  AND has_schema_privilege(%(role)s, schemaname, 'USAGE')
  AND has_table_privilege(%(role)s, format('%%I.%%I', schemaname, tablename), kind)
"""
WRITES = {"SELECT", "INSERT", "UPDATE", "DELETE"}


@pytest.fixture
def rights_of(cast, database):
    """rights_of(role) → {(table, kind)} over `public` and two stores."""

    def _rights(role: str) -> set[tuple[str, str]]:
        schemas = {"north": cast.stores["north"].schema, "south": cast.stores["south"].schema}
        return set(database.wiper.execute(RIGHTS, {"role": role, **schemas}).fetchall())

    return _rights


def test_the_login_itself_has_no_right_on_anything(cast, rights_of):
    assert rights_of(login_role()) == set()


def test_a_store_reads_and_writes_its_own_tables_and_may_announce(cast, rights_of):
    north = cast.stores["north"]
    found = rights_of(north.role)
    own = {(table, kind) for table, kind in found if table.startswith(f"{north.schema}.")}
    assert found - own == {("public.outbox_event", "INSERT"), ("public.timer", "INSERT")}
    assert {kind for _, kind in own} == WRITES
    assert not {table for table, _ in own if table.endswith(".django_migrations")}


def test_the_public_role_reads_and_writes_public_tables_alone(cast, rights_of):
    found = rights_of(public_role())
    assert {table.partition(".")[0] for table, _ in found} == {"public"}
    assert {kind for _, kind in found} == WRITES


@pytest.mark.parametrize("role", ["login", "public", "store"])
def test_nobody_but_the_owner_makes_tables(role, cast, database):
    name = {"login": login_role(), "public": public_role(), "store": cast.stores["north"].role}[role]
    for schema in ("public", cast.stores["north"].schema):
        may = database.wiper.execute("SELECT has_schema_privilege(%s, %s, 'CREATE')", [name, schema]).fetchone()[0]
        assert not may


def _announce(store_id) -> None:
    announce(entity="customer", kind="created", record_ids=[new_id()], store_id=store_id, actor_id=None)


def test_a_store_announces_its_own_events(cast):
    with tenant_context(cast.stores["north"]):
        _announce(cast.stores["north"].id)
    with public_context():
        assert list(OutboxEvent.objects.values_list("store_id", flat=True)) == [cast.stores["north"].id]


@pytest.mark.parametrize("whose", ["another's", "nobody's"])
def test_a_store_announces_no_other_event(whose, cast):
    store_id = cast.stores["south"].id if whose == "another's" else None
    with pytest.raises(ProgrammingError), tenant_context(cast.stores["north"]):
        _announce(store_id)
    with public_context():
        assert not OutboxEvent.objects.exists()


def test_a_store_does_not_read_what_was_announced(cast):
    with pytest.raises(ProgrammingError), tenant_context(cast.stores["north"]):
        OutboxEvent.objects.exists()


def test_the_group_announces_events_of_no_store(cast):
    with public_context():
        _announce(None)
        assert OutboxEvent.objects.count() == 1
