"""/api/store: what exists in a store, and its records. Each call runs inside the store's transaction."""

from uuid import UUID

from django.http import HttpResponse
from ninja import Query, Router

from chezhan.access import ActorRequest
from chezhan.catalogue import schemas
from chezhan.catalogue.describe import describe_entities, describe_periods
from chezhan.catalogue.home import read_home
from chezhan.catalogue.records.detail import read_record
from chezhan.catalogue.records.listing import PAGE_LIMIT, list_records

router = Router(tags=["store"])


def _json(body: bytes) -> HttpResponse:
    """An answer that is JSON already."""
    return HttpResponse(body, content_type="application/json; charset=utf-8")


@router.get("/home", response=schemas.HomeOut, operation_id="get_store_home")
def get_store_home(request: ActorRequest):
    return read_home(actor=request.actor, store=request.actor.in_store)


@router.get("/entities", response=list[schemas.EntityOut], operation_id="list_entities")
def list_entities(request: ActorRequest):
    return describe_entities(actor=request.actor)


@router.get("/periods", response=list[schemas.NamedPeriodOut], operation_id="list_periods")
def list_periods(request: ActorRequest):
    return describe_periods()


@router.get("/records/{entity}", response=schemas.PageOut, operation_id="list_records")
def get_records(
    request: ActorRequest,
    *,
    entity: str,
    q: str = "",
    sort: str = "",
    filter: str = Query("", description="{combinator, rules: [{field, operator, value}], not?} as JSON"),
    fields: str = Query("", description="names parted by commas; the list's own columns when empty"),
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
        cursor=cursor,
        limit=limit,
        count=count,
    )
    return _json(page.as_json())


@router.get("/records/{entity}/{uuid:record_id}", response=schemas.RecordOut, operation_id="get_record")
def get_record(request: ActorRequest, entity: str, record_id: UUID):
    return _json(read_record(actor=request.actor, entity=entity, record_id=record_id).as_json())
