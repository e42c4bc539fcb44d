"""Where a job's files lie: the upload, its rows, the dry run. They hold personal data and are not kept for ever."""

import datetime as dt
import hashlib
import shutil
from collections.abc import Iterable
from pathlib import Path
from typing import Any
from uuid import UUID

import orjson
from django.conf import settings

from chezhan.catalogue.importing.files.refusals import FileTooLarge, NoRoom

KEPT = dt.timedelta(days=30)
NO_SPACE = 28


def folder_of(*, job_id: UUID) -> Path:
    folder: Path = settings.FILES / "record-imports" / str(job_id)
    return folder


def upload_path(*, job_id: UUID) -> Path:
    return folder_of(job_id=job_id) / "upload"


def rows_path(*, job_id: UUID) -> Path:
    return folder_of(job_id=job_id) / "rows.jsonl"


def trial_path(*, job_id: UUID) -> Path:
    return folder_of(job_id=job_id) / "trial.jsonl"


def write_upload(*, path: Path, chunks: Iterable[bytes]) -> tuple[int, str]:
    """Answers the size in bytes and SHA-256. Raises FileTooLarge or NoRoom, leaving nothing."""
    digest, size = hashlib.sha256(), 0
    try:
        path.parent.mkdir(parents=True)
        with path.open("wb") as file:
            for chunk in chunks:
                size += len(chunk)
                if size > settings.IMPORT_MAX_BYTES:
                    raise FileTooLarge(limit_mb=settings.IMPORT_MAX_BYTES >> 20)
                digest.update(chunk)
                file.write(chunk)
    except BaseException as error:
        shutil.rmtree(path.parent, ignore_errors=True)
        if isinstance(error, OSError) and error.errno == NO_SPACE:
            raise NoRoom from error
        raise
    return size, digest.hexdigest()


def keep_cells(*, job_id: UUID, name: str, cells: Any) -> None:
    """What quotes cells of the file (examples, the first rows) lies beside it, never in the database."""
    path = folder_of(job_id=job_id) / f"{name}.json"
    draft = path.with_suffix(".new")
    draft.write_bytes(orjson.dumps(cells))
    draft.replace(path)


def kept_cells(*, job_id: UUID, name: str, nothing: Any) -> Any:
    path = folder_of(job_id=job_id) / f"{name}.json"
    return orjson.loads(path.read_bytes()) if path.exists() else nothing


def remove_files(*, job_id: UUID) -> None:
    shutil.rmtree(folder_of(job_id=job_id), ignore_errors=True)


def has_files(*, job_id: UUID) -> bool:
    return upload_path(job_id=job_id).exists()


def written_at(*, job_id: UUID) -> dt.datetime | None:
    """When something was put into the job's folder last; None where there is none."""
    folder = folder_of(job_id=job_id)
    return _written_at(folder) if folder.exists() else None


def remove_old_files(*, now: dt.datetime) -> None:
    """Folders that nothing was put into for KEPT."""
    for folder in (settings.FILES / "record-imports").glob("*"):
        if _written_at(folder) < now - KEPT:
            shutil.rmtree(folder, ignore_errors=True)


def _written_at(folder: Path) -> dt.datetime:
    return dt.datetime.fromtimestamp(folder.stat().st_mtime, tz=dt.UTC)
