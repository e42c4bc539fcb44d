"""Fill in what a migration added in the stores that are there: a batch of records a transaction, so that nobody waits
for a table; what a batch looked at is written down with it, so that a run which broke off goes on where it was.
"""

from collections.abc import Callable
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings
from django.db import OperationalError, connections
from django.utils.module_loading import import_string
from psycopg.errors import LockNotAvailable

from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.models import Backfill, Store
from tenants.owning import owner_context
from tenants.roles import OWNER

BATCH = 1_000
LOCK_TIMEOUT, WAITS = "2s", 30
FIRST = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Filling:
    """`table`: whose records are looked at, by id. `batch`: SQL over those of `%(ids)s`; done twice it does no more
    than once, and records that are written meanwhile are right without it. The audit is of what people do: what a
    batch itself changes is not told there.
    """

    name: str
    table: str
    batch: str


Progress = Callable[[str, str, int], None]


def fill_stores(*, progress: Progress = lambda schema, name, rows: None, batch: int = BATCH) -> int:
    """Answers how many records were looked at. Call with no scope open, once all stores are migrated."""
    fillings: list[Filling] = [import_string(path) for path in settings.STORE_BACKFILLS]
    with public_context():
        found = Store.objects.exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        stores = [StoreRef.of(store) for store in found]
        done = set(Backfill.objects.filter(done=True).values_list("store_id", "name"))
    looked_at = 0
    for store in stores:
        for one in fillings:
            if (store.id, one.name) not in done and (rows := _fill(store, one, batch)):
                progress(store.schema, one.name, rows)
                looked_at += rows
    return looked_at


def _fill(store: StoreRef, filling: Filling, batch: int) -> int:
    rows = waits = 0
    while True:
        try:
            some = _next(store, filling, batch)
        except OperationalError as error:
            # Somebody is at one of those records: nothing is held meanwhile, and the batch is begun anew.
            waits += 1
            if waits > WAITS or not isinstance(error.__cause__, LockNotAvailable):
                raise
            continue
        if not some:
            return rows
        rows, waits = rows + some, 0


def _next(store: StoreRef, filling: Filling, batch: int) -> int:
    """The next batch, whole or not at all; of two runs at once the second waits and takes the one after it."""
    with owner_context(store), connections[OWNER].cursor() as cursor:
        cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
        place, _ = Backfill.objects.using(OWNER).get_or_create(store_id=store.id, name=filling.name)
        place = Backfill.objects.using(OWNER).select_for_update().get(pk=place.pk)
        if place.done:
            return 0
        after = place.after or FIRST
        cursor.execute(f"SELECT id FROM {filling.table} WHERE id > %s ORDER BY id LIMIT %s", [after, batch])
        ids = [record_id for (record_id,) in cursor.fetchall()]
        if ids:
            cursor.execute(filling.batch, {"ids": ids})
            cursor.execute(UNTOLD, {"ids": ids, "table": filling.table})
        place.after, place.done = ids[-1] if ids else place.after, not ids
        place.save(using=OWNER, update_fields=["after", "done"])
        return len(ids)


# Of this very transaction alone: what anybody else did to those records stays told.
UNTOLD = """
DELETE FROM audit_entry WHERE record_id = ANY (%(ids)s) AND entity = %(table)s
  AND xmin = pg_current_xact_id()::xid
"""
