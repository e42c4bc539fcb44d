"""What happened to one record; put an old value back."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.records.api import as_seen
from chezhan.catalogue.records.talk.api import CommentOut
from chezhan.catalogue.records.timeline.reading import read_timeline
from chezhan.catalogue.records.timeline.restoring import restore_value
from chezhan.catalogue.schemas import RecordOut

router = Router(tags=["records"])


class FieldChangeOut(Schema):
    """A field that the asker may not see is not told; of a `masked` one, masks."""

    field: str
    before: Any
    after: Any
    masked: bool


class TimelineEventOut(Schema):
    """`kind`: created, updated, deleted or comment. `entry_id`: of a change, for restoring a value of it."""

    kind: Literal["created", "updated", "deleted", "comment"]
    at: dt.datetime
    actor_id: UUID | None
    entry_id: UUID | None
    reason: str
    changes: list[FieldChangeOut]
    comment: CommentOut | None


class TimelineOut(Schema):
    rows: list[TimelineEventOut]
    next_cursor: str | None


class RestoreValueIn(Schema):
    """`version`: the record's when it was read. `side`: the value before the change, or the one after it."""

    entry_id: UUID
    field: str
    side: Literal["before", "after"] = "before"
    version: int


@router.get("/{entity}/{uuid:record_id}/timeline", response=TimelineOut, operation_id="get_timeline")
def read(request: ActorRequest, entity: str, record_id: UUID, cursor: str = "", limit: int = Query(50, ge=1, le=200)):
    return read_timeline(actor=request.actor, entity=entity, record_id=record_id, cursor=cursor, limit=limit)


@router.post("/{entity}/{uuid:record_id}/restore", response=RecordOut, operation_id="restore_value")
def restore(request: ActorRequest, entity: str, record_id: UUID, body: RestoreValueIn):
    restore_value(actor=request.actor, entity=entity, record_id=record_id, **body.dict())
    return as_seen(request, entity, record_id)
