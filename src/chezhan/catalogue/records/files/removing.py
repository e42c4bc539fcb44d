"""Take files away for good: the rows in the transaction that is open, the bytes once it is kept.

Bytes that a kill leaves behind have no row, and the sweep takes them: a row that leads nowhere would be worse.
"""

import datetime as dt
from collections.abc import Collection
from functools import partial
from uuid import UUID

from django.db import DEFAULT_DB_ALIAS, transaction
from django.db.models import Q

from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.records.bin.reading import kept_days
from chezhan.catalogue.records.files import storage
from chezhan.catalogue.records.files.models import StoredFile
from chezhan.catalogue.types.files import FILES
from chezhan.catalogue.whole import Catalogue
from tenants.context import tenant_context
from tenants.directory import StoreRef

State = StoredFile.State
# How long a file waits for its record to be saved.
WAITS = dt.timedelta(hours=24)
BATCH = 500


def remove_files_of(*, record_ids: Collection[UUID], using: str = DEFAULT_DB_ALIAS) -> set[UUID]:
    """Those of these records; answers the ids of the files."""
    return _remove(Q(record_id__in=list(record_ids)), using=using)


def sweep(*, store: StoreRef, now: dt.datetime) -> int:
    """What was never saved with a record for WAITS, what its record has been without for as long as a deleted record
    is kept, and bytes without a row. Answers how many rows went. Call with no scope open."""
    done = 0
    while True:
        with tenant_context(store):
            loose = Q(state=State.PENDING, state_since__lt=now - WAITS)
            loose |= Q(state=State.DETACHED, state_since__lt=now - dt.timedelta(days=kept_days()))
            found = list(
                StoredFile.objects.select_for_update(skip_locked=True).filter(loose).order_by("state_since")[:BATCH]
            )
            held = _held(of_store(store), found)
            # An undo may have put an old value back without telling here.
            StoredFile.objects.filter(id__in=held).update(state=State.ATTACHED, state_since=now)
            done += len(_remove(Q(id__in=[row.id for row in found if row.id not in held])))
        if len(found) < BATCH:
            break
    _sweep_bytes(store, now)
    return done


def _held(catalogue: Catalogue, rows: Collection[StoredFile]) -> set[UUID]:
    """Those that their records hold all the same."""
    held: set[UUID] = set()
    kinds = {kind.name: kind for kind in catalogue.entities}
    for row in rows:
        kind = kinds.get(row.entity)
        field = kind.fields.get(row.field) if kind else None
        if row.record_id is None or kind is None or field is None or field.type not in FILES:
            continue
        value = kind.model._default_manager.filter(id=row.record_id).values_list(field.column, flat=True).first()
        if any(one["id"] == str(row.id) for one in value or ()):
            held.add(row.id)
    return held


def _sweep_bytes(store: StoreRef, now: dt.datetime) -> None:
    with tenant_context(store):
        known = set(StoredFile.objects.values_list("key", flat=True))
    # A file that came in since is younger than WAITS.
    names = list(storage.written_before(store_id=store.id, moment=now - WAITS, known=known))
    for name in names:
        storage.remove_one(key=name)


def _remove(which: Q, *, using: str = DEFAULT_DB_ALIAS) -> set[UUID]:
    rows = StoredFile.objects.using(using).filter(which)
    found = list(rows.values_list("id", "key"))
    rows.delete()
    keys = [key for _, key in found]
    if keys:
        transaction.on_commit(partial(storage.remove, keys=keys), using=using, robust=True)
    return {id for id, _ in found}
