"""Take a file in; read it otherwise, order, start, stop, undo: each changes the job and leaves the work to a worker.

In the store's transaction.
"""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import PurePath
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.importing.files.workbooks import Wish
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.ordering import Order, check_order
from chezhan.catalogue.importing.queries import get_job, view_of
from chezhan.catalogue.importing.refusals import ImportFilesGone, ImportMoment, PersonMustImport
from chezhan.catalogue.importing.remembering import remember, template_named
from chezhan.catalogue.importing.storage import has_files, remove_files, upload_path, write_upload
from chezhan.catalogue.importing.synonyms import normalise_header
from chezhan.catalogue.importing.targets import targets_of
from chezhan.catalogue.importing.tasks import queue
from chezhan.catalogue.importing.work.desk import PERMISSION
from chezhan.kernel.ids import new_id

Status, Phase = RecordImport.Status, RecordImport.Phase
AT_REST = (Status.READY, Status.FAILED, Status.CANCELLED)
UNDOABLE = (Status.DONE, Status.CANCELLED, Status.FAILED)


def upload_import(
    *, actor: Actor, entity: str, file_name: str, chunks: Iterable[bytes], now: dt.datetime
) -> RecordImport:
    """Keep the file and queue its reading. Raises Forbidden, FileTooLarge, NoRoom, PersonMustImport."""
    view = view_of(actor=actor, entity=entity)
    _refuse_tokens(actor)
    job_id = new_id()
    size, sha256 = write_upload(path=upload_path(job_id=job_id), chunks=chunks)
    job = RecordImport.objects.create(
        id=job_id,
        entity=view.entity.name,
        person_id=actor.person_id,
        created_at=now,
        file_name=PurePath(file_name.replace("\\", "/").replace("\x00", "")).name[-200:] or "upload",
        size=size,
        sha256=sha256,
        wish=asdict(Wish()),
    )
    queue(store=actor.in_store, job_id=job.id)
    return job


def read_otherwise(*, actor: Actor, job_id: UUID, wish: Wish) -> RecordImport:
    """Another sheet, another row of names, hidden rows or not. Raises ImportMoment, ImportFilesGone."""
    job = _changeable(actor, job_id, "read")
    job.wish = asdict(wish)
    return _queue(actor, job, Status.ANALYSING, Phase.READING)


def order_import(*, actor: Actor, job_id: UUID, order: Order) -> RecordImport:
    """Settle the mapping and queue the dry run. Raises what check_order raises, ImportMoment, ImportFilesGone."""
    job = _changeable(actor, job_id, "order")
    view = view_of(actor=actor, entity=job.entity)
    targets = targets_of(actor=actor, view=view)
    check_order(order=order, view=view, targets=targets, width=len(job.columns))
    job.order = order.as_json()
    return _queue(actor, job, Status.ANALYSING, Phase.TRYING)


def decide_twins(*, actor: Actor, job_id: UUID, decisions: dict[str, str]) -> RecordImport:
    """What becomes of single rows that are there already; the dry run says the same of the rest as before."""
    job = _changeable(actor, job_id, "decide")
    order = Order.from_json(job.order)
    return order_import(actor=actor, job_id=job.id, order=replace(order, decisions={**order.decisions, **decisions}))


def use_template(*, actor: Actor, job_id: UUID, template_id: UUID) -> RecordImport:
    """Headers that the template knows are read as it says. Nothing is tried yet."""
    job = _changeable(actor, job_id, "template")
    template = template_named(template_id=template_id, entity=job.entity)
    job.order = fitted(template.order, headers=job.table["headers"]).as_json()
    job.trial = None
    job.save(update_fields=["order", "trial"])
    return job


def keep_template(*, actor: Actor, job_id: UUID, name: str) -> None:
    remember(actor=actor, job=_changeable(actor, job_id, "template"), name=name)


