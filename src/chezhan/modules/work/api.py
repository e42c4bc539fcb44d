"""/api/store/work/tasks: what tasks need beyond reading and changing their fields, which the records API does."""

from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.kernel.moments import Moment
from chezhan.modules.work import handing, services

router = Router(tags=["work"])


class TaskIn(Schema):
    """`owner` null: oneself. `values`: other fields of the task, as the records API takes them."""

    what: str = Field(max_length=200)
    due_at: Moment | None = None
    priority: str = "normal"
    owner: UUID | None = None
    values: dict = {}


class TaskMadeOut(Schema):
    id: UUID


class TaskEndIn(Schema):
    """`result` null: it stays as it is."""

    result: str | None = Field(None, max_length=10_000)


class HandOnIn(Schema):
    to: UUID
    note: str = Field("", max_length=5_000)


class TasksOfOut(Schema):
    """`name`: empty for who works here no more."""

    person: UUID
    name: str
    count: int


class TasksHandOverIn(Schema):
    """`text`: why. `tasks`: these alone, null for all that are open."""

    person: UUID
    to: UUID
    text: str = Field("", max_length=2_000)
    tasks: list[UUID] | None = Field(None, max_length=5_000)


class TasksHandedOverOut(Schema):
    """`tasks`: those that went over; named again the other way round they go back."""

    tasks: list[UUID]


@router.get("/hand-over", response=list[TasksOfOut], operation_id="count_tasks_of_people")
def count_tasks_of(request: ActorRequest):
    return handing.count_tasks_of(actor=request.actor)


@router.post("/hand-over", response=TasksHandedOverOut, operation_id="hand_over_tasks")
def hand_over(request: ActorRequest, body: TasksHandOverIn):
    return {"tasks": handing.hand_over_tasks(actor=request.actor, **body.dict())}


@router.post("/tasks", response={201: TaskMadeOut}, operation_id="make_task")
def make(request: ActorRequest, body: TaskIn):
    """For a colleague too, by whoever may make tasks."""
    due_at = body.due_at.isoformat() if body.due_at else None
    values = {**body.values, "what": body.what, "due_at": due_at, "priority": body.priority}
    return Status(201, {"id": services.make_task(actor=request.actor, values=values, owner=body.owner)})


@router.post("/tasks/{uuid:task_id}/done", response={204: None}, operation_id="finish_task")
def finish(request: ActorRequest, task_id: UUID, body: TaskEndIn):
    services.finish_task(actor=request.actor, task_id=task_id, result=body.result)
    return Status(204, None)


@router.post("/tasks/{uuid:task_id}/cancel", response={204: None}, operation_id="cancel_task")
def cancel(request: ActorRequest, task_id: UUID, body: TaskEndIn):
    services.cancel_task(actor=request.actor, task_id=task_id, result=body.result)
    return Status(204, None)


@router.post("/tasks/{uuid:task_id}/reopen", response={204: None}, operation_id="reopen_task")
def reopen(request: ActorRequest, task_id: UUID):
    services.reopen_task(actor=request.actor, task_id=task_id)
    return Status(204, None)


@router.post("/tasks/{uuid:task_id}/hand-on", response={204: None}, operation_id="hand_on_task")
def hand_on(request: ActorRequest, task_id: UUID, body: HandOnIn):
    services.hand_on_task(actor=request.actor, task_id=task_id, to=body.to, note=body.note)
    return Status(204, None)
