"""Turn jobs and parts into the shapes of the API."""

import datetime as dt
from typing import Any

from chezhan.access import Actor, allowed
from chezhan.headquarters.imports.cells import whole_columns, whole_notices, whole_plan
from chezhan.headquarters.imports.mapping import Mapping, missing_targets
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.reasons import reason_of_many, reason_text
from chezhan.headquarters.imports.targets import TARGETS
from chezhan.headquarters.imports.work.leases import AT_WORK
from tenants.models import Person

LANGUAGES = ("zh", "en")


def summary_of(job: ImportJob, *, now: dt.datetime) -> dict[str, Any]:
    plan, outcome = job.plan or {}, job.outcome
    return {
        "id": job.id,
        "file_name": job.file_name,
        "size": job.size,
        "status": job.status,
        "phase": job.phase,
        "created_at": job.created_at,
        "created_by": _person(job.created_by),
        "started_at": job.started_at,
        "started_by": _person(job.started_by),
        "finished_at": job.finished_at,
        "rows": plan.get("rows", 0),
        "good": plan.get("good", 0),
        "bad": plan.get("bad", 0),
        "amount": plan.get("amount", "0"),
        "stores": plan.get("store_count") or 0,
        "created": outcome.get("created", 0),
        "updated": outcome.get("updated", 0),
        "unchanged": outcome.get("unchanged", 0),
        "progress": _progress(job, now),
        "error": job.error,
    }


def state_of(job: ImportJob, parts: list[ImportPart], *, now: dt.datetime) -> dict[str, Any]:
    return {
        "id": job.id,
        "status": job.status,
        "phase": job.phase,
        "progress": _progress(job, now),
        "parts": _parts(job, parts),
        "error": job.error,
    }


def import_of(job: ImportJob, parts: list[ImportPart], *, actor: Actor, now: dt.datetime) -> dict[str, Any]:
    mapping = Mapping.from_json(job.mapping) if job.mapping else Mapping(columns={})
    plan, trial = whole_plan(job), job.trial
    return summary_of(job, now=now) | {
        "targets": [
            {
                "key": target.key,
                "label": {"zh": target.zh, "en": target.en},
                "kind": target.kind,
                "required": target.required,
            }
            for target in TARGETS
        ],
        "columns": _columns(job, mapping),
        "date_orders": mapping.date_orders,
        "missing": missing_targets(mapping) if job.columns else [],
        "notices": [notice | {"text": _text(notice["code"], notice["params"])} for notice in whole_notices(job)],
        "plan": plan and _plan(plan, mapping),
        "trial": trial
        and trial | {"stores_to_make": [store["name"] for store in trial["stores"] if not store["store"]]},
        "parts": _parts(job, parts),
        "pack": job.pack,
        "stores_made": [part.name for part in parts if part.made],
        "undo": job.outcome.get("undo"),
        "has_issues": bool(plan and plan["bad"]) and not job.files_gone,
        "may_run": allowed(actor=actor, permission="import.run"),
        "may_create_stores": allowed(actor=actor, permission="store.create"),
    }


def _progress(job: ImportJob, now: dt.datetime) -> dict[str, Any] | None:
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


def _columns(job: ImportJob, mapping: Mapping) -> list[dict[str, Any]]:
    target_of = {index: target for target, index in mapping.columns.items()}
    return [
        {
            **{name: column[name] for name in ("index", "header", "examples", "filled", "distinct")},
            "target": target_of.get(column["index"]),
            "guess": {
                **{name: guess[name] for name in ("target", "confidence", "reason")},
                "text": _text(guess["reason"], {}),
            },
        }
        for column, guess in zip(whole_columns(job), job.guesses, strict=True)
    ]


def _plan(plan: dict[str, Any], mapping: Mapping) -> dict[str, Any]:
    def faults(found: list[dict[str, Any]]) -> list[dict[str, Any]]:
        return [fault | {"text": _text(fault["code"], fault["params"])} for fault in found]

    def tally(entry: dict[str, Any]) -> dict[str, Any]:
        order = mapping.date_orders.get(entry["target"] or "", "ymd")
        return entry | {"text": {language: reason_of_many(entry["code"], order, language) for language in LANGUAGES}}

    return plan | {
        "tallies": [tally(entry) for entry in plan["tallies"]],
        "preview": [row | {"faults": faults(row["faults"])} for row in plan["preview"]],
        "errors": [row | {"faults": faults(row["faults"])} for row in plan["errors"]],
    }


def _parts(job: ImportJob, parts: list[ImportPart]) -> list[dict[str, Any]]:
    trials = {store["number"]: store for store in (job.trial or {}).get("stores", [])}
    return [_part(part, trials.get(part.number, {})) for part in parts]


def _part(part: ImportPart, trial: dict[str, Any]) -> dict[str, Any]:
    bound = part.store and {"id": part.store.id, "slug": part.store.slug, "name": part.store.name}
    plain = ("number", "name", "rows", "made", "status", "done", "created", "updated", "unchanged", "kept")
    return {name: getattr(part, name) for name in plain} | {
        "amount": str(part.amount),
        # The ledger counts what it kept among what it went through.
        "taken_back": max(0, part.taken_back - part.kept),
        "store": bound or trial.get("store"),
        "would_create": trial.get("would_create"),
        "would_update": trial.get("would_update"),
    }


def _person(person: Person | None) -> dict[str, Any] | None:
    return None if person is None else {"id": person.id, "name": str(person)}


def _text(code: str, params: dict[str, Any]) -> dict[str, str]:
    return {language: reason_text(code, params, language) for language in LANGUAGES}
