"""Where a job's files lie: the upload, one part per store, the refused rows."""

import datetime as dt
import shutil
from collections.abc import Iterable
from pathlib import Path
from uuid import UUID

from django.conf import settings

from chezhan.catalogue.importing.storage import KEPT, write_upload
from chezhan.headquarters.imports.models import ImportJob
from tenants.context import public_context

AT_WORK = ("analysing", "running", "undoing")


def upload_path(*, job_id: UUID) -> Path:
    return job_folder(job_id=job_id) / "upload.csv"


def plan_folder(*, job_id: UUID) -> Path:
    return job_folder(job_id=job_id) / "plan"


def save_upload(*, job_id: UUID, chunks: Iterable[bytes]) -> tuple[int, str]:
    """Write the upload and answer its size in bytes and SHA-256. Raises FileTooLarge or NoRoom, leaving nothing."""
    return write_upload(path=upload_path(job_id=job_id), chunks=chunks)


def remove_parts(*, job_id: UUID) -> None:
    """Once everything is in, the rows live in the stores; what was refused stays to be downloaded."""
    for part in plan_folder(job_id=job_id).glob("[0-9]*.jsonl"):
        part.unlink(missing_ok=True)


def remove_files(*, job_id: UUID) -> None:
    shutil.rmtree(job_folder(job_id=job_id), ignore_errors=True)


def forget_old_files(*, now: dt.datetime) -> None:
    """Remove the files of jobs that have rested for KEPT. The jobs and their figures stay."""
    at_rest = ImportJob.objects.exclude(status__in=AT_WORK)
    with public_context():
        old = list(at_rest.filter(created_at__lt=now - KEPT, files_gone=False).values_list("id", flat=True))
    for job_id in old:
        remove_files(job_id=job_id)
        with public_context():
            ImportJob.objects.filter(id=job_id).update(files_gone=True)


def job_folder(*, job_id: UUID) -> Path:
    return settings.FILES / "imports" / str(job_id)
