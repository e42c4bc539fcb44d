"""What an interrupted, failed or abandoned transaction leaves behind reaches nobody else."""

import psycopg
import pytest
from django.db import DatabaseError, ProgrammingError, connection, transaction
from django.db.transaction import TransactionManagementError

from chezhan.modules.parties.models import Customer
from tenants.context import public_context, tenant_context
from tenants.errors import TenantChangeRefused
from tenants.models import Person
from tenants.scope import Scope


class TimeLimit(Exception):
    """What a signal handler raises in the midst of anything."""


def _role() -> str:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user")
        return cursor.fetchone()[0]


def _interrupted(monkeypatch, store) -> None:
    def stop(self):
        raise TimeLimit

    with monkeypatch.context() as patch:
        patch.setattr(psycopg.Connection, "commit", stop)
        with pytest.raises(TimeLimit), tenant_context(store):
            Customer.objects.create(name="half")


def test_after_an_interrupted_commit_the_next_store_is_the_next_store(cast, monkeypatch):
    _interrupted(monkeypatch, cast.stores["north"])
    with tenant_context(cast.stores["south"]):
        assert _role() == cast.stores["south"].role
        assert not Customer.objects.exists()


def test_an_interrupted_commit_saves_nothing(cast, monkeypatch):
    _interrupted(monkeypatch, cast.stores["north"])
    with tenant_context(cast.stores["north"]):
        assert not Customer.objects.exists()


def test_a_commit_after_a_swallowed_error_is_refused_and_saves_nothing(cast):
    with pytest.raises(TransactionManagementError), tenant_context(cast.stores["north"]):
        Customer.objects.create(name="lost")
        with connection.cursor() as cursor, pytest.raises(DatabaseError):
            cursor.execute("SELECT 1 / 0")
    with tenant_context(cast.stores["north"]):
        assert not Customer.objects.exists()


def test_a_commit_by_hand_is_no_commit(cast):
    with (
        pytest.raises(TransactionManagementError),
        tenant_context(cast.stores["north"]),
        connection.cursor() as cursor,
    ):
        cursor.execute("COMMIT")


def test_a_transaction_begun_by_hand_is_not_joined(cast):
    north, south = cast.stores["north"], cast.stores["south"]
    with connection.scoped(north.scope):
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
    with tenant_context(south):
        assert _role() == south.role


def test_an_iterator_of_an_ended_transaction_leaves_the_next_one_whole(cast):
    with public_context():
        people = Person.objects.iterator(chunk_size=2)
        next(people)
        next(people)
    with tenant_context(cast.stores["south"]):
        with pytest.raises(ProgrammingError):
            next(people)
        assert _role() == cast.stores["south"].role


def test_an_iterator_dropped_after_its_transaction_leaves_the_next_one_whole(cast):
    with public_context():
        people = Person.objects.iterator(chunk_size=2)
        next(people)
    with tenant_context(cast.stores["south"]):
        people.close()
        assert _role() == cast.stores["south"].role


def test_a_scope_is_held_by_a_block_only(cast):
    with pytest.raises(TenantChangeRefused):
        connection.set_tenant(cast.stores["north"].scope)
    with pytest.raises(TenantChangeRefused):
        connection.set_schema(cast.stores["north"].schema)
    assert connection.tenant is None


def test_a_transaction_outside_the_block_has_no_scope(cast):
    with tenant_context(cast.stores["north"]):
        pass
    with pytest.raises(Exception, match="outside any store"), transaction.atomic():
        pass


@pytest.mark.parametrize("name", ["a;b", 'a"b', "a\n", "", "A", "a b", "a" * 64, "ａ"])
def test_what_is_no_bare_identifier_names_no_scope(name):
    with pytest.raises(ValueError, match="bare identifier"):
        Scope(schema=None, role=name)
    with pytest.raises(ValueError, match="bare identifier"):
        Scope(schema=name, role="fine")
