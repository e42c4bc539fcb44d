"""/api/store/design/flows, of those under way: found, moved, cancelled, migrated; and drafts walked through."""

from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.engines.flows.operating import changing, finding, handing, schemas, walking
from chezhan.engines.flows.people.schemas import FlowSayIn

operating = Router(tags=["flows"])
ONE = "/instances/{uuid:instance_id}"


@operating.get("/running", response=schemas.FlowsRunningOut, operation_id="list_running_flows")
def list_running(
    request: ActorRequest, which: finding.Which = "running", flow_id: UUID | None = None, before: UUID | None = None
):
    return finding.list_running(actor=request.actor, which=which, flow_id=flow_id, before=before)


@operating.post(f"{ONE}/cancel", response={204: None}, operation_id="cancel_flow_instance")
def cancel(request: ActorRequest, instance_id: UUID, body: FlowSayIn):
    changing.cancel(actor=request.actor, instance_id=instance_id, text=body.text)
    return Status(204, None)


@operating.post(f"{ONE}/move", response={204: None}, operation_id="move_flow_token")
def move(request: ActorRequest, instance_id: UUID, body: schemas.FlowMoveIn):
    changing.move(actor=request.actor, instance_id=instance_id, token_id=body.token_id, node=body.node)
    return Status(204, None)


@operating.post(f"{ONE}/migrate", response={204: None}, operation_id="migrate_flow_instance")
def migrate(request: ActorRequest, instance_id: UUID, body: schemas.FlowMigrateIn):
    changing.migrate(actor=request.actor, instance_id=instance_id, number=body.number, places=body.places)
    return Status(204, None)


@operating.post(f"{ONE}/retry", response=schemas.FlowRetriedOut, operation_id="retry_flow_instance")
def retry(request: ActorRequest, instance_id: UUID):
    return {"tokens": changing.retry(actor=request.actor, instance_id=instance_id)}


@operating.get("/hand-over", response=list[schemas.FlowAskedOfOut], operation_id="count_flow_items_of_people")
def count_asked_of(request: ActorRequest):
    return handing.count_asked_of(actor=request.actor)


@operating.post("/hand-over", response=schemas.FlowHandedOverOut, operation_id="hand_over_flow_items")
def hand_over(request: ActorRequest, body: schemas.FlowHandOverIn):
    return {"items": handing.hand_over(actor=request.actor, **body.dict())}


@operating.post("/{uuid:flow_id}/walk", response=schemas.FlowWalkOut, operation_id="walk_flow")
def walk(request: ActorRequest, flow_id: UUID, body: schemas.FlowWalkIn):
    """Nothing is written."""
    return walking.walk_flow(
        actor=request.actor, flow_id=flow_id, record_id=body.record_id, start=body.start, choices=body.choices
    )
