"""Take the rows in, chunk by chunk, each chunk one transaction; or try it, each taken back again."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, BinaryIO

import orjson
from django.db import connection, transaction
from django.db.models import F

from chezhan.catalogue.importing.chunks import Writer, Written
from chezhan.catalogue.importing.models import ImportChange, ImportChunk
from chezhan.catalogue.importing.outcomes import Entry, counted
from chezhan.catalogue.importing.parsing import read_rows
from chezhan.catalogue.importing.preparing import Prepared, Preparer
from chezhan.catalogue.importing.remembering import remember
from chezhan.catalogue.importing.storage import keep_cells, rows_path, trial_path
from chezhan.catalogue.importing.work.apart import is_apart, take_turn
from chezhan.catalogue.importing.work.desk import CHUNK, Bench
from chezhan.catalogue.importing.work.hands import InOrder, Turn, share_out
from chezhan.catalogue.records.duplicates.scans import request_scan
from chezhan.catalogue.records.finding.pending import settled_beside
from chezhan.catalogue.sealing import indexes_kept
from chezhan.kernel import clock
from chezhan.kernel.outbox import as_array
from tenants.context import tenant_context

PREVIEW = 20
TOLD_ROWS = 5
# A thousand ids as the ORM hands them over take as long as a third of their rows.
ENTER = """
INSERT INTO record_import_chunk (job_id, chunk_no, rows, made, counts, taken_back, kept)
VALUES (%s, %s, %s::jsonb, %s::uuid[], %s::jsonb, false, '[]') RETURNING id
"""


def try_job(bench: Bench) -> None:
    """The dry run: every row goes the whole way, and nothing stays. Ends as ready."""
    job = bench.job
    bench.lease.keep(phase="trying", rows_done=0, measured_at=clock.now(), measured_rows=0, trial=None)
    trial, desk = _Trial(), _Understanding(bench)
    draft = trial_path(job_id=job.id).with_suffix(".new")
    with draft.open("wb") as file, settled_beside(schema=bench.store.schema) as writing:
        told = InOrder(lambda found: trial.take(found[0], found[1], file))

        def work(turn: Turn) -> None:
            with tenant_context(bench.store), indexes_kept():
                chunk = desk.of(turn)
                shown = chunk.shown(PREVIEW) if turn.number * CHUNK < PREVIEW else []
                writing(chunk.table)
                written = chunk.write()
                transaction.set_rollback(True)
            told.give(turn.number, (written.entries, shown))
            bench.lease.keep_sometimes(rows_done=trial.rows)

        share_out(chunks=_chunks(bench), work=work)
    draft.replace(trial_path(job_id=job.id))
    keep_cells(job_id=job.id, name="preview", cells=trial.preview)
    bench.lease.settle(status="ready", phase="", trial=trial.as_json(), rows_done=trial.rows)


def write_job(bench: Bench) -> None:
    """Goes on where the ledger says that it stopped; ends as done."""
    job = bench.job
    with tenant_context(bench.store):
        there = set(ImportChunk.objects.filter(job=job).values_list("chunk_no", flat=True))
    before = min(len(there) * CHUNK, job.rows_total)
    bench.lease.keep(phase="writing", rows_done=before, measured_at=clock.now(), measured_rows=before)
    desk = _Understanding(bench)
    with settled_beside(schema=bench.store.schema) as writing:

        def work(turn: Turn) -> None:
            with tenant_context(bench.store), indexes_kept():
                if turn.number in there:
                    desk.pass_over(turn)
                    return
                chunk = desk.of(turn)
                take_turn(job, apart=chunk.apart)
                writing(chunk.table)
                written = chunk.write()
                _enter(bench, turn.number, written)
                # At the end: hands that write at once wait for each other here.
                bench.lease.keep_here(rows_done=F("rows_done") + len(turn.rows))

        share_out(chunks=_chunks(bench), work=work)
    with tenant_context(bench.store):
        remember(actor=bench.actor, job=job)
        outcome = outcome_of(bench)
        if outcome["counts"].get("alike"):
            # For the page of duplicates, where people look at the pairs and make them one.
            request_scan(store=bench.store, entity=job.entity)
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


@dataclass(frozen=True, slots=True)
class _Understood:
    """`apart`: whether others may be written at the same time."""

    preparer: Preparer
    rows: list[Prepared]
    apart: bool

    @property
    def table(self) -> str:
        return self.preparer.view.entity.model._meta.db_table

    def write(self) -> Written:
        return Writer(by=self.preparer).write(self.rows)

    def shown(self, limit: int) -> list[dict[str, Any]]:
        return [
            {
                "row": one.row,
                "values": self.preparer.shown(one),
                "faults": {target or "": fault.code for target, fault in one.faults},
            }
            for one in self.rows[:limit]
        ]


class _Understanding:
    """What rows mean, for all hands; in the transaction of the one that has the file."""

    def __init__(self, bench: Bench) -> None:
        self.bench = bench
        self.preparer: Preparer | None = None
        self.apart = False

    def of(self, turn: Turn) -> _Understood:
        """A chunk to be written, once what it may meet is written; the file goes on to the next hand."""
        preparer, apart = self._now(), self.apart
        rows = preparer.read(turn.rows)
        turn.enter(alone=not apart)
        preparer.meet(rows)
        turn.pass_on()
        return _Understood(preparer, rows, apart)

    def pass_over(self, turn: Turn) -> None:
        """Rows that are in already: only that they were here."""
        preparer = self._now()
        preparer.marked(preparer.read(turn.rows))

    def _now(self) -> Preparer:
        """What the actor may see and write is asked anew for each transaction; what was read of the file stays."""
        view, known = self.bench.view(), self.preparer
        if known is not None and view.viewer == known.view.viewer:
            return known
        fresh = self.bench.preparer(view)
        if known is not None:
            fresh.seen = known.seen
        self.preparer, self.apart = fresh, is_apart(fresh)
        return fresh


def _enter(bench: Bench, number: int, written: Written) -> None:
    """The chunk into the ledger; a second one of this number breaks its transaction."""
    touches = written.touches.values()
    with connection.cursor() as cursor:
        cursor.execute(
            ENTER,
            [
                bench.job.id,
                number,
                orjson.dumps(list(map(tuple, written.entries))).decode(),
                as_array([touch.record_id for touch in touches if touch.kind == "created"]),
                orjson.dumps(counted(written.entries)).decode(),
            ],
        )
        (chunk_id,) = cursor.fetchone()
    ImportChange.objects.bulk_create(
        ImportChange(
            chunk_id=chunk_id,
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

    def take(self, entries: list[Entry], shown: list[dict[str, Any]], file: BinaryIO) -> None:
        file.writelines(orjson.dumps(tuple(entry), option=orjson.OPT_APPEND_NEWLINE) for entry in entries)
        self.preview += shown[: PREVIEW - len(self.preview)]
        self.count(entries)

    def count(self, entries: list[Entry]) -> None:
        self.rows += len(entries)
        self.counts.update(counted(entries))
        for entry in entries:
            for target, code, params in entry.faults if entry.became == "refused" else ():
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