def start_import(*, actor: Actor, job_id: UUID, now: dt.datetime) -> RecordImport:
    """Queue the writing, or the rest of it after a stop. Raises ImportMoment before a dry run."""
    require(actor=actor, permission=PERMISSION)
    _refuse_tokens(actor)
    job = get_job(actor=actor, job_id=job_id, lock=True)
    tried = job.trial is not None or job.started_at is not None
    _refuse_unless(job.status in AT_REST and tried, job, "start")
    _refuse_without_files(job)
    view = view_of(actor=actor, entity=job.entity)
    order = Order.from_json(job.order)
    check_order(order=order, view=view, targets=targets_of(actor=actor, view=view), width=len(job.columns))
    job.started_at = job.started_at or now
    return _queue(actor, job, Status.RUNNING, Phase.WRITING)


def stop_import(*, actor: Actor, job_id: UUID, now: dt.datetime) -> RecordImport:
    """What is in stays in; it can be gone on with or undone."""
    job = get_job(actor=actor, job_id=job_id, lock=True)
    _refuse_unless(job.status in (Status.ANALYSING, Status.RUNNING), job, "stop")
    if job.lease_until is None or job.lease_until < now:
        job.status, job.phase, job.finished_at = Status.CANCELLED, Phase.NONE, now
        job.lease_holder = job.lease_until = None
    else:
        job.cancel_asked = True
    job.save()
    return job


def undo_import(*, actor: Actor, job_id: UUID) -> RecordImport:
    _refuse_tokens(actor)
    job = get_job(actor=actor, job_id=job_id, lock=True)
    _refuse_unless(job.status in UNDOABLE and job.started_at, job, "undo")
    return _queue(actor, job, Status.UNDOING, Phase.TAKING_BACK)


def forget_import(*, actor: Actor, job_id: UUID) -> None:
    """The file and the job go; of one that has written, the file alone."""
    job = get_job(actor=actor, job_id=job_id, lock=True)
    _refuse_unless(job.status not in (Status.RUNNING, Status.UNDOING), job, "forget")
    if not job.started_at:
        job.delete()
    remove_files(job_id=job_id)


def fitted(content: dict, *, headers: list[str]) -> Order:
    """A kept order for a file whose columns stand elsewhere: by their names."""
    from_headers = content.get("headers", {})
    order = Order.from_json(content)
    known = {one.target: one for one in order.columns}
    columns = []
    taken: set[str] = set()
    for index, header in enumerate(headers):
        target = from_headers.get(normalise_header(header))
        if target in known and target not in taken:
            taken.add(target)
            columns.append(replace(known[target], column=index))
    used = taken | set(order.constants)
    keys = tuple(key for key in order.keys if set(key) <= used)
    return replace(order, columns=tuple(columns), keys=keys, decisions={})


def _changeable(actor: Actor, job_id: UUID, step: str) -> RecordImport:
    job = get_job(actor=actor, job_id=job_id, lock=True)
    _refuse_unless(job.status in AT_REST and not job.started_at and job.columns, job, step)
    _refuse_without_files(job)
    return job


def _queue(actor: Actor, job: RecordImport, status: str, phase: str) -> RecordImport:
    job.status, job.phase, job.error, job.attempts = status, phase, None, 0
    job.rows_done, job.measured_at, job.measured_rows = 0, None, 0
    job.cancel_asked, job.finished_at = False, None
    job.lease_holder = job.lease_until = None
    job.save()
    queue(store=actor.in_store, job_id=job.id)
    return job


def _refuse_tokens(actor: Actor) -> None:
    """The work is done later with all that the person may do: a token's narrower scope would be lost on the way."""
    if actor.token_id is not None:
        raise PersonMustImport


def _refuse_without_files(job: RecordImport) -> None:
    if not has_files(job_id=job.id):
        raise ImportFilesGone


def _refuse_unless(condition: object, job: RecordImport, step: str) -> None:
    if not condition:
        raise ImportMoment(step=step, status=job.status)
