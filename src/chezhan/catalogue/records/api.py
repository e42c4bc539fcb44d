"""/api/store/records/…: lists, records, and writes. What is answered was read through the asker's own lens."""

from uuid import UUID

import orjson
from django.http import HttpResponse
from ninja import Query, Router

from chezhan.access import ActorRequest
from chezhan.catalogue.records.bulk.services import change_these, delete_these
from chezhan.catalogue.records.detail import read_record
from chezhan.catalogue.records.listing import PAGE_LIMIT, list_records
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.steps import asked_step
from chezhan.catalogue.records.writes import schemas
from chezhan.catalogue.records.writes.removing import bring_back
from chezhan.catalogue.records.writes.saving import change_record, create_records
from chezhan.catalogue.schemas import PageOut, RecordOut

router = Router(tags=["records"])


def _json(body: bytes, *, status: int = 200) -> HttpResponse:
    """An answer that is JSON already."""
    return HttpResponse(body, status=status, content_type="application/json; charset=utf-8")


@router.get("/{entity}", response=PageOut, operation_id="list_records")
def get_records(
    request: ActorRequest,
    *,
    entity: str,
    q: str = "",
    sort: str = "",
    filter: str = Query("", description="{combinator, rules: [{field, operator, value}], not?} as JSON"),
    fields: str = Query("", description="names parted by commas; the list's own columns when empty"),
    tags: str = Query("", description="ids of tags parted by commas: records that have all of them"),
    cursor: str = "",
    limit: int = Query(50, ge=1, le=PAGE_LIMIT),
    count: bool = True,
):
    page = list_records(
        actor=request.actor,
        entity=entity,
        q=q,
        sort=sort,
        filter_json=filter,
        fields=fields,
        tags=tags,
        cursor=cursor,
        limit=limit,
        count=count,
    )
    return _json(page.as_json())


@router.get("/{entity}/{uuid:record_id}", response=RecordOut, operation_id="get_record")
def get_record(request: ActorRequest, entity: str, record_id: UUID):
    return _json(read_record(actor=request.actor, entity=entity, record_id=record_id).as_json())


def as_seen(request: ActorRequest, entity: str, record_id: UUID, *, status: int = 200) -> HttpResponse:
    """The record as the writer may see it; its id alone when it has left their sight."""
    try:
        body = read_record(actor=request.actor, entity=entity, record_id=record_id).as_json()
    except UnknownRecord:
        body = b'{"record":{"id":"%s"},"related":[]}' % str(record_id).encode()
    return _json(body, status=status)


@router.post("/{entity}", response={201: RecordOut}, operation_id="create_record")
def create_record(request: ActorRequest, entity: str, body: schemas.CreateIn):
    (record_id,) = create_records(actor=request.actor, entity=entity, rows=[body.values])
    return as_seen(request, entity, record_id, status=201)


@router.post("/{entity}/batch", response={201: schemas.BatchOut}, operation_id="create_records")
def create_batch(request: ActorRequest, entity: str, body: schemas.BatchIn):
    return _json(orjson.dumps({"ids": create_records(actor=request.actor, entity=entity, rows=body.rows)}), status=201)


@router.post("/{entity}/change", response=schemas.ManyOut, operation_id="change_records")
def change_many(request: ActorRequest, entity: str, body: schemas.ManyValuesIn):
    done = change_these(actor=request.actor, entity=entity, ids=body.ids, values=body.values)
    return {"changed": done.changed, "operation_id": done.operation_id}


@router.post("/{entity}/delete", response=schemas.DeletedOut, operation_id="delete_records")
def delete_many(request: ActorRequest, entity: str, body: schemas.ManyIn):
    return {"operation_id": delete_these(actor=request.actor, entity=entity, ids=body.ids)}


@router.post("/{entity}/bring-back", response=schemas.BroughtBackOut, operation_id="bring_back_records")
def bring_back_many(request: ActorRequest, entity: str, body: schemas.ManyIn):
    """All or none. `lost_links` of what came back lead to records that are not there."""
    return {"lost_links": bring_back(actor=request.actor, entity=entity, record_ids=body.ids)}


@router.patch("/{entity}/{uuid:record_id}", response=RecordOut, operation_id="change_record")
def change_one(request: ActorRequest, entity: str, record_id: UUID, body: schemas.RecordChangeIn):
    step = None
    if body.step is not None:
        step = asked_step(actor=request.actor, asked=body.step, entity=entity, record_id=record_id, writing=True)
    change_record(
        actor=request.actor, entity=entity, record_id=record_id, version=body.version, values=body.values, step=step
    )
    return as_seen(request, entity, record_id)
