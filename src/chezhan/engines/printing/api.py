"""/api/store/print: records on paper. /api/store/design/print: the templates they are printed with."""

from uuid import UUID

from django.http import HttpResponse
from django.utils.http import content_disposition_header
from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.engines.printing import handing_out, queries, schemas, services
from chezhan.kernel.afterwards import Afterwards

router = Router(tags=["printing"])
design = Router(tags=["printing"])
ONE = "/{uuid:template_id}"


def _pdf(made: handing_out.Printed) -> HttpResponse:
    response = HttpResponse(made.as_pdf(), content_type="application/pdf")
    response["Content-Disposition"] = content_disposition_header(as_attachment=False, filename=made.name) or "inline"
    response["Cache-Control"] = "no-store"
    return response


def _json(shown: queries.Preview) -> HttpResponse:
    told = schemas.PrintPreviewOut.model_validate(shown.as_pictures())
    return HttpResponse(told.model_dump_json(), content_type="application/json; charset=utf-8")


@router.get("/{entity}", response=list[schemas.PrintOfferedOut], operation_id="list_prints")
def list_offered(request: ActorRequest, entity: str):
    return queries.list_offered(actor=request.actor, entity=entity)


@router.post("/{entity}", operation_id="print_records")
def print_records(request: ActorRequest, entity: str, body: schemas.PrintIn):
    """A PDF. A POST, since the audit tells of it and so many ids don't go into an address."""
    made = handing_out.print_records(actor=request.actor, entity=entity, record_ids=body.ids, template_id=body.template)
    return Afterwards(lambda: _pdf(made))


@design.get("", response=list[schemas.PrintHeadOut], operation_id="list_print_templates")
def list_templates(request: ActorRequest, entity: str):
    return queries.list_templates(actor=request.actor, entity=entity)


@design.post("", response={201: schemas.PrintTemplateOut}, operation_id="create_print_template")
def create_template(request: ActorRequest, body: schemas.PrintTemplateIn):
    made = services.create_template(actor=request.actor, entity=body.entity, name=body.name, start=body.start)
    return Status(201, queries.read_template(actor=request.actor, template_id=made.id))


@design.get("/places", response=schemas.PrintableOut, operation_id="list_print_places")
def list_places(request: ActorRequest, entity: str):
    return queries.read_places(actor=request.actor, entity=entity)


@design.post("/preview", response=schemas.PrintPreviewOut, operation_id="preview_print_template")
def preview(request: ActorRequest, body: schemas.PrintPreviewIn):
    """Nothing is kept; what is shown of persons is told in the audit as reading is."""
    shown = queries.preview_template(
        actor=request.actor, entity=body.entity, layout=body.layout, record_id=body.record_id
    )
    return Afterwards(lambda: _json(shown))


@design.get(ONE, response=schemas.PrintTemplateOut, operation_id="get_print_template")
def get_template(request: ActorRequest, template_id: UUID):
    return queries.read_template(actor=request.actor, template_id=template_id)


@design.patch(ONE, response=schemas.PrintTemplateOut, operation_id="save_print_template")
def save_template(request: ActorRequest, template_id: UUID, body: schemas.PrintDraftIn):
    services.save_template(
        actor=request.actor,
        template_id=template_id,
        draft_version=body.draft_version,
        name=body.name,
        layout=body.layout,
    )
    return queries.read_template(actor=request.actor, template_id=template_id)


@design.post(f"{ONE}/keep", response=schemas.PrintTemplateOut, operation_id="keep_print_template")
def keep_template(request: ActorRequest, template_id: UUID, body: schemas.PrintKeepIn):
    services.keep_template(actor=request.actor, template_id=template_id, draft_version=body.draft_version)
    return queries.read_template(actor=request.actor, template_id=template_id)


@design.post(f"{ONE}/discard", response=schemas.PrintDiscardedOut, operation_id="discard_print_draft")
def discard_draft(request: ActorRequest, template_id: UUID):
    return {"deleted": services.discard_draft(actor=request.actor, template_id=template_id)}


@design.post(f"{ONE}/copy", response={201: schemas.PrintTemplateOut}, operation_id="copy_print_template")
def copy_template(request: ActorRequest, template_id: UUID, body: schemas.PrintCopyIn):
    made = services.copy_template(actor=request.actor, template_id=template_id, name=body.name)
    return Status(201, queries.read_template(actor=request.actor, template_id=made.id))


@design.post(f"{ONE}/retire", response=schemas.PrintTemplateOut, operation_id="retire_print_template")
def retire_template(request: ActorRequest, template_id: UUID, body: schemas.PrintRetireIn):
    services.retire_template(actor=request.actor, template_id=template_id, retired=body.retired)
    return queries.read_template(actor=request.actor, template_id=template_id)
