"""Rows that tell which store they are in, and the last look at all schemas by their owner."""

from collections.abc import Iterable
from typing import cast

from django.db import connection, connections

from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.postgres.base import DatabaseWrapper
from tests.bench.searchpath.tally import Tally

ROWS = 5


def mark(stores: Iterable[StoreRef]) -> None:
    for store in stores:
        with tenant_context(store):
            for _ in range(ROWS):
                Customer.objects.create(name=f"mark {store.slug}")


def read(*, slowly: bool = False) -> list[str]:
    """The marks in sight; `slowly` sleeps within the statement, so that a cancel finds it running."""
    if not slowly:
        return list(Customer.objects.filter(name__startswith="mark ").values_list("name", flat=True))
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, pg_sleep(0.0005) FROM customer WHERE name LIKE 'mark %'")
        return [row[0] for row in cursor.fetchall()]


def read_planned() -> list[str]:
    with cast(DatabaseWrapper, connections["default"]).planning_cursor() as cursor:
        cursor.execute("SELECT name FROM customer WHERE name LIKE %s", ["mark %"])
        return [row[0] for row in cursor.fetchall()]


def expected(store: StoreRef) -> list[str]:
    return [f"mark {store.slug}"] * ROWS


def look_at_all(*, owner, stores: Iterable[StoreRef], tally: Tally) -> int:
    """Rows that are in another store's schema, and rows whose writer was told yes and that are nowhere."""
    rows = 0
    for store in stores:
        names = [row[0] for row in owner.execute(f"SELECT name FROM {store.schema}.customer").fetchall()]
        rows += len(names)
        for name in names:
            if name.split()[1] != store.slug:
                tally.wrong("last look", f"{name!r} is in the schema of {store.slug}")
        for name in tally.acked[store.slug] - set(names):
            tally.wrong("last look", f"{name!r} was acknowledged and is not in {store.slug}")
    return rows
