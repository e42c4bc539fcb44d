"""What happened to one record; put an old value back."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Query, Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.records.api import as_seen
from chezhan.catalogue.records.around.pieces import Piece
from chezhan.catalogue.records.around.reading import read_around
from chezhan.catalogue.records.talk.api import CommentOut
from chezhan.catalogue.records.timeline.reading import Event, read_timeline
from chezhan.catalogue.records.timeline.restoring import restore_value
from chezhan.catalogue.schemas import RecordOut

router = Router(tags=["records"])


class FieldChangeOut(Schema):
    """A field that the asker may not see is not told; of a `masked` one, masks."""

    field: str
    before: Any
    after: Any
    masked: bool


class TimelineRecordOut(Schema):
    """`kind`: of record, or of what a module tells. `row`: the first facts, as lists have them."""

    kind: str
    id: UUID
    title: str | None
    row: dict[str, Any]


class TimelineEventOut(Schema):
    """`kind`: created, updated, deleted, comment; or record, of one that is about it. `entry_id`: of a change, for
    restoring a value of it."""

    kind: Literal["created", "updated", "deleted", "comment", "record"]
    at: dt.datetime
    actor_id: UUID | None
    entry_id: UUID | None
    reason: str
    changes: list[FieldChangeOut]
    comment: CommentOut | None
    record: TimelineRecordOut | None = None


class TimelineOut(Schema):
    """`kinds`: what can be told around such a record; empty where that was not asked for."""

    rows: list[TimelineEventOut]
    kinds: list[str] = []
    next_cursor: str | None


class RestoreValueIn(Schema):
    """`version`: the record's when it was read. `side`: the value before the change, or the one after it."""

    entry_id: UUID
    field: str
    side: Literal["before", "after"] = "before"
    version: int


@router.get("/{entity}/{uuid:record_id}/timeline", response=TimelineOut, operation_id="get_timeline")
def read(
    request: ActorRequest,
    *,
    entity: str,
    record_id: UUID,
    cursor: str = "",
    limit: int = Query(50, ge=1, le=200),
    around: bool = Query(False, description="with the records that are about this one"),
    kinds: str = Query("", description="of what is around, names parted by commas: these alone; changes: its own"),
):
    if around:
        some = [name for name in kinds.split(",") if name]
        page = read_around(
            actor=request.actor, entity=entity, record_id=record_id, cursor=cursor, limit=limit, kinds=some
        )
        return {"rows": [_told(one) for one in page.rows], "kinds": page.kinds, "next_cursor": page.next_cursor}
    return read_timeline(actor=request.actor, entity=entity, record_id=record_id, cursor=cursor, limit=limit)


def _told(one: Event | Piece) -> Any:
    if isinstance(one, Event):
        return one
    record = {"kind": one.kind, "id": one.id, "title": one.title, "row": one.row}
    blank: dict[str, Any] = {"actor_id": None, "entry_id": None, "reason": "", "changes": [], "comment": None}
    return {"kind": "record", "at": one.at, **blank, "record": record}


@router.post("/{entity}/{uuid:record_id}/restore", response=RecordOut, operation_id="restore_value")
def restore(request: ActorRequest, entity: str, record_id: UUID, body: RestoreValueIn):
    restore_value(actor=request.actor, entity=entity, record_id=record_id, **body.dict())
    return as_seen(request, entity, record_id)
