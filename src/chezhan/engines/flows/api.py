"""/api/store/design/flows: the flows of a store, as they are drawn and put into force."""

from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.engines.flows import drafts, publishing, queries, schemas

design = Router(tags=["flows"])
ONE = "/{uuid:flow_id}"


@design.get("", response=list[schemas.FlowListedOut], operation_id="list_flows")
def list_flows(request: ActorRequest):
    return queries.list_flows(actor=request.actor)


@design.get("/templates", response=list[schemas.FlowTemplateOut], operation_id="list_flow_templates")
def list_templates(request: ActorRequest):
    return queries.list_templates(actor=request.actor)


@design.post("", response={201: schemas.FlowOut}, operation_id="create_flow")
def create_flow(request: ActorRequest, body: schemas.FlowIn):
    made = drafts.create_flow(
        actor=request.actor, entity=body.entity, name=body.name, template=body.template, definition=body.definition
    )
    return Status(201, queries.read_flow(actor=request.actor, flow_id=made.id))


@design.get(ONE, response=schemas.FlowOut, operation_id="get_flow")
def get_flow(request: ActorRequest, flow_id: UUID):
    return queries.read_flow(actor=request.actor, flow_id=flow_id)


@design.patch(ONE, response=schemas.FlowOut, operation_id="save_flow")
def save_flow(request: ActorRequest, flow_id: UUID, body: schemas.FlowDraftIn):
    values = {name: value for name, value in body.dict(exclude_unset=True).items() if value is not None}
    drafts.save_draft(actor=request.actor, flow_id=flow_id, draft_version=values.pop("draft_version"), values=values)
    return queries.read_flow(actor=request.actor, flow_id=flow_id)


@design.post(f"{ONE}/check", response=schemas.FlowCheckedOut, operation_id="check_flow")
def check_flow(request: ActorRequest, flow_id: UUID, body: schemas.FlowDrawnIn):
    """Of what is drawn; nothing is saved."""
    return {"problems": queries.check_flow(actor=request.actor, flow_id=flow_id, definition=body.definition)}


@design.post(f"{ONE}/discard", response=schemas.FlowDiscardedOut, operation_id="discard_flow_draft")
def discard_draft(request: ActorRequest, flow_id: UUID):
    return {"deleted": drafts.discard_draft(actor=request.actor, flow_id=flow_id) is None}


@design.post(f"{ONE}/copy", response={201: schemas.FlowOut}, operation_id="copy_flow")
def copy_flow(request: ActorRequest, flow_id: UUID, body: schemas.FlowCopyIn):
    made = drafts.copy_flow(actor=request.actor, flow_id=flow_id, name=body.name)
    return Status(201, queries.read_flow(actor=request.actor, flow_id=made.id))


@design.post(f"{ONE}/publish", response=schemas.FlowPublishedOut, operation_id="publish_flow")
def publish_flow(request: ActorRequest, flow_id: UUID, body: schemas.FlowPublishIn):
    number = publishing.publish_flow(
        actor=request.actor, flow_id=flow_id, draft_version=body.draft_version, note=body.note
    )
    return {"number": number}


@design.post(f"{ONE}/switch", response=schemas.FlowOut, operation_id="switch_flow")
def switch_flow(request: ActorRequest, flow_id: UUID, body: schemas.FlowSwitchIn):
    publishing.switch_flow(actor=request.actor, flow_id=flow_id, on=body.on)
    return queries.read_flow(actor=request.actor, flow_id=flow_id)


@design.get(f"{ONE}/versions", response=list[schemas.FlowVersionOut], operation_id="list_flow_versions")
def list_versions(request: ActorRequest, flow_id: UUID):
    return queries.list_versions(actor=request.actor, flow_id=flow_id)


@design.post(f"{ONE}/roll-back", response=schemas.FlowPublishedOut, operation_id="roll_back_flow")
def roll_back(request: ActorRequest, flow_id: UUID, body: schemas.FlowRollBackIn):
    return {"number": publishing.roll_back_flow(actor=request.actor, flow_id=flow_id, number=body.number)}
