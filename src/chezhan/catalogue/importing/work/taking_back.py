"""Undo an import chunk by chunk, the last first; what somebody changed since, or built upon, stays and is named."""

from collections import Counter
from typing import Any
from uuid import UUID

import orjson
from django.db import connection, transaction
from django.db.models import Model

from chezhan.catalogue.bulk.taking_back import TakenBack, take_back
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.importing.models import ImportChange, ImportChunk
from chezhan.catalogue.importing.work.desk import CHUNK, PERMISSION, Bench
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from chezhan.kernel import clock
from tenants.context import tenant_context

KEPT_TOLD = 1_000
# What is as an earlier import left it again has a new version: that import may still be taken back.
HAND_BACK = """
UPDATE record_import_change AS earlier SET version = now.version
FROM json_to_recordset(%s::json) AS now(record_id uuid, was int, version int)
WHERE earlier.record_id = now.record_id AND earlier.version = now.was AND earlier.chunk_id <> %s
"""


def take_back_job(bench: Bench) -> None:
    """Goes on where the ledger says that it stopped; ends as undone."""
    job = bench.job
    with tenant_context(bench.store):
        left = list(
            ImportChunk.objects.filter(job=job, taken_back=False).order_by("-chunk_no").values_list("id", flat=True)
        )
        done = ImportChunk.objects.filter(job=job, taken_back=True).count()
    whole, before = job.rows_total, done * CHUNK
    bench.lease.keep(phase="taking_back", rows_done=before, measured_at=clock.now(), measured_rows=before)
    for number, chunk_id in enumerate(left, start=done + 1):
        with tenant_context(bench.store):
            bench.lease.keep_here(rows_done=min(number * CHUNK, whole))
            with transaction.atomic():
                _take_back_chunk(bench, ImportChunk.objects.select_for_update().get(id=chunk_id))
    with tenant_context(bench.store):
        undone = _undone(bench)
    bench.lease.settle(status="undone", phase="", finished_at=clock.now(), outcome=job.outcome | {"undo": undone})


def _take_back_chunk(bench: Bench, chunk: ImportChunk) -> None:
    view = bench.view()
    name = view.entity.name
    changes = list(chunk.changes.all())
    spoken = _spoken_of(chunk.made)
    touches = [Touch(name, record_id, "created", 1) for record_id in chunk.made if record_id not in spoken]
    touches += [Touch(name, one.record_id, "updated", one.version, one.before) for one in changes]
    back = take_back(
        actor=bench.actor, store=bench.store, touches=touches, kinds=lambda _: view.entity, permission=PERMISSION
    )
    kept = [[str(one.record_id), one.reason] for one in back.kept]
    kept += [[str(record_id), "referred"] for record_id in spoken]
    _hand_back(chunk, changes, back)
    chunk.taken_back, chunk.kept = True, kept
    chunk.counts = {**chunk.counts, "_deleted": back.deleted[name], "_restored": back.restored[name]}
    chunk.save(update_fields=["taken_back", "kept", "counts"])


def _spoken_of(ids: list[UUID]) -> set[UUID]:
    """New records that somebody has commented on or tagged since."""
    found: set[UUID] = set()
    models: tuple[type[Model], ...] = (RecordComment, Tagging)
    for model in models:
        found.update(model._default_manager.filter(record_id__in=ids).values_list("record_id", flat=True))
    return found


def _hand_back(chunk: ImportChunk, changes: list[ImportChange], back: TakenBack) -> None:
    kept = {one.record_id for one in back.kept}
    data = [
        {"record_id": one.record_id, "was": one.version - 1, "version": one.version + 1}
        for one in changes
        if one.record_id not in kept
    ]
    with connection.cursor() as cursor:
        cursor.execute(HAND_BACK, [orjson.dumps(data).decode(), chunk.id])


def _undone(bench: Bench) -> dict[str, Any]:
    total: Counter[str] = Counter()
    kept: list[list[str]] = []
    for chunk in ImportChunk.objects.filter(job=bench.job).order_by("chunk_no").only("counts", "kept"):
        total.update({"deleted": chunk.counts.get("_deleted", 0), "restored": chunk.counts.get("_restored", 0)})
        kept += chunk.kept
    return {**total, "kept": len(kept), "kept_records": kept[:KEPT_TOLD]}
