"""/api/store/notices: what one was told; /api/store/waiting: how much waits for one."""

import datetime as dt
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.http import parse_etags, quote_etag
from ninja import Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.notices.counting import waiting_for
from chezhan.catalogue.notices.reading import SHOWN, list_notices, read_notices
from chezhan.kernel.moments import Moment

router = Router(tags=["work"])
waiting = Router(tags=["work"])


class PersonalNoticeOut(Schema):
    """`kind`: task_due, task_assigned, mentioned … `seen` false: the record is not there for the asker any more.
    `by`: null for what happens by itself."""

    id: UUID
    kind: str
    entity: str
    record_id: UUID
    seen: bool
    title: str | None
    by: UUID | None
    at: dt.datetime
    read: bool


class NoticesReadIn(Schema):
    """`ids` null: all of them."""

    ids: list[UUID] | None = Field(None, max_length=200)


@router.get("", response=list[PersonalNoticeOut], operation_id="list_notices")
def read(request: ActorRequest, before: Moment | None = None):
    """The latest 50 first; `before`: the `at` of the last one, for those before it."""
    return list_notices(actor=request.actor, before=before, limit=SHOWN)


@router.post("/read", response={204: None}, operation_id="read_notices")
def mark_read(request: ActorRequest, body: NoticesReadIn):
    read_notices(actor=request.actor, ids=body.ids)
    return Status(204, None)


@waiting.get("", response={200: dict[str, int], 304: None}, operation_id="count_waiting")
def count(request: HttpRequest, response: HttpResponse):
    """By what it is: tasks, overdue, notices … Asked again with the answer's ETag, it says 304 while nothing has."""
    found = waiting_for(actor=request.actor)  # type: ignore[attr-defined]
    response["ETag"] = tag = quote_etag("-".join(f"{name}{number}" for name, number in found.items()))
    response["Cache-Control"] = "private, no-cache"
    if tag in parse_etags(request.headers.get("If-None-Match", "")):
        return Status(304, None)
    return found
