"""Take a file in."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import asdict
from pathlib import PurePath
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.importing.files.reading import read_shape
from chezhan.catalogue.importing.files.refusals import FileRefused
from chezhan.headquarters.imports.errors import ImportAtWork
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.storage import remove_files, save_upload, upload_path
from chezhan.headquarters.imports.tasks import wake
from chezhan.kernel.errors import NotFound
from chezhan.kernel.ids import new_id
from tenants.context import public_context


def upload_import(*, actor: Actor, file_name: str, chunks: Iterable[bytes], now: dt.datetime) -> UUID:
    """Keep the file and queue its analysis; answers the job's id. Call with no scope open.

    A file that can't be a table of text is refused here and leaves nothing: FileRefused (422, 413). The same file
    being written at this moment: ImportAtWork (409).
    """
    require(actor=actor, permission="import.run")
    if actor.group is None:
        raise NotFound
    group_id = actor.in_group.id
    job_id = new_id()
    size, sha256 = save_upload(job_id=job_id, chunks=chunks)
    try:
        _refuse_twin(group_id=group_id, sha256=sha256)
        shape = read_shape(path=upload_path(job_id=job_id))
        with public_context():
            ImportJob.objects.create(
                id=job_id,
                group_id=group_id,
                created_by_id=actor.person_id,
                created_at=now,
                file_name=PurePath(file_name.replace("\\", "/")).name[-200:] or "upload.csv",
                size=size,
                sha256=sha256,
                shape=asdict(shape),
            )
    except (FileRefused, ImportAtWork):
        remove_files(job_id=job_id)
        raise
    wake(job_id=job_id)
    return job_id


def _refuse_twin(*, group_id: UUID, sha256: str) -> None:
    at_work = ImportJob.objects.filter(group_id=group_id, status__in=["running", "undoing"])
    with public_context():
        twin = at_work.select_related("started_by", "group").filter(sha256=sha256).first()
        if twin:
            raise at_work_error(twin, same_file=True)


def at_work_error(job: ImportJob, *, same_file: bool) -> ImportAtWork:
    """The refusal that names `job`. Reads its person and group."""
    by = str(job.started_by) if job.started_by else "?"
    return ImportAtWork(import_id=job.id, by=by, since=job.started_at, group=job.group.slug, same_file=same_file)
