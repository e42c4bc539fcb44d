"""/api/store/records/<entity>/imports and /api/store/imports: files brought into the store."""

from pathlib import PurePath
from typing import Literal
from uuid import UUID

from django.conf import settings
from django.http import FileResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header
from ninja import File, Query, Router, Status
from ninja.files import UploadedFile

from chezhan.access import ActorRequest
from chezhan.catalogue.importing import schemas, services
from chezhan.catalogue.importing.mending import as_csv, as_xlsx, lines_of
from chezhan.catalogue.importing.queries import get_job, list_jobs, view_of
from chezhan.catalogue.importing.remembering import forget, templates_of
from chezhan.catalogue.importing.showing import line_of, rows_page, whole_of
from chezhan.catalogue.importing.targets import targets_of
from chezhan.kernel import clock

on_records = Router(tags=["imports"])
router = Router(tags=["imports"])
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@on_records.get("/{entity}/imports", response=schemas.ImportsOut, operation_id="list_record_imports")
def list_imports(request: ActorRequest, entity: str):
    """One's own, the latest first, and the mappings that are kept for this kind of record."""
    actor, now = request.actor, clock.now()
    jobs = list_jobs(actor=actor, entity=entity)
    return {
        "jobs": [line_of(job, now=now) for job in jobs],
        "templates": [
            {"id": one.id, "name": one.name, "used_at": one.used_at, "mine": one.person_id == actor.person_id}
            for one in templates_of(actor=actor, entity=entity)
        ],
        "file_mb": settings.IMPORT_MAX_BYTES >> 20,
    }


@on_records.post("/{entity}/imports", response={201: schemas.RecordImportLine}, operation_id="upload_record_import")
def upload(request: ActorRequest, entity: str, file: File[UploadedFile]):
    """Multipart, field `file`: xlsx, xls, xlsb, ods or text. It is read in the background; ask for the job."""
    job = services.upload_import(
        actor=request.actor, entity=entity, file_name=file.name or "", chunks=file.chunks(1 << 20), now=clock.now()
    )
    return Status(201, line_of(job, now=clock.now()))


@router.get("/{uuid:job_id}", response=schemas.RecordImportOut, operation_id="get_record_import")
def get(request: ActorRequest, job_id: UUID):
    return whole_of(get_job(actor=request.actor, job_id=job_id), actor=request.actor, now=clock.now())


@router.get("/{uuid:job_id}/state", response=schemas.RecordImportLine, operation_id="get_record_import_state")
def state(request: ActorRequest, job_id: UUID):
    """What changes while it is worked on; made for polling."""
    return line_of(get_job(actor=request.actor, job_id=job_id), now=clock.now())


@router.post("/{uuid:job_id}/read", response=schemas.RecordImportLine, operation_id="read_record_import")
def read(request: ActorRequest, job_id: UUID, body: schemas.WishIn):
    """Read the file otherwise: another sheet, another row of names, without what is hidden."""
    job = services.read_otherwise(actor=request.actor, job_id=job_id, wish=body.as_wish())
    return line_of(job, now=clock.now())


@router.post("/{uuid:job_id}/order", response=schemas.RecordImportLine, operation_id="order_record_import")
def order(request: ActorRequest, job_id: UUID, body: schemas.OrderIO):
    """Say which column is which field, and try it: the answer is in `trial` when the status is ready again."""
    job = services.order_import(actor=request.actor, job_id=job_id, order=body.as_order())
    return line_of(job, now=clock.now())


@router.post("/{uuid:job_id}/decisions", response=schemas.RecordImportLine, operation_id="decide_record_import")
def decide(request: ActorRequest, job_id: UUID, body: schemas.DecisionsIn):
    job = services.decide_twins(actor=request.actor, job_id=job_id, decisions=dict(body.decisions))
    return line_of(job, now=clock.now())


