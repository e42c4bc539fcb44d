"""Undo an import store by store; records that somebody changed since, or built upon, stay and are named."""

from dataclasses import replace
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.importing.leases import Lease
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.work.acting import acting_for
from chezhan.kernel import clock
from chezhan.modules.intake.queries import kept_records
from chezhan.modules.intake.services import take_back_step
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef

Status, Phase = ImportJob.Status, ImportJob.Phase
PartStatus = ImportPart.Status
KEPT_SHOWN = 20


def take_back_job(*, job: ImportJob, lease: Lease) -> None:
    """Goes on where the stores' own ledgers say it stopped; ends as undone."""
    actor = acting_for(job=job, person_id=job.started_by_id)
    with public_context():
        parts = list(job.parts.filter(store__isnull=False).select_related("store__group").order_by("-number"))
    returned = sum(part.taken_back for part in parts)
    lease.keep(rows_done=returned, measured_at=clock.now(), measured_rows=returned)
    returned = 0
    for part in parts:
        if part.store and part.status != PartStatus.TAKEN_BACK:
            _take_back_part(job, part, replace(actor, store=StoreRef.of(part.store)), lease, returned)
        returned += part.taken_back
    lease.settle(
        status=Status.UNDONE,
        phase=Phase.NONE,
        finished_at=clock.now(),
        rows_done=job.rows_total,
        outcome=job.outcome | {"undo": _outcome(actor, job, parts)},
    )


def _take_back_part(job: ImportJob, part: ImportPart, actor: Actor, lease: Lease, before: int) -> None:
    store = actor.store
    assert store is not None
    while True:
        lease.keep(rows_done=before + part.taken_back)
        with tenant_context(store):
            step = take_back_step(actor=actor, store=store, job_id=job.id)
        if step is None:
            break
        _note(part, left=step.left, kept=part.kept + step.kept, status=PartStatus.TAKING_BACK)
    with tenant_context(store):
        kept, _ = kept_records(actor=actor, job_id=job.id, limit=0)
    _note(part, left=0, kept=kept, status=PartStatus.TAKEN_BACK)


def _note(part: ImportPart, *, left: int, kept: int, status: str) -> None:
    part.taken_back, part.kept, part.status = max(0, part.touched - left), kept, status
    with public_context():
        part.save(update_fields=["taken_back", "kept", "status"])


def _outcome(actor: Actor, job: ImportJob, parts: list[ImportPart]) -> dict[str, Any]:
    kept: list[dict[str, Any]] = []
    for part in parts:
        if part.kept and part.store:
            store = StoreRef.of(part.store)
            with tenant_context(store):
                _, records = kept_records(actor=replace(actor, store=store), job_id=job.id, limit=KEPT_SHOWN)
            kept += [
                {"store": store.slug, "entity": record.entity, "id": str(record.record_id), "reason": record.reason}
                for record in records
            ]
    return {
        "taken_back": sum(part.touched - part.kept for part in parts),
        "kept": sum(part.kept for part in parts),
        "kept_records": kept[:100],
        "stores_left": [part.store.name for part in parts if part.store and part.made],
    }
