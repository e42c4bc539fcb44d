"""/api/store/design/events: what of the store's events waits, and what was given up."""

import datetime as dt
from uuid import UUID

from ninja import Router, Schema, Status

from chezhan.access import ActorRequest
from chezhan.catalogue.events import backlog

router = Router(tags=["events"])


class DeadLetterOut(Schema):
    """`entity`: of a timer, `timer:` and its kind. `title`: of the record; null where it is gone, and of a timer.
    `error`: a code, or what kind of error it was.
    """

    id: UUID
    consumer: str
    entity: str
    record_id: UUID | None
    title: str | None
    kind: str
    at: dt.datetime
    dead_at: dt.datetime
    attempts: int
    error: str


class BacklogOut(Schema):
    """`waiting`: events and due timers not taken yet, the oldest of `since`. `again`: those to be tried again.
    `letters`: the latest of the `dead`, which were given up."""

    waiting: int
    since: dt.datetime | None
    again: int
    dead: int
    letters: list[DeadLetterOut]


@router.get("", response=BacklogOut, operation_id="read_backlog")
def read_backlog(request: ActorRequest):
    return backlog.read_backlog(actor=request.actor)


@router.post("/{uuid:letter_id}/replay", response={204: None}, operation_id="replay_event")
def replay(request: ActorRequest, letter_id: UUID):
    backlog.replay(actor=request.actor, letter_id=letter_id)
    return Status(204, None)
