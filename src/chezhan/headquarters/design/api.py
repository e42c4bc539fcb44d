"""/api/hq/<group>/design: the same field or kind of record in many stores at once."""

from ninja import Path, Router

from chezhan.access import ActorRequest
from chezhan.catalogue.definitions.queries import list_designed, read_designed
from chezhan.catalogue.definitions.schemas import DesignedEntityOut, DesignOut
from chezhan.headquarters.comparison.visits import chosen_stores
from chezhan.headquarters.design import schemas, services
from chezhan.headquarters.design.overview import read_overview
from chezhan.headquarters.design.spreading import Agreed

router = Router(tags=["design"])
ENTITY = "/entities/{entity}"
FIELD = "/entities/{entity}/fields/{field}"
Outcomes = list[schemas.OutcomeOut]


@router.get("", response=schemas.OverviewOut, operation_id="read_group_design")
def overview(request: ActorRequest, group: Path[str]):
    return read_overview(actor=request.actor)


@router.get("/stores/{store}/entities", response=list[DesignedEntityOut], operation_id="list_store_design")
def list_store_design(request: ActorRequest, group: Path[str], store: str):
    (one,) = chosen_stores(actor=request.actor, slugs=(store,))
    return list_designed(actor=request.actor, store=one, origin="hq")


@router.get("/stores/{store}/entities/{entity}", response=DesignOut, operation_id="get_store_design")
def get_store_design(request: ActorRequest, group: Path[str], store: str, entity: str):
    (one,) = chosen_stores(actor=request.actor, slugs=(store,))
    return read_designed(actor=request.actor, store=one, entity=entity, origin="hq")


@router.post("/entities", response=schemas.MadeOut, operation_id="add_entity_in_stores")
def add_entity(request: ActorRequest, group: Path[str], body: schemas.NewEntity):
    draft = body.entity.draft()
    return services.add_entity_in(actor=request.actor, stores=body.stores, draft=draft, later=body.later)


@router.patch(ENTITY, response=Outcomes, operation_id="change_entity_in_stores")
def change_entity(request: ActorRequest, group: Path[str], entity: str, body: schemas.EntityChange):
    changes = body.change.changes()
    return services.change_entity_in(actor=request.actor, name=entity, changes=changes, later=body.later)


@router.post(f"{ENTITY}/retire", response=Outcomes, operation_id="retire_entity_in_stores")
def retire_entity(request: ActorRequest, group: Path[str], entity: str, body: schemas.Where):
    return _set_retired(request, entity, "", body, retired=True)


@router.post(f"{ENTITY}/bring-back", response=Outcomes, operation_id="bring_back_entity_in_stores")
def bring_back_entity(request: ActorRequest, group: Path[str], entity: str, body: schemas.Where):
    return _set_retired(request, entity, "", body, retired=False)


@router.post(f"{ENTITY}/spread", response=Outcomes, operation_id="spread_entity")
def spread_entity(request: ActorRequest, group: Path[str], entity: str, body: schemas.Spread):
    return _spread(request, entity, "", body)


@router.post(f"{ENTITY}/fields", response=schemas.MadeOut, operation_id="add_field_in_stores")
def add_field(request: ActorRequest, group: Path[str], entity: str, body: schemas.NewField):
    draft = body.field.draft()
    return services.add_field_in(actor=request.actor, stores=body.stores, entity=entity, draft=draft, later=body.later)


@router.patch(FIELD, response=Outcomes, operation_id="change_field_in_stores")
def change_field(request: ActorRequest, group: Path[str], entity: str, field: str, body: schemas.FieldChange):
    return services.change_field_in(
        actor=request.actor,
        stores=body.stores,
        entity=entity,
        name=field,
        changes=body.change.changes(),
        accept_empty=body.change.accept_empty,
        later=body.later,
    )


@router.post(f"{FIELD}/retire", response=Outcomes, operation_id="retire_field_in_stores")
def retire_field(request: ActorRequest, group: Path[str], entity: str, field: str, body: schemas.Where):
    return _set_retired(request, entity, field, body, retired=True)


@router.post(f"{FIELD}/bring-back", response=Outcomes, operation_id="bring_back_field_in_stores")
def bring_back_field(request: ActorRequest, group: Path[str], entity: str, field: str, body: schemas.Where):
    return _set_retired(request, entity, field, body, retired=False)


@router.post(f"{FIELD}/spread", response=Outcomes, operation_id="spread_field")
def spread_field(request: ActorRequest, group: Path[str], entity: str, field: str, body: schemas.Spread):
    """Bring stores to what is wanted, once more where they refused it."""
    return _spread(request, entity, field, body)


def _set_retired(request: ActorRequest, entity: str, name: str, body: schemas.Where, *, retired: bool):
    return services.set_retired_in(
        actor=request.actor,
        stores=body.stores,
        entity=entity,
        name=name,
        retired=retired,
        agreed=Agreed(accept_use=body.accept_use),
        later=body.later,
    )


def _spread(request: ActorRequest, entity: str, name: str, body: schemas.Spread):
    agreed = Agreed(accept_empty=body.accept_empty, accept_use=body.accept_use)
    return services.spread_in(actor=request.actor, stores=body.stores, entity=entity, name=name, agreed=agreed)
