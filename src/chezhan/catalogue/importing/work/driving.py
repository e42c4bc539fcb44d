"""Take a job one phase further: the one way in for workers."""

from collections.abc import Callable
from uuid import UUID

from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.settling import settling
from chezhan.catalogue.importing.work.desk import Bench, acting_for, take_up
from chezhan.catalogue.importing.work.reading import read_job
from chezhan.catalogue.importing.work.taking_back import take_back_job
from chezhan.catalogue.importing.work.writing import try_job, write_job
from chezhan.kernel.heap import heap_at_rest
from tenants.acting import acting_as
from tenants.directory import StoreRef

Status, Phase = RecordImport.Status, RecordImport.Phase


def drive(*, store: StoreRef, job_id: UUID) -> bool:
    """Do the job's work to the end of its phase; False when there is none, or somebody else has it.

    Whatever kills this half-way, a later call goes on. Errors of the database are left to a later call too, for
    ATTEMPTS times; what the job itself can't get over ends it as failed.
    """
    taken = take_up(store=store, job_id=job_id)
    if taken is None:
        return False
    job, lease = taken
    with settling(lease, job_id=job_id, attempts=job.attempts):
        reason = "import_undo" if job.status == Status.UNDOING else "import"
        with heap_at_rest(), acting_as(job.person_id, reason=f"{reason}:{job.id}"):
            actor = acting_for(store=store, person_id=job.person_id)
            _work_of(job)(Bench(store=store, job=job, lease=lease, actor=actor))
    return True


def _work_of(job: RecordImport) -> Callable[[Bench], None]:
    if job.status == Status.UNDOING:
        return take_back_job
    if job.status == Status.RUNNING:
        return write_job
    return try_job if job.phase == Phase.TRYING else read_job
