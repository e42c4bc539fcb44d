"""Wake-ups. The job's row is the truth: a lost message costs seconds, a doubled one nothing."""

from uuid import UUID

import structlog
from celery import shared_task
from kombu.exceptions import OperationalError

from chezhan.headquarters.imports.storage import forget_old_files
from chezhan.headquarters.imports.work.driving import drive
from chezhan.headquarters.imports.work.leases import orphans
from chezhan.kernel import clock
from tenants.celery import GroupTask

log = structlog.get_logger(__name__)
# Older wake-ups are of no use: a newer one has been sent meanwhile.
STALE_AFTER = 20


@shared_task(base=GroupTask, name="imports.advance")
def advance_import(job_id: str) -> None:
    drive(job_id=UUID(job_id))


@shared_task(base=GroupTask, name="imports.wake_orphans")
def wake_orphans() -> None:
    """Every few seconds: jobs whose worker died, or whose wake-up was lost, go on."""
    for job_id in orphans():
        wake(job_id=job_id)


@shared_task(base=GroupTask, name="imports.forget_files")
def forget_files() -> None:
    """Every day: files hold personal data and are not kept for ever."""
    forget_old_files(now=clock.now())


def wake(*, job_id: UUID) -> None:
    try:
        advance_import.apply_async(args=[str(job_id)], expires=STALE_AFTER, retry=False)
    except OperationalError:
        log.warning("import_not_woken", job=str(job_id))
