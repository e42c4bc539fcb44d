"""/api/store/memory: what one looked at last, and favourites. One's own; nobody else reads it."""

import datetime as dt
from typing import Any
from uuid import UUID

from ninja import Query, Router, Schema, Status

from chezhan.access import ActorRequest
from chezhan.catalogue.records.memory import services
from chezhan.catalogue.records.memory.reading import read_memory

router = Router(tags=["records"])


class RememberedOut(Schema):
    """`title` is null where no part of the record's name may be seen. `record`: fields as a list has them."""

    entity: str
    id: UUID
    title: str | None
    record: dict[str, Any]
    at: dt.datetime


class StarredViewOut(Schema):
    """`name_en`: what it is called in English; empty: the same."""

    id: UUID
    entity: str
    name: str
    name_en: str


class MemoryOut(Schema):
    """The latest first; what one may not see any more is not there."""

    recent: list[RememberedOut]
    favourites: list[RememberedOut]
    views: list[StarredViewOut]


@router.get("", response=MemoryOut, operation_id="read_memory")
def read(request: ActorRequest, recent: int = Query(services.SEEN, ge=0, le=services.SEEN)):
    return read_memory(actor=request.actor, recent=recent)


@router.put("/recent/{entity}/{uuid:record_id}", response={204: None}, operation_id="remember_record")
def remember(request: ActorRequest, entity: str, record_id: UUID):
    services.remember(actor=request.actor, entity=entity, record_id=record_id)
    return Status(204, None)


@router.delete("/recent", response={204: None}, operation_id="forget_recent")
def forget(request: ActorRequest):
    services.forget_all(actor=request.actor)
    return Status(204, None)


@router.put("/favourites/{entity}/{uuid:record_id}", response={204: None}, operation_id="star_record")
def star(request: ActorRequest, entity: str, record_id: UUID):
    services.star_record(actor=request.actor, entity=entity, record_id=record_id)
    return Status(204, None)


@router.delete("/favourites/{entity}/{uuid:record_id}", response={204: None}, operation_id="unstar_record")
def unstar(request: ActorRequest, entity: str, record_id: UUID):
    services.unstar_record(actor=request.actor, entity=entity, record_id=record_id)
    return Status(204, None)


@router.put("/favourite-views/{uuid:view_id}", response={204: None}, operation_id="star_view")
def star_view(request: ActorRequest, view_id: UUID):
    services.star_view(actor=request.actor, view_id=view_id)
    return Status(204, None)


@router.delete("/favourite-views/{uuid:view_id}", response={204: None}, operation_id="unstar_view")
def unstar_view(request: ActorRequest, view_id: UUID):
    services.unstar_view(actor=request.actor, view_id=view_id)
    return Status(204, None)
