"""/api/store/flows: taking part in flows. Whoever is asked is asked by name, and needs no other permission."""

from typing import Literal
from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest
from chezhan.engines.flows.people import (
    boxes,
    deciding,
    deputies,
    passing,
    reading,
    returning,
    schemas,
    starting,
    talking,
)

router = Router(tags=["flows"])
ITEM, INSTANCE = "/items/{uuid:item_id}", "/instances/{uuid:instance_id}"


@router.get("/startable", response=list[schemas.StartableFlowOut], operation_id="list_startable_flows")
def list_startable(request: ActorRequest, entity: str, record_id: UUID):
    return starting.list_startable(actor=request.actor, entity=entity, record_id=record_id)


@router.post("/start", response={201: schemas.FlowStartedOut}, operation_id="start_flow")
def start(request: ActorRequest, body: schemas.FlowStartIn):
    made = starting.start_flow(actor=request.actor, flow_id=body.flow_id, record_id=body.record_id)
    return Status(201, {"instance_id": made})


@router.get("/items", response=schemas.FlowItemsOut, operation_id="list_flow_items")
def list_items(request: ActorRequest, box: Literal["open", "done"] = "open", before: UUID | None = None):
    return boxes.list_items(actor=request.actor, box=box, before=before)


@router.get("/items/counts", response=schemas.FlowItemCountsOut, operation_id="count_flow_items")
def count_items(request: ActorRequest):
    return boxes.count_items(actor=request.actor)


@router.get(ITEM, response=schemas.FlowAskedOut, operation_id="get_flow_item")
def get_item(request: ActorRequest, item_id: UUID):
    return reading.read_item(actor=request.actor, item_id=item_id)


@router.post(f"{ITEM}/complete", response={204: None}, operation_id="complete_flow_item")
def complete(request: ActorRequest, item_id: UUID, body: schemas.FlowDecisionIn):
    deciding.complete(
        actor=request.actor, item_id=item_id, comment=body.comment, version=body.version, values=body.values,
        files=body.files,
    )  # fmt: skip
    return Status(204, None)


@router.post(f"{ITEM}/approve", response={204: None}, operation_id="approve_flow_item")
def approve(request: ActorRequest, item_id: UUID, body: schemas.FlowDecisionIn):
    deciding.decide(actor=request.actor, item_id=item_id, approve=True, **body.dict())
    return Status(204, None)


@router.post(f"{ITEM}/reject", response={204: None}, operation_id="reject_flow_item")
def reject(request: ActorRequest, item_id: UUID, body: schemas.FlowDecisionIn):
    deciding.decide(actor=request.actor, item_id=item_id, approve=False, **body.dict())
    return Status(204, None)


@router.post(f"{ITEM}/delegate", response={204: None}, operation_id="delegate_flow_item")
def delegate(request: ActorRequest, item_id: UUID, body: schemas.FlowPassIn):
    passing.pass_on(actor=request.actor, item_id=item_id, to=body.to, way="delegate", comment=body.comment)
    return Status(204, None)


@router.post(f"{ITEM}/transfer", response={204: None}, operation_id="transfer_flow_item")
def transfer(request: ActorRequest, item_id: UUID, body: schemas.FlowPassIn):
    passing.pass_on(actor=request.actor, item_id=item_id, to=body.to, way="transfer", comment=body.comment)
    return Status(204, None)


@router.post(f"{ITEM}/add", response={204: None}, operation_id="add_flow_approver")
def add(request: ActorRequest, item_id: UUID, body: schemas.FlowAddIn):
    passing.add(actor=request.actor, item_id=item_id, **body.dict())
    return Status(204, None)


@router.post(f"{ITEM}/return", response={204: None}, operation_id="return_flow_item")
def send_back(request: ActorRequest, item_id: UUID, body: schemas.FlowReturnIn):
    returning.send_back(actor=request.actor, item_id=item_id, node=body.node, comment=body.comment)
    return Status(204, None)


@router.get("/started", response=schemas.FlowInstancesOut, operation_id="list_started_flows")
def list_started(request: ActorRequest, before: UUID | None = None):
    return boxes.list_started(actor=request.actor, before=before)


@router.get("/of-record", response=list[schemas.FlowInstanceOut], operation_id="list_flows_of_record")
def list_of_record(request: ActorRequest, entity: str, record_id: UUID):
    return boxes.list_of_record(actor=request.actor, entity=entity, record_id=record_id)


@router.get(INSTANCE, response=schemas.FlowStandingOut, operation_id="get_flow_instance")
def get_instance(request: ActorRequest, instance_id: UUID):
    return reading.read_instance(actor=request.actor, instance_id=instance_id)


@router.post(f"{INSTANCE}/withdraw", response={204: None}, operation_id="withdraw_flow")
def withdraw(request: ActorRequest, instance_id: UUID, body: schemas.FlowSayIn):
    returning.withdraw(actor=request.actor, instance_id=instance_id, comment=body.text)
    return Status(204, None)


@router.post(f"{INSTANCE}/remind", response=schemas.FlowRemindedOut, operation_id="remind_flow")
def remind(request: ActorRequest, instance_id: UUID):
    return {"people": talking.remind(actor=request.actor, instance_id=instance_id)}


@router.post(f"{INSTANCE}/comments", response={204: None}, operation_id="comment_on_flow")
def comment(request: ActorRequest, instance_id: UUID, body: schemas.FlowSayIn):
    talking.comment(actor=request.actor, instance_id=instance_id, text=body.text)
    return Status(204, None)


@router.get("/deputies", response=list[schemas.FlowDeputyOut], operation_id="list_flow_deputies")
def list_deputies(request: ActorRequest):
    return deputies.list_deputies(actor=request.actor)


@router.post("/deputies", response={201: list[schemas.FlowDeputyOut]}, operation_id="set_flow_deputy")
def set_deputy(request: ActorRequest, body: schemas.FlowDeputyIn):
    deputies.set_deputy(actor=request.actor, **body.dict())
    return Status(201, deputies.list_deputies(actor=request.actor))


@router.delete("/deputies/{uuid:deputy_id}", response={204: None}, operation_id="end_flow_deputy")
def end_deputy(request: ActorRequest, deputy_id: UUID):
    deputies.end_deputy(actor=request.actor, deputy_id=deputy_id)
    return Status(204, None)
