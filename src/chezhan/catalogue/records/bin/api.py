"""/api/store/bin: what was deleted. It is brought back by POST …/records/{entity}/bring-back."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Query, Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.records.bin.erasing import erase
from chezhan.catalogue.records.bin.reading import list_bin

router = Router(tags=["records"])


class RecycledOut(Schema):
    """`title` is null where no part of the record's name may be seen. At `kept_until` it goes for good."""

    id: UUID
    entity: str
    record_id: UUID
    title: str | None
    deleted_at: dt.datetime
    deleted_by: UUID
    kept_until: dt.datetime
    operation_id: UUID
    can_erase: bool


class BinPageOut(Schema):
    """`kept_days`: how long the store keeps what was deleted."""

    kept_days: int
    rows: list[RecycledOut]
    next_cursor: str | None


class EraseRecordsIn(Schema):
    """`confirm` is the word "erase": what is erased does not come back."""

    entity: str
    ids: list[UUID] = Field(min_length=1, max_length=1_000)
    confirm: Literal["erase"]


class ErasedRecordsOut(Schema):
    erased: int


@router.get("", response=BinPageOut, operation_id="list_bin")
def read(
    request: ActorRequest,
    entity: str = "",
    q: str = Query("", max_length=100),
    cursor: str = "",
    limit: int = Query(50, ge=1, le=200),
):
    """`q`: part of a record's name. A page may hold fewer than `limit` while there is a next one."""
    return list_bin(actor=request.actor, entity=entity, q=q, cursor=cursor, limit=limit)


@router.post("/erase", response=ErasedRecordsOut, operation_id="erase_records")
def erase_for_good(request: ActorRequest, body: EraseRecordsIn):
    return {"erased": erase(actor=request.actor, entity=body.entity, record_ids=body.ids)}
