"""/api/store: what exists in a store, and its records. Each call runs inside the store's transaction."""

from ninja import Router

from chezhan.access import ActorRequest
from chezhan.catalogue import schemas
from chezhan.catalogue.describe import describe_entities, describe_periods
from chezhan.catalogue.home import read_home
from chezhan.catalogue.policies.api import router as policies_router
from chezhan.catalogue.records.api import router as records_router

router = Router(tags=["store"])
router.add_router("/records", records_router)
router.add_router("", policies_router)


@router.get("/home", response=schemas.HomeOut, operation_id="get_store_home")
def get_store_home(request: ActorRequest):
    return read_home(actor=request.actor, store=request.actor.in_store)


@router.get("/entities", response=list[schemas.EntityOut], operation_id="list_entities")
def list_entities(request: ActorRequest):
    return describe_entities(actor=request.actor)


@router.get("/periods", response=list[schemas.NamedPeriodOut], operation_id="list_periods")
def list_periods(request: ActorRequest):
    return describe_periods()
