"""Tell workers that a look through a store's records is waiting."""

import datetime as dt
from uuid import UUID

import structlog
from celery import current_app
from django.db import transaction
from kombu.exceptions import OperationalError

from chezhan.kernel import clock
from tenants.directory import StoreRef
from tenants.work.leasing import announce_work

log = structlog.get_logger(__name__)
KIND, ADVANCE = "duplicate_scan", "duplicates.look"
# Older wake-ups are of no use: a newer one has been sent meanwhile.
STALE_AFTER = 20
# When a worker is looked for again, if none has said otherwise.
LOOK_AGAIN = dt.timedelta(seconds=15)


def queue(*, store: StoreRef, scan_id: UUID) -> None:
    """In the store's transaction that asked for it: it is known at once, and begun when that has ended."""
    announce_work(store_id=store.id, kind=KIND, key=scan_id, due_at=clock.now() + LOOK_AGAIN)
    transaction.on_commit(lambda: wake(store_id=store.id, scan_id=scan_id))


def wake(*, store_id: UUID, scan_id: UUID) -> None:
    kwargs = {"store_id": str(store_id), "scan_id": str(scan_id)}
    try:
        current_app.send_task(ADVANCE, kwargs=kwargs, expires=STALE_AFTER, retry=False)
    except OperationalError:
        log.warning("duplicate_scan_not_woken", scan=str(scan_id))
