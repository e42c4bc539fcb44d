"""Map, try, start, cancel, undo: each changes the job's row and leaves the work to a worker."""

import datetime as dt
from uuid import UUID

from chezhan.access import Actor, allowed, require
from chezhan.catalogue.importing.profile import Column
from chezhan.headquarters.imports.cells import whole_columns
from chezhan.headquarters.imports.errors import (
    NothingToImport,
    OwnerMustStart,
    StoresMissing,
    StoresNotOpen,
    WrongMoment,
)
from chezhan.headquarters.imports.mapping import Mapping, MappingInvalid, check_mapping, missing_targets
from chezhan.headquarters.imports.matching import match_stores
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.queries import locked_job
from chezhan.headquarters.imports.services.upload import at_work_error
from chezhan.headquarters.imports.tasks import wake
from tenants.context import public_context
from tenants.models import Group

Status, Phase = ImportJob.Status, ImportJob.Phase
# Before the first row is written everything may still be changed.
OPEN = (Status.READY, Status.FAILED, Status.CANCELLED)
STARTABLE = (Status.READY, Status.CANCELLED, Status.FAILED)
UNDOABLE = (Status.DONE, Status.CANCELLED, Status.FAILED)


def map_columns(*, actor: Actor, job_id: UUID, targets: dict[int, str | None], date_orders: dict[str, str]) -> None:
    """Settle which column is which field and queue the planning. Raises MappingInvalid, WrongMoment."""
    require(actor=actor, permission="import.run")
    with public_context():
        job = locked_job(actor=actor, job_id=job_id)
        _refuse_unless(job.status in OPEN and not job.started_at and job.columns, job, "mapping")
        columns = [Column.from_json(column) for column in whole_columns(job)]
        job.mapping = check_mapping(targets=targets, date_orders=date_orders, columns=columns).as_json()
        job.plan, job.trial = None, None
        _queue(job, Status.ANALYSING, Phase.PLANNING)
    wake(job_id=job_id)


def try_again(*, actor: Actor, job_id: UUID) -> None:
    """Queue a fresh comparison with what the stores hold now. Raises WrongMoment, MappingInvalid."""
    require(actor=actor, permission="import.run")
    with public_context():
        job = locked_job(actor=actor, job_id=job_id)
        _refuse_unless(job.status == Status.READY and not job.started_at, job, "dry_run")
        _refuse_unmapped(job)
        job.trial = None
        _queue(job, Status.ANALYSING, Phase.TRYING)
    wake(job_id=job_id)


def start_import(*, actor: Actor, job_id: UUID, create_stores: bool, pack: str | None, now: dt.datetime) -> None:
    """Queue the writing, or the rest of it after a stop.

    Stores that the file names and the group lacks are made on the way (`pack`: "dealer" or "repair"; None keeps what
    was chosen before), which needs both `create_stores` and the owner's right. Raises MappingInvalid, NothingToImport,
    StoresMissing, OwnerMustStart, StoresNotOpen, WrongMoment, and ImportAtWork (409) while another import of the
    group runs.
    """
    require(actor=actor, permission="import.run")
    with public_context():
        job = locked_job(actor=actor, job_id=job_id)
        _refuse_unless(job.status in STARTABLE and job.columns, job, "start")
        _refuse_unmapped(job)
        if job.plan is None:
            raise WrongMoment(step="start", status=job.status)
        if not job.plan["good"]:
            raise NothingToImport
        _settle_stores(actor=actor, job=job, create_stores=create_stores)
        job.pack, job.started_by_id = pack or job.pack, actor.person_id
        job.started_at = job.started_at or now
        job.rows_total = job.plan["good"]
        _queue_alone(job, Status.RUNNING, Phase.WRITING)
    wake(job_id=job_id)


def cancel_import(*, actor: Actor, job_id: UUID, now: dt.datetime) -> None:
    """Stop before the next chunk; what is in stays, and may be undone or gone on with."""
    require(actor=actor, permission="import.run")
    with public_context():
        job = locked_job(actor=actor, job_id=job_id)
        if job.status == Status.READY or (job.status == Status.ANALYSING and not job.started_at):
            job.status, job.phase, job.finished_at = Status.CANCELLED, Phase.NONE, now
            job.lease_holder = job.lease_until = None
        else:
            _refuse_unless(job.status == Status.RUNNING, job, "cancel")
            job.cancel_asked = True
        job.save()


def undo_import(*, actor: Actor, job_id: UUID) -> None:
    """Queue the taking back of all that the job wrote. Raises WrongMoment, and ImportAtWork (409)."""
    require(actor=actor, permission="import.run")
    with public_context():
        job = locked_job(actor=actor, job_id=job_id)
        _refuse_unless(job.status in UNDOABLE and job.started_at, job, "undo")
        job.started_by_id = actor.person_id
        parts = job.parts.filter(store__isnull=False)
        job.rows_total = sum(parts.values_list("touched", flat=True))
        _queue_alone(job, Status.UNDOING, Phase.TAKING_BACK)
    wake(job_id=job_id)


def _settle_stores(*, actor: Actor, job: ImportJob, create_stores: bool) -> None:
    """Bind every part to its store; those without one are to be made, if that is wanted and allowed."""
    waiting = list(job.parts.filter(store__isnull=True))
    found = match_stores(group_id=job.group_id, job_id=job.id, keys=[part.key for part in waiting])
    if shut := [store.name for store in found.values() if store.status != "active"]:
        raise StoresNotOpen(stores=shut)
    if lacking := [part.name for part in waiting if part.key not in found]:
        if not create_stores:
            raise StoresMissing(stores=lacking)
        if not allowed(actor=actor, permission="store.create"):
            raise OwnerMustStart(stores=lacking)
    for part in waiting:
        if part.key in found:
            ImportPart.objects.filter(id=part.id).update(store_id=found[part.key].id)


def _queue_alone(job: ImportJob, status: str, phase: str) -> None:
    Group.objects.select_for_update().get(id=job.group_id)  # two people starting at once take turns
    others = ImportJob.objects.select_related("started_by", "group").filter(
        group_id=job.group_id, status__in=[Status.RUNNING, Status.UNDOING]
    )
    if twin := others.exclude(id=job.id).first():
        raise at_work_error(twin, same_file=twin.sha256 == job.sha256)
    _queue(job, status, phase)


def _queue(job: ImportJob, status: str, phase: str) -> None:
    job.status, job.phase, job.error, job.attempts = status, phase, None, 0
    job.rows_done, job.measured_at, job.measured_rows = 0, None, 0
    job.cancel_asked, job.finished_at = False, None
    job.lease_holder = job.lease_until = None
    job.save()


def _refuse_unmapped(job: ImportJob) -> None:
    missing = missing_targets(Mapping.from_json(job.mapping)) if job.mapping else []
    if missing:
        raise MappingInvalid(fields={target: ["required"] for target in missing})


def _refuse_unless(condition: object, job: ImportJob, step: str) -> None:
    if not condition:
        raise WrongMoment(step=step, status=job.status)
