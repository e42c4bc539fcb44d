"""The transaction carries its tenant, and nothing reaches data without one."""

import psycopg
import pytest
from django.db import DatabaseError, OperationalError, ProgrammingError, connection, transaction

from tenants.context import public_context, tenant_context
from tenants.errors import NoTenant, TenantChangeRefused
from tenants.models import Person
from tenants.postgres.cursor import TransactionCursor


def _where() -> tuple[str, str]:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, current_setting('search_path')")
        return cursor.fetchone()


def test_a_store_transaction_runs_as_the_stores_role_in_its_schema(cast):
    north = cast.stores["north"]
    with tenant_context(north):
        assert _where() == (north.role, f"{north.schema}, public")


def test_a_statement_outside_a_scope_is_refused(cast):
    with pytest.raises(NoTenant):
        Person.objects.count()


def test_a_transaction_without_a_scope_is_refused(cast):
    with pytest.raises(NoTenant), transaction.atomic():
        pass
    assert not connection.in_atomic_block


def test_the_login_itself_sees_nothing(cast):
    with tenant_context(cast.stores["north"]):
        pass
    with pytest.raises(psycopg.Error):
        connection.connection.execute("SELECT count(*) FROM public.person")


def test_the_store_cannot_change_inside_an_open_transaction(cast):
    with tenant_context(cast.stores["north"]):
        with pytest.raises(TenantChangeRefused), tenant_context(cast.stores["south"]):
            pass
        assert _where()[0] == cast.stores["north"].role


def test_a_store_role_cannot_read_another_store_by_qualified_name(cast):
    with pytest.raises(ProgrammingError), tenant_context(cast.stores["north"]), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {cast.stores['south'].schema}.django_migrations")


def test_a_store_role_cannot_read_people(cast):
    with pytest.raises(ProgrammingError), tenant_context(cast.stores["north"]):
        Person.objects.count()


def test_the_public_role_sees_no_store(cast):
    with pytest.raises(ProgrammingError), public_context(), connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {cast.stores['south'].schema}.django_migrations")


def test_autocommit_cannot_be_switched_off(cast):
    with pytest.raises(TenantChangeRefused):
        connection.set_autocommit(False)


def test_an_iterator_read_past_its_transaction_is_refused(cast):
    with public_context():
        people = Person.objects.iterator(chunk_size=2)
        next(people)
    with pytest.raises((NoTenant, psycopg.Error, ProgrammingError)):
        list(people)


def test_an_iterator_cancelled_at_its_close_ends_in_an_error_of_the_database(cast, monkeypatch):
    def cancelled(_cursor):
        raise psycopg.errors.QueryCanceled
        yield

    with public_context():
        monkeypatch.setattr(TransactionCursor, "_close_gen", cancelled)
        with pytest.raises(OperationalError):
            list(Person.objects.iterator(chunk_size=2))


def test_an_iterator_outside_a_scope_is_refused(cast):
    with pytest.raises(NoTenant):
        next(Person.objects.iterator())


def test_a_failed_begin_closes_the_connection(cast, monkeypatch):
    with public_context():
        broken = connection.connection
    monkeypatch.setattr("tenants.scope.Scope.begin", "BEGIN; SET LOCAL ROLE nobody_of_that_name")
    with pytest.raises(DatabaseError), public_context():
        pass
    monkeypatch.undo()
    assert broken.closed
    with public_context():
        assert Person.objects.count() > 0
