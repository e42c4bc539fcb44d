"""Tell workers that a pack is to be installed."""

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
KIND, ADVANCE = "pack_run", "packs.advance"
# Older wake-ups are of no use: a newer one has been sent meanwhile.
STALE_AFTER = 20
# When a worker is looked for again, if none has said otherwise.
LOOK_AGAIN = dt.timedelta(seconds=15)


def queue(*, store: StoreRef, run_id: UUID) -> None:
    """In the store's transaction that asked for it: it is known at once, and begun when that has ended."""
    announce_work(store_id=store.id, kind=KIND, key=run_id, due_at=clock.now() + LOOK_AGAIN)
    transaction.on_commit(lambda: wake(store_id=store.id, run_id=run_id))


def wake(*, store_id: UUID, run_id: UUID) -> None:
    kwargs = {"store_id": str(store_id), "run_id": str(run_id)}
    try:
        current_app.send_task(ADVANCE, kwargs=kwargs, expires=STALE_AFTER, retry=False)
    except OperationalError:
        log.warning("pack_run_not_woken", run=str(run_id))