@router.post("/{uuid:job_id}/template", response={204: None}, operation_id="keep_import_template")
def keep_template(request: ActorRequest, job_id: UUID, body: schemas.TemplateIn):
    services.keep_template(actor=request.actor, job_id=job_id, name=body.name.strip())
    return Status(204, None)


@router.post(
    "/{uuid:job_id}/template/{uuid:template_id}",
    response=schemas.RecordImportOut,
    operation_id="apply_import_template",
)
def use_template(request: ActorRequest, job_id: UUID, template_id: UUID):
    job = services.use_template(actor=request.actor, job_id=job_id, template_id=template_id)
    return whole_of(job, actor=request.actor, now=clock.now())


@router.delete("/templates/{uuid:template_id}", response={204: None}, operation_id="delete_import_template")
def delete_template(request: ActorRequest, template_id: UUID):
    forget(actor=request.actor, template_id=template_id)
    return Status(204, None)


@router.post("/{uuid:job_id}/start", response=schemas.RecordImportLine, operation_id="start_record_import")
def start(request: ActorRequest, job_id: UUID):
    """Write, or go on with what was stopped."""
    job = services.start_import(actor=request.actor, job_id=job_id, now=clock.now())
    return line_of(job, now=clock.now())


@router.post("/{uuid:job_id}/stop", response=schemas.RecordImportLine, operation_id="stop_record_import")
def stop(request: ActorRequest, job_id: UUID):
    return line_of(services.stop_import(actor=request.actor, job_id=job_id, now=clock.now()), now=clock.now())


@router.post("/{uuid:job_id}/undo", response=schemas.RecordImportLine, operation_id="undo_record_import")
def undo(request: ActorRequest, job_id: UUID):
    return line_of(services.undo_import(actor=request.actor, job_id=job_id), now=clock.now())


@router.delete("/{uuid:job_id}", response={204: None}, operation_id="forget_record_import")
def forget_file(request: ActorRequest, job_id: UUID):
    """The file goes; of an import that has written, the figures stay."""
    services.forget_import(actor=request.actor, job_id=job_id)
    return Status(204, None)


@router.get("/{uuid:job_id}/rows", response=schemas.ImportRowsOut, operation_id="list_import_rows")
def rows(
    request: ActorRequest,
    job_id: UUID,
    became: schemas.Became | Literal[""] = "",
    after: int = Query(0, ge=0),
):
    """What became of each row, or of the dry run's; page by page."""
    job = get_job(actor=request.actor, job_id=job_id)
    return rows_page(job, actor=request.actor, became=became, after=after)


@router.get("/{uuid:job_id}/rows.csv", operation_id="download_import_rows_csv")
def rows_csv(request: ActorRequest, job_id: UUID, became: schemas.Became | Literal[""] = "refused"):
    """Rows as the file has them, with what became of them in front; made to be mended and sent again."""
    name, lines = _lines(request, job_id, became)
    # Read in this transaction: what is sent is sent after it.
    body = b"".join(as_csv(lines))
    response = StreamingHttpResponse([body], content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = content_disposition_header(as_attachment=True, filename=f"{name}.csv")
    return response


@router.get("/{uuid:job_id}/rows.xlsx", operation_id="download_import_rows_xlsx")
def rows_xlsx(request: ActorRequest, job_id: UUID, became: schemas.Became | Literal[""] = "refused"):
    name, lines = _lines(request, job_id, became)
    return FileResponse(as_xlsx(lines), as_attachment=True, filename=f"{name}.xlsx", content_type=XLSX)


def _lines(request: ActorRequest, job_id: UUID, became: str):
    actor = request.actor
    job = get_job(actor=actor, job_id=job_id)
    view = view_of(actor=actor, entity=job.entity)
    language = "en" if actor.language == "en" else "zh"
    lines = lines_of(job, became=became, targets=targets_of(actor=actor, view=view), language=language)
    suffix = {"zh": "待修改" if became == "refused" else "结果", "en": "to mend" if became == "refused" else "result"}
    return f"{PurePath(job.file_name).stem} {suffix[language]}", lines
