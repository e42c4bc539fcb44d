"""/api/store/forms: forms as they are filled in. /api/store/design/forms: as they are made."""

from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.engines.forms import drafts, live, publishing, queries, schemas

router = Router(tags=["forms"])
design = Router(tags=["forms"])
ONE = "/{uuid:form_id}"


@router.get("/{entity}", response=schemas.FormLiveOut, operation_id="get_form")
def get_form(request: ActorRequest, entity: str, purpose: schemas.Purpose = "create", step: UUID | None = None):
    """`step`: the id of what a flow asks the person: the form of that step, narrowed to what it opens."""
    return {"form": live.read_form(actor=request.actor, entity=entity, purpose=purpose, step=step)}


@router.post("/{entity}/state", response=schemas.FormStateAnswerOut, operation_id="get_form_state")
def get_state(request: ActorRequest, entity: str, body: schemas.FormStateIn):
    """What the form says of what is entered so far. Nothing is kept."""
    found = live.read_state(
        actor=request.actor,
        entity=entity,
        purpose=body.purpose,
        record_id=body.record_id,
        values=body.values,
        step=body.step,
    )
    return {"state": found}


@design.get("", response=list[schemas.FormHeadOut], operation_id="list_forms")
def list_forms(request: ActorRequest, entity: str):
    return queries.list_forms(actor=request.actor, entity=entity)


@design.post("", response={201: schemas.FormDraftOut}, operation_id="create_form")
def create_form(request: ActorRequest, body: schemas.FormIn):
    made = drafts.create_form(actor=request.actor, **body.dict())
    return Status(201, queries.read_draft(actor=request.actor, form_id=made.id))


@design.get("/roles", response=list[schemas.FormRoleOut], operation_id="list_form_roles")
def list_roles(request: ActorRequest):
    return queries.list_form_roles(actor=request.actor)


@design.post("/order", response=list[schemas.FormHeadOut], operation_id="order_forms")
def order_forms(request: ActorRequest, body: schemas.FormOrderIn):
    publishing.order_forms(actor=request.actor, entity=body.entity, form_ids=body.forms)
    return queries.list_forms(actor=request.actor, entity=body.entity)


@design.get(ONE, response=schemas.FormDraftOut, operation_id="get_form_draft")
def get_draft(request: ActorRequest, form_id: UUID):
    return queries.read_draft(actor=request.actor, form_id=form_id)


@design.patch(ONE, response=schemas.FormDraftOut, operation_id="save_form_draft")
def save_draft(request: ActorRequest, form_id: UUID, body: schemas.FormDraftIn):
    values = body.dict(exclude_unset=True)
    drafts.save_draft(actor=request.actor, form_id=form_id, draft_version=values.pop("draft_version"), values=values)
    return queries.read_draft(actor=request.actor, form_id=form_id)


@design.post(f"{ONE}/discard", response=schemas.FormDiscardedOut, operation_id="discard_form_draft")
def discard_draft(request: ActorRequest, form_id: UUID):
    return {"deleted": drafts.discard_draft(actor=request.actor, form_id=form_id) is None}


@design.post(f"{ONE}/copy", response={201: schemas.FormDraftOut}, operation_id="copy_form")
def copy_form(request: ActorRequest, form_id: UUID, body: schemas.FormCopyIn):
    made = drafts.copy_form(actor=request.actor, form_id=form_id, name=body.name, roles=body.roles)
    return Status(201, queries.read_draft(actor=request.actor, form_id=made.id))


@design.get(f"{ONE}/check", response=schemas.FormCheckedOut, operation_id="check_form_draft")
def check_draft(request: ActorRequest, form_id: UUID):
    return queries.check_draft(actor=request.actor, form_id=form_id)


@design.post(f"{ONE}/preview", response=schemas.FormPreviewOut, operation_id="preview_form")
def preview_form(request: ActorRequest, form_id: UUID, body: schemas.FormPreviewIn):
    return queries.preview_form(actor=request.actor, form_id=form_id, role=body.role, values=body.values)


@design.post(f"{ONE}/publish", response=schemas.FormPublishedOut, operation_id="publish_form")
def publish_form(request: ActorRequest, form_id: UUID, body: schemas.FormPublishIn):
    number = publishing.publish_form(
        actor=request.actor, form_id=form_id, draft_version=body.draft_version, note=body.note
    )
    return {"number": number}


@design.post(f"{ONE}/withdraw", response={204: None}, operation_id="withdraw_form")
def withdraw_form(request: ActorRequest, form_id: UUID):
    publishing.withdraw_form(actor=request.actor, form_id=form_id)
    return Status(204, None)


@design.get(f"{ONE}/versions", response=list[schemas.FormVersionOut], operation_id="list_form_versions")
def list_versions(request: ActorRequest, form_id: UUID):
    return queries.list_versions(actor=request.actor, form_id=form_id)


@design.get(f"{ONE}/compare", response=list[schemas.FormDifferenceOut], operation_id="compare_form_versions")
def compare_versions(request: ActorRequest, form_id: UUID, before: int, after: int = 0):
    return queries.compare_versions(actor=request.actor, form_id=form_id, before=before, after=after)


@design.post(f"{ONE}/roll-back", response=schemas.FormPublishedOut, operation_id="roll_back_form")
def roll_back(request: ActorRequest, form_id: UUID, body: schemas.FormRollBackIn):
    return {"number": publishing.roll_back_form(actor=request.actor, form_id=form_id, number=body.number)}
