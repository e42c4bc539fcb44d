"""Read a file, guess its mapping, plan it, and compare the plan with what the stores hold."""

from dataclasses import asdict
from typing import Any

from django.db import transaction

from chezhan.catalogue.importing.files.reading import Shape, read_rows
from chezhan.catalogue.importing.leases import Lease
from chezhan.catalogue.importing.profile import Column, profile_rows
from chezhan.headquarters.imports.cells import (
    put_away_columns,
    put_away_notices,
    put_away_plan,
    whole_columns,
)
from chezhan.headquarters.imports.guessing import guess_targets
from chezhan.headquarters.imports.mapping import Mapping, mapping_from_guesses, missing_targets
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.headquarters.imports.notices import column_notices, file_notices, store_notices
from chezhan.headquarters.imports.plan import make_plan
from chezhan.headquarters.imports.storage import plan_folder, upload_path
from chezhan.headquarters.imports.work.trying import try_import
from chezhan.kernel import clock
from tenants.context import public_context

Status, Phase = ImportJob.Status, ImportJob.Phase


def analyse_job(*, job: ImportJob, lease: Lease) -> None:
    """Begins at the job's phase: reading, planning or trying; ends as ready."""
    if job.phase == Phase.READING:
        _read(job, lease)
    mapping = Mapping.from_json(job.mapping)
    if not missing_targets(mapping):
        if job.phase != Phase.TRYING:
            _plan(job, mapping, lease)
        lease.keep(phase=Phase.TRYING, rows_done=0)
        job.trial = try_import(job=job, lease=lease)
    lease.settle(status=Status.READY, phase=Phase.NONE, trial=job.trial)


def _read(job: ImportJob, lease: Lease) -> None:
    shape = Shape.from_json(job.shape)

    def progress(rows: int) -> None:
        lease.keep_sometimes(rows_done=rows)

    profile = profile_rows(
        headers=shape.headers, rows=read_rows(path=upload_path(job_id=job.id), shape=shape), progress=progress
    )
    guesses = guess_targets(columns=profile.columns)
    mapping = mapping_from_guesses(guesses=guesses, columns=profile.columns)
    columns, job.mapping = [column.as_json() for column in profile.columns], mapping.as_json()
    job.rows_total = profile.rows
    lease.keep(
        columns=put_away_columns(job_id=job.id, columns=columns),
        guesses=[asdict(guess) for guess in guesses],
        mapping=job.mapping,
        notices=put_away_notices(job_id=job.id, notices=[*file_notices(shape=shape), *_earlier(job)]),
        rows_total=profile.rows,
        phase=Phase.PLANNING,
    )
    job.columns = columns


def _plan(job: ImportJob, mapping: Mapping, lease: Lease) -> None:
    shape = Shape.from_json(job.shape)
    columns = [Column.from_json(column) for column in whole_columns(job)]
    lease.keep(rows_done=0, measured_at=clock.now(), measured_rows=0)

    def progress(rows: int) -> None:
        lease.keep_sometimes(rows_done=rows)

    plan = make_plan(
        path=upload_path(job_id=job.id),
        shape=shape,
        mapping=mapping,
        folder=plan_folder(job_id=job.id),
        today=clock.today().isoformat(),
        progress=progress,
    )
    notices = [
        *file_notices(shape=shape),
        *_earlier(job),
        *column_notices(columns=columns, mapping=mapping),
        *store_notices(parts=plan.parts),
    ]
    lease.keep(
        plan=put_away_plan(job_id=job.id, plan=plan.as_json()),
        notices=put_away_notices(job_id=job.id, notices=notices),
        rows_done=plan.rows,
    )
    with public_context(), transaction.atomic():
        ImportPart.objects.filter(job_id=job.id).delete()
        ImportPart.objects.bulk_create(
            ImportPart(
                job_id=job.id,
                number=number,
                key=part.key,
                name=part.name,
                file=part.file,
                rows=part.rows,
                amount=part.amount,
            )
            for number, part in enumerate(plan.parts, start=1)
        )


def _earlier(job: ImportJob) -> list[dict[str, Any]]:
    """A notice when the same bytes went in before."""
    with public_context():
        same = ImportJob.objects.filter(group_id=job.group_id, sha256=job.sha256, status=Status.DONE)
        last = same.exclude(id=job.id).order_by("-finished_at").first()
    if last is None or last.finished_at is None:
        return []
    at = last.finished_at.astimezone(clock.SHANGHAI)
    params = {"at": f"{at:%Y-%m-%d %H:%M}", "import_id": str(last.id)}
    return [{"level": "info", "column": None, "target": None, "code": "imported_before", "params": params}]
