"""Imports over HTTP: /api/hq/<group>/imports. No scope is open here; services and queries open theirs."""

from pathlib import PurePath
from uuid import UUID

from django.conf import settings
from django.http import StreamingHttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Path, Router, Status
from ninja.files import UploadedFile

from chezhan.access import ActorRequest, require
from chezhan.headquarters.imports import queries
from chezhan.headquarters.imports.mending import mending_csv
from chezhan.headquarters.imports.plan import ERRORS_FILE
from chezhan.headquarters.imports.schemas import ImportLimits, ImportOut, ImportState, ImportSummary, MappingIn, StartIn
from chezhan.headquarters.imports.services import decide
from chezhan.headquarters.imports.services.upload import upload_import
from chezhan.headquarters.imports.showing import import_of, state_of, summary_of
from chezhan.headquarters.imports.storage import plan_folder
from chezhan.kernel import clock

router = Router(tags=["imports"])


@router.post("", response={201: ImportOut}, operation_id="upload_import")
def upload(request: ActorRequest, group: Path[str], file: File[UploadedFile]):
    """Multipart, field `file`. Refused here: no table of text (422), too large (413), being imported now (409)."""
    job_id = upload_import(actor=request.actor, file_name=file.name or "", chunks=file.chunks(1 << 20), now=clock.now())
    return Status(201, _shown(request, job_id))


@router.get("", response=list[ImportSummary], operation_id="list_imports")
def list_(request: ActorRequest, group: Path[str]):
    now = clock.now()
    return [summary_of(job, now=now) for job in queries.list_jobs(actor=request.actor)]


@router.get("/limits", response=ImportLimits, operation_id="read_import_limits")
def limits(request: ActorRequest, group: Path[str]):
    require(actor=request.actor, permission="import.read")
    return {"file_mb": settings.IMPORT_MAX_BYTES >> 20}


@router.get("/{import_id}", response=ImportOut, operation_id="get_import")
def get(request: ActorRequest, group: Path[str], import_id: UUID):
    return _shown(request, import_id)


@router.get("/{import_id}/state", response=ImportState, operation_id="get_import_state")
def state(request: ActorRequest, group: Path[str], import_id: UUID):
    """The part of an import that changes while it is worked on; made for polling."""
    job, parts = queries.get_job(actor=request.actor, job_id=import_id)
    return state_of(job, parts, now=clock.now())


@router.put("/{import_id}/mapping", response=ImportOut, operation_id="map_import")
def map_columns(request: ActorRequest, group: Path[str], import_id: UUID, body: MappingIn):
    decide.map_columns(actor=request.actor, job_id=import_id, targets=body.targets, date_orders=dict(body.date_orders))
    return _shown(request, import_id)


@router.post("/{import_id}/dry-run", response=ImportOut, operation_id="try_import")
def dry_run(request: ActorRequest, group: Path[str], import_id: UUID):
    """Compare with the stores once more; the answer is in `trial` when the status is ready again."""
    decide.try_again(actor=request.actor, job_id=import_id)
    return _shown(request, import_id)


@router.post("/{import_id}/start", response=ImportOut, operation_id="start_import")
def start(request: ActorRequest, group: Path[str], import_id: UUID, body: StartIn):
    decide.start_import(
        actor=request.actor,
        job_id=import_id,
        create_stores=body.create_stores,
        pack=body.pack,
        now=clock.now(),
    )
    return _shown(request, import_id)


@router.post("/{import_id}/cancel", response=ImportOut, operation_id="cancel_import")
def cancel(request: ActorRequest, group: Path[str], import_id: UUID):
    decide.cancel_import(actor=request.actor, job_id=import_id, now=clock.now())
    return _shown(request, import_id)


@router.post("/{import_id}/undo", response=ImportOut, operation_id="undo_import")
def undo(request: ActorRequest, group: Path[str], import_id: UUID):
    decide.undo_import(actor=request.actor, job_id=import_id)
    return _shown(request, import_id)


@router.get("/{import_id}/issues.csv", operation_id="get_import_issues")
def issues(request: ActorRequest, group: Path[str], import_id: UUID):
    """The refused rows with their reasons, in the asker's language, to be mended and sent again."""
    require(actor=request.actor, permission="import.run")
    job, _ = queries.get_job(actor=request.actor, job_id=import_id)
    rows = mending_csv(
        errors=plan_folder(job_id=job.id) / ERRORS_FILE,
        headers=list(job.shape["headers"]),
        language=request.actor.language,
    )
    suffix = "待修改" if request.actor.language.startswith("zh") else "to mend"
    name = f"{PurePath(job.file_name).stem} {suffix}.csv"
    response = StreamingHttpResponse(rows, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=name)
    return response


def _shown(request: ActorRequest, job_id: UUID) -> dict:
    job, parts = queries.get_job(actor=request.actor, job_id=job_id)
    return import_of(job, parts, actor=request.actor, now=clock.now())
