"""A plan that the server keeps is never another store's, and none is kept behind a pooler."""

from types import SimpleNamespace
from typing import cast as typed

import pytest
from django.db import ProgrammingError, connections

from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.errors import NoTenant
from tenants.postgres.base import DatabaseWrapper, _is_direct

NAMES = "SELECT name FROM customer WHERE name LIKE %s"


def _database() -> DatabaseWrapper:
    return typed(DatabaseWrapper, connections["default"])


def _names() -> list[str]:
    with _database().planning_cursor() as cursor:
        cursor.execute(NAMES, ["陈%"])
        return [name for (name,) in cursor.fetchall()]


def _kept() -> int:
    with _database().cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE 'SELECT name FROM customer%'")
        return cursor.fetchone()[0]


def test_one_text_reads_the_store_that_is_open(cast):
    stores = cast.stores["north"], cast.stores["south"]
    for store in stores:
        with tenant_context(store):
            Customer.objects.create(name=f"陈 {store.slug}")
    for _ in range(6):
        for store in stores:
            with tenant_context(store):
                assert _names() == [f"陈 {store.slug}"]
    with tenant_context(stores[0]):
        assert _kept() == 1


def test_what_a_store_may_not_read_stays_refused_when_another_may(cast):
    north, south = cast.stores["north"], cast.stores["south"]
    asked = f"SELECT count(*) FROM {north.schema}.customer"
    for _ in range(4):
        with tenant_context(north), _database().planning_cursor() as cursor:
            cursor.execute(asked, ())
    refused = pytest.raises(ProgrammingError, match="permission denied")
    with refused, tenant_context(south), _database().planning_cursor() as cursor:
        cursor.execute(asked, ())


def test_outside_a_transaction_it_is_refused(cast):
    with pytest.raises(NoTenant):
        _database().planning_cursor()


@pytest.mark.parametrize(("said", "direct"), [(4711, True), (12, False)])
def test_a_pooler_is_known_by_the_number_it_gives(said, direct):
    connection = SimpleNamespace(
        execute=lambda _: SimpleNamespace(fetchone=lambda: (4711,)), pgconn=SimpleNamespace(backend_pid=said)
    )
    assert _is_direct(connection) is direct
