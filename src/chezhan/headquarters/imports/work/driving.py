"""Take a job one phase further: the one way in for workers."""

from uuid import UUID

from chezhan.catalogue.importing.settling import settling
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.work.analysing import analyse_job
from chezhan.headquarters.imports.work.leases import claim
from chezhan.headquarters.imports.work.taking_back import take_back_job
from chezhan.headquarters.imports.work.writing import write_job
from tenants.acting import acting_as

Status = ImportJob.Status

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
    with settling(lease, job_id=job_id, attempts=job.attempts):
        status = Status(job.status)
        with acting_as(job.started_by_id, reason=f"{REASONS[status]}:{job.id}"):
            WORK[status](job=job, lease=lease)
    return True
