"""Jobs in the shapes of the API."""

import datetime as dt
from itertools import islice
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.importing.files.tables import text_of
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.ordering import Order, missing
from chezhan.catalogue.importing.queries import rows_with_entries, view_of
from chezhan.catalogue.importing.reasons import reason_of
from chezhan.catalogue.importing.storage import has_files, kept_cells
from chezhan.catalogue.importing.targets import targets_of
from chezhan.catalogue.importing.work.desk import AT_WORK
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of

PAGE = 50


def line_of(job: RecordImport, *, now: dt.datetime) -> dict[str, Any]:
    names = ("id", "entity", "file_name", "size", "status", "phase", "created_at", "started_at", "finished_at", "error")
    counts = job.outcome.get("counts") if job.started_at else (job.trial or {}).get("counts")
    return {name: getattr(job, name) for name in names} | {
        "rows": (job.trial or {}).get("rows") or job.rows_total,
        "counts": {name: count for name, count in (counts or {}).items() if not name.startswith("_")},
        "progress": progress_of(job, now),
    }


def progress_of(job: RecordImport, now: dt.datetime) -> dict[str, Any] | None:
    if job.status not in AT_WORK:
        return None
    rate = seconds_left = None
    seconds = (now - job.measured_at).total_seconds() if job.measured_at else 0
    if seconds > 0 and job.rows_done > job.measured_rows:
        rate = round((job.rows_done - job.measured_rows) / seconds, 1)
        seconds_left = round(max(0, job.rows_total - job.rows_done) / rate) if rate else None
    return {
        "rows_done": job.rows_done,
        "rows_total": job.rows_total,
        "rows_per_second": rate,
        "seconds_left": seconds_left,
        "queued": job.lease_until is None or job.lease_until < now,
    }


def whole_of(job: RecordImport, *, actor: Actor, now: dt.datetime) -> dict[str, Any]:
    view = view_of(actor=actor, entity=job.entity)
    targets = targets_of(actor=actor, view=view)
    order = Order.from_json(job.order)
    actions = view.lens.actions
    return line_of(job, now=now) | {
        "wish": job.wish,
        "table": (job.table and {**job.table, "head": kept_cells(job_id=job.id, name="head", nothing=[])}) or None,
        "columns": _columns(job),
        "targets": [target.as_json() for target in targets.values()],
        "order": order.as_json(),
        "missing": missing(order=order, targets=targets) if job.columns else [],
        "trial": job.trial and _trial(job),
        "undone": _undone(job, actor, view),
        "files_gone": not has_files(job_id=job.id),
        "may_update": Action.BULK in actions,
        "may_create": Action.CREATE in actions,
    }


def rows_page(job: RecordImport, *, actor: Actor, became: str, after: int) -> dict[str, Any]:
    view = view_of(actor=actor, entity=job.entity)
    found = (pair for pair in rows_with_entries(job, became=became) if pair[0].row > after)
    page = list(islice(found, PAGE + 1))
    ids = {UUID(entry.record_id) for entry, _ in page if entry.record_id}
    titles = titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)
    rows = [
        {
            "row": entry.row,
            "became": entry.became,
            # Not told of the dry run's own: it is gone again.
            "record_id": entry.record_id if entry.record_id and UUID(entry.record_id) in titles else None,
            "title": titles.get(UUID(entry.record_id)) if entry.record_id else None,
            "cells": [text_of(cell)[:200] for cell in cells],
            "faults": [
                {"target": target, "code": code, "text": reason_of(code, params)}
                for target, code, params in entry.faults
            ],
        }
        for entry, cells in page[:PAGE]
    ]
    return {"rows": rows, "next": page[PAGE - 1][0].row if len(page) > PAGE else None}


def _columns(job: RecordImport) -> list[dict[str, Any]]:
    cells = kept_cells(job_id=job.id, name="columns", nothing=[])
    nothing: dict[str, Any] = {"examples": [], "values": [], "repairs": {}}
    return [
        {
            **column,
            **(cells[number] if number < len(cells) else nothing),
            "guess": guess["target"],
            "confidence": guess["confidence"],
            "reason": guess["reason"],
        }
        for number, (column, guess) in enumerate(zip(job.columns, job.guesses, strict=True))
    ]


def _trial(job: RecordImport) -> dict[str, Any]:
    assert job.trial is not None
    preview = kept_cells(job_id=job.id, name="preview", nothing=[])
    return {
        **job.trial,
        "tallies": [one | {"text": reason_of(one["code"], one["params"])} for one in job.trial["tallies"]],
        "preview": [
            one | {"faults": {target: reason_of(code, {}) for target, code in one["faults"].items()}} for one in preview
        ],
    }


def _undone(job: RecordImport, actor: Actor, view: View) -> dict[str, Any] | None:
    undone = job.outcome.get("undo")
    if not undone:
        return None
    shown = undone["kept_records"][:100]
    ids = [UUID(record_id) for record_id, _ in shown]
    titles = titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)
    kept = [
        {"record_id": record_id, "title": titles.get(UUID(record_id)), "reason": reason}
        for record_id, reason in shown
        if UUID(record_id) in titles
    ]
    return {**undone, "kept_records": kept}
