"""Take a job one phase further: the one way in for workers."""

from collections.abc import Callable
from contextlib import suppress
from typing import Any
from uuid import UUID

import structlog
from django.db import InterfaceError, OperationalError

from chezhan.catalogue.importing.leases import ATTEMPTS, CancelAsked, Lease, LeaseLost
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.work.desk import Bench, acting_for, take_up
from chezhan.catalogue.importing.work.reading import read_job
from chezhan.catalogue.importing.work.taking_back import take_back_job
from chezhan.catalogue.importing.work.writing import try_job, write_job
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.directory import StoreRef

Status, Phase = RecordImport.Status, RecordImport.Phase
log = structlog.get_logger(__name__)


def drive(*, store: StoreRef, job_id: UUID) -> bool:
    """Do the job's work to the end of its phase; False when there is none, or somebody else has it.

    Whatever kills this half-way, a later call goes on. Errors of the database are left to a later call too, for
    ATTEMPTS times; what the job itself can't get over ends it as failed.
    """
    taken = take_up(store=store, job_id=job_id)
    if taken is None:
        return False
    job, lease = taken
    try:
        reason = "import_undo" if job.status == Status.UNDOING else "import"
        with acting_as(job.person_id, reason=f"{reason}:{job.id}"):
            actor = acting_for(store=store, person_id=job.person_id)
            _work_of(job)(Bench(store=store, job=job, lease=lease, actor=actor))
    except LeaseLost:
        log.info("import_lease_lost", job=str(job_id))
    except CancelAsked:
        _end(lease, status=Status.CANCELLED, cancel_asked=False)
    except AppError as error:
        _fail(lease, code=error.code, message=error.message, params=error.params)
    except (OperationalError, InterfaceError):
        if job.attempts >= ATTEMPTS:
            _fail(lease, code="import_database", message="The database could not be reached; try again later.")
        else:
            lease.let_go()
        raise
    except Exception:
        _fail(lease, code="import_broke", message="The import broke off; it can be gone on with or undone.")
        raise
    return True


def _work_of(job: RecordImport) -> Callable[[Bench], None]:
    if job.status == Status.UNDOING:
        return take_back_job
    if job.status == Status.RUNNING:
        return write_job
    return try_job if job.phase == Phase.TRYING else read_job


def _fail(lease: Lease, *, code: str, message: str, params: dict[str, Any] | None = None) -> None:
    _end(lease, status=Status.FAILED, error={"code": code, "message": message, "params": params or {}})


def _end(lease: Lease, **changes: Any) -> None:
    with suppress(LeaseLost):
        lease.settle(phase="", finished_at=clock.now(), **changes)
