"""What quotes cells of a file (examples, the first rows, faulty values) lies beside the file, never in the database.

It holds personal data, and goes when the file goes; what rests in the row of the job is the rest.
"""

from collections.abc import Mapping, Sequence
from itertools import zip_longest
from pathlib import Path
from types import MappingProxyType
from typing import Any
from uuid import UUID

import orjson

from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.storage import job_folder

Entry = Mapping[str, Any]
# What quotes cells, and what stands for it when the file is gone.
OF_COLUMN: Entry = MappingProxyType({"examples": [], "repairs": {}, "dates": None})
OF_NOTICE: Entry = MappingProxyType({"params": {}})
OF_PLAN: Entry = MappingProxyType({"preview": [], "errors": []})


def put_away_columns(*, job_id: UUID, columns: Sequence[Entry]) -> list[dict[str, Any]]:
    """Keep the cells that `columns` quote; answers what may rest in the database."""
    return _put_away(job_id, "columns", columns, OF_COLUMN)


def put_away_notices(*, job_id: UUID, notices: Sequence[Entry]) -> list[dict[str, Any]]:
    return _put_away(job_id, "notices", notices, OF_NOTICE)


def put_away_plan(*, job_id: UUID, plan: Entry) -> dict[str, Any]:
    return _put_away(job_id, "plan", [plan], OF_PLAN)[0]


def whole_columns(job: ImportJob) -> list[dict[str, Any]]:
    """The job's columns with the cells they quote; without, when the file is gone."""
    return _whole(job.id, "columns", job.columns, OF_COLUMN)


def whole_notices(job: ImportJob) -> list[dict[str, Any]]:
    return _whole(job.id, "notices", job.notices, OF_NOTICE)


def whole_plan(job: ImportJob) -> dict[str, Any] | None:
    return job.plan and _whole(job.id, "plan", [job.plan], OF_PLAN)[0]


def _put_away(job_id: UUID, name: str, entries: Sequence[Entry], quoting: Entry) -> list[dict[str, Any]]:
    path = _path(job_id, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(".new")
    draft.write_bytes(orjson.dumps([{key: entry[key] for key in quoting} for entry in entries]))
    draft.replace(path)
    return [{key: value for key, value in entry.items() if key not in quoting} for entry in entries]


def _whole(job_id: UUID, name: str, entries: Sequence[Entry], quoting: Entry) -> list[dict[str, Any]]:
    path = _path(job_id, name)
    kept = orjson.loads(path.read_bytes()) if path.exists() else []
    # A job from before has them in its row still; one that is being planned anew may have fewer here.
    nothing: dict[str, Any] = {}
    pairs = zip_longest(entries, kept[: len(entries)], fillvalue=nothing)
    return [{**quoting, **cells, **entry} for entry, cells in pairs]


def _path(job_id: UUID, name: str) -> Path:
    return job_folder(job_id=job_id) / f"cells-{name}.json"
