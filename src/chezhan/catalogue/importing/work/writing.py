"""Take the rows in, chunk by chunk, each chunk one transaction; or try it, each taken back again."""

from collections import Counter
from collections.abc import Iterator
from itertools import islice
from typing import Any

import orjson
from django.db import transaction

from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.catalogue.importing.chunks import Writer, Written
from chezhan.catalogue.importing.models import ImportChange, ImportChunk
from chezhan.catalogue.importing.outcomes import Entry, counted
from chezhan.catalogue.importing.parsing import read_rows
from chezhan.catalogue.importing.preparing import Prepared, Preparer
from chezhan.catalogue.importing.remembering import remember
from chezhan.catalogue.importing.storage import keep_cells, rows_path, trial_path
from chezhan.catalogue.importing.work.ahead import one_ahead
from chezhan.catalogue.importing.work.desk import CHUNK, Bench
from chezhan.catalogue.records.finding.pending import settled_beside
from chezhan.kernel import clock
from tenants.context import tenant_context

PREVIEW = 20
TOLD_ROWS = 5


def try_job(bench: Bench) -> None:
    """The dry run: every row goes the whole way, and nothing stays. Ends as ready."""
    job = bench.job
    bench.lease.keep(phase="trying", rows_done=0, measured_at=clock.now(), measured_rows=0, trial=None)
    trial = _Trial()
    draft = trial_path(job_id=job.id).with_suffix(".new")
    preparer = None
    with (
        draft.open("wb") as file,
        one_ahead(_chunks(bench)) as ahead,
        settled_beside(schema=bench.store.schema) as writing,
    ):
        for _ in ahead.rows():
            with tenant_context(bench.store):
                preparer = _now(bench, preparer or bench.preparer(bench.view()))
                writer = _writer(bench, preparer)
                prepared = ahead.understood(preparer, writer)
                trial.show(prepared, preparer)
                writing(preparer.view.entity.model._meta.db_table)
                written = writer.write(prepared)
                transaction.set_rollback(True)
            file.writelines(orjson.dumps(tuple(entry), option=orjson.OPT_APPEND_NEWLINE) for entry in written.entries)
            trial.count(written.entries)
            bench.lease.keep_sometimes(rows_done=trial.rows)
    draft.replace(trial_path(job_id=job.id))
    keep_cells(job_id=job.id, name="preview", cells=trial.preview)
    bench.lease.settle(status="ready", phase="", trial=trial.as_json(), rows_done=trial.rows)


def write_job(bench: Bench) -> None:
    """Goes on where the ledger says that it stopped; ends as done."""
    job = bench.job
    with tenant_context(bench.store):
        there = set(ImportChunk.objects.filter(job=job).values_list("chunk_no", flat=True))
    bench.lease.keep(phase="writing", measured_at=clock.now(), measured_rows=min(len(there) * CHUNK, job.rows_total))
    preparer = None
    done = 0
    with one_ahead(_chunks(bench)) as ahead, settled_beside(schema=bench.store.schema) as writing:
        for number, rows in enumerate(ahead.rows()):
            done += len(rows)
            with tenant_context(bench.store):
                preparer = _now(bench, preparer or bench.preparer(bench.view()))
                if number in there:
                    preparer.mark(rows)
                    continue
                writer = _writer(bench, preparer)
                prepared = ahead.understood(preparer, writer)
                bench.lease.keep_here(rows_done=done)
                wait_for_turn()
                writing(preparer.view.entity.model._meta.db_table)
                _enter(bench, number, writer.write(prepared))
    with tenant_context(bench.store):
        remember(actor=bench.actor, job=job)
        outcome = outcome_of(bench)
    bench.lease.settle(status="done", phase="", finished_at=clock.now(), rows_done=job.rows_total, outcome=outcome)


def outcome_of(bench: Bench) -> dict[str, Any]:
    total: Counter[str] = Counter()
    for counts in ImportChunk.objects.filter(job=bench.job).values_list("counts", flat=True):
        total.update(counts)
    return {"counts": dict(total)}


def _chunks(bench: Bench) -> Iterator[list[list[Any]]]:
    rows = read_rows(path=rows_path(job_id=bench.job.id))
    while chunk := list(islice(rows, CHUNK)):
        yield chunk


def _now(bench: Bench, preparer: Preparer) -> Preparer:
    """What the actor may see and write is asked anew for each transaction; what was read of the file stays."""
    view = bench.view()
    if view.viewer != preparer.view.viewer:
        fresh = bench.preparer(view)
        fresh.seen = preparer.seen
        return fresh
    return preparer


def _writer(bench: Bench, preparer: Preparer) -> Writer:
    return Writer(actor=bench.actor, view=preparer.view, order=preparer.order, targets=preparer.targets)


def _enter(bench: Bench, number: int, written: Written) -> None:
    """The chunk into the ledger; a second one of this number breaks its transaction."""
    touches = written.touches.values()
    chunk = ImportChunk.objects.create(
        job=bench.job,
        chunk_no=number,
        rows=written.entries,
        made=[touch.record_id for touch in touches if touch.kind == "created"],
        counts=counted(written.entries),
    )
    ImportChange.objects.bulk_create(
        ImportChange(
            chunk=chunk,
            entity=touch.entity,
            record_id=touch.record_id,
            version=touch.version,
            before=dict(touch.before),
        )
        for touch in touches
        if touch.kind == "updated"
    )


class _Trial:
    """The figures of a dry run. `tallies`: what is wrong, by field and code, with how often and the first rows."""

    def __init__(self) -> None:
        self.rows = 0
        self.counts: Counter[str] = Counter()
        self.tallies: dict[tuple[str, str], dict[str, Any]] = {}
        self.preview: list[dict[str, Any]] = []

    def show(self, prepared: list[Prepared], preparer: Preparer) -> None:
        for one in prepared[: PREVIEW - len(self.preview)]:
            values = preparer.shown(one)
            faults = {target or "": fault.code for target, fault in one.faults}
            self.preview.append({"row": one.row, "values": values, "faults": faults})

    def count(self, entries: list[Entry]) -> None:
        self.rows += len(entries)
        self.counts.update(counted(entries))
        for entry in entries:
            for target, code, params in entry.faults:
                tally = self.tallies.setdefault(
                    (target or "", code), {"target": target, "code": code, "params": params, "count": 0, "rows": []}
                )
                tally["count"] += 1
                if len(tally["rows"]) < TOLD_ROWS:
                    tally["rows"].append(entry.row)

    def as_json(self) -> dict[str, Any]:
        return {
            "rows": self.rows,
            "counts": dict(self.counts),
            "tallies": sorted(self.tallies.values(), key=lambda one: -one["count"]),
            "at": clock.now().isoformat(),
        }
