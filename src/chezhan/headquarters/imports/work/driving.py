"""Take a job one phase further: the one way in for workers."""

from contextlib import suppress
from typing import Any
from uuid import UUID

import structlog
from django.db import InterfaceError, OperationalError

from chezhan.catalogue.importing.leases import ATTEMPTS, CancelAsked, Lease, LeaseLost
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.work.analysing import analyse_job
from chezhan.headquarters.imports.work.leases import claim
from chezhan.headquarters.imports.work.taking_back import take_back_job
from chezhan.headquarters.imports.work.writing import write_job
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as

Status = ImportJob.Status
log = structlog.get_logger(__name__)

REASONS = {Status.ANALYSING: "import", Status.RUNNING: "import", Status.UNDOING: "import_undo"}
WORK = {Status.ANALYSING: analyse_job, Status.RUNNING: write_job, Status.UNDOING: take_back_job}


def drive(*, job_id: UUID) -> bool:
    """Do the job's work to the end of its phase; False when there is none, or somebody else has it.

    Whatever kills this half-way, a later call goes on. Errors of the database are left to a later call too, for
    ATTEMPTS times; what the job itself can't get over ends it as failed.
    """
    claimed = claim(job_id=job_id)
    if claimed is None:
        return False
    lease, job = claimed
    try:
        status = Status(job.status)
        with acting_as(job.started_by_id, reason=f"{REASONS[status]}:{job.id}"):
            WORK[status](job=job, lease=lease)
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


def _fail(lease: Lease, *, code: str, message: str, params: dict[str, Any] | None = None) -> None:
    _end(lease, status=Status.FAILED, error={"code": code, "message": message, "params": params or {}})


def _end(lease: Lease, **changes: Any) -> None:
    with suppress(LeaseLost):
        lease.settle(phase="", finished_at=clock.now(), **changes)
