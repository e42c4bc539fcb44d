"""Wake-ups. The job's row in its store is the truth: a lost message costs seconds, a doubled one nothing."""

import datetime as dt
from uuid import UUID

import structlog
from celery import shared_task
from django.db import transaction
from kombu.exceptions import OperationalError

from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.storage import remove_old_files
from chezhan.catalogue.importing.work.desk import AT_WORK
from chezhan.catalogue.importing.work.driving import drive
from chezhan.kernel import clock
from tenants.celery import GroupTask
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.work.leasing import announce_work, due_work, put_off_work, work_done

log = structlog.get_logger(__name__)
KIND = "record_import"
# Older wake-ups are of no use: a newer one has been sent meanwhile.
STALE_AFTER = 20
# When a worker is looked for again, if none has said otherwise.
LOOK_AGAIN = dt.timedelta(seconds=15)


@shared_task(base=GroupTask, name="record_imports.advance")
def advance(*, store_id: str, job_id: str) -> None:
    """Work at the job until it rests; then nobody needs to look for it any more."""
    store, job = _store(UUID(store_id)), UUID(job_id)
    if store is None:
        return
    drive(store=store, job_id=job)
    asked = clock.now()
    with tenant_context(store):
        at_work = RecordImport.objects.filter(id=job, status__in=AT_WORK).exists()
    if not at_work:
        work_done(key=job, before=asked)


@shared_task(base=GroupTask, name="record_imports.wake_orphans")
def wake_orphans() -> None:
    """Every few seconds: jobs whose worker died, or whose wake-up was lost, go on."""
    now = clock.now()
    for store_id, job_id in due_work(kind=KIND, now=now):
        put_off_work(key=job_id, until=now + LOOK_AGAIN)
        wake(store_id=store_id, job_id=job_id)


@shared_task(base=GroupTask, name="record_imports.forget_files")
def forget_files() -> None:
    """Every day: files hold personal data and are not kept for ever. The jobs and their figures stay."""
    remove_old_files(now=clock.now())


def queue(*, store: StoreRef, job_id: UUID) -> None:
    """In the store's transaction that left work on the job: it is known at once, and begun when that has ended."""
    announce_work(store_id=store.id, kind=KIND, key=job_id, due_at=clock.now() + LOOK_AGAIN)
    transaction.on_commit(lambda: wake(store_id=store.id, job_id=job_id))


def wake(*, store_id: UUID, job_id: UUID) -> None:
    try:
        advance.apply_async(kwargs={"store_id": str(store_id), "job_id": str(job_id)}, expires=STALE_AFTER, retry=False)
    except OperationalError:
        log.warning("import_not_woken", job=str(job_id))


def _store(store_id: UUID) -> StoreRef | None:
    with public_context():
        found = Store.objects.select_related("group").filter(id=store_id, status=Store.Status.ACTIVE).first()
    return found and StoreRef.of(found)
