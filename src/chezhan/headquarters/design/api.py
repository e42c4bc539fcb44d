"""/api/hq/<group>/design: the same field or kind of record in many stores at once."""

from typing import Annotated

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.definitions.queries import list_designed, read_designed
from chezhan.catalogue.definitions.schemas import (
    DesignedEntityOut,
    DesignOut,
    EntityIn,
    FieldChangeIn,
    FieldIn,
)
from chezhan.headquarters.comparison.visits import chosen_stores
from chezhan.headquarters.design import services

router = Router(tags=["design"])
FIELD = "/entities/{entity}/fields/{field}"
# Slugs; null for all that are open.
Stores = Annotated[list[str] | None, Field(max_length=1000)]


class NewField(Schema):
    field: FieldIn
    stores: Stores = None


class NewEntity(Schema):
    entity: EntityIn
    stores: Stores = None


class FieldChange(Schema):
    change: FieldChangeIn
    stores: Stores = None


class Where(Schema):
    stores: Stores = None


class OutcomeOut(Schema):
    """`code`: empty where it was done, else why it was refused there."""

    store: str
    name: str
    code: str
    message: str


class MadeOut(Schema):
    """`name`: what was made is called so in every store."""

    name: str
    stores: list[OutcomeOut]


@router.get("/stores/{store}/entities", response=list[DesignedEntityOut], operation_id="list_store_design")
def list_store_design(request: ActorRequest, store: str):
    (one,) = chosen_stores(actor=request.actor, slugs=(store,))
    return list_designed(actor=request.actor, store=one, origin="hq")


@router.get("/stores/{store}/entities/{entity}", response=DesignOut, operation_id="get_store_design")
def get_store_design(request: ActorRequest, store: str, entity: str):
    (one,) = chosen_stores(actor=request.actor, slugs=(store,))
    return read_designed(actor=request.actor, store=one, entity=entity, origin="hq")


@router.post("/entities", response=MadeOut, operation_id="add_entity_in_stores")
def add_entity(request: ActorRequest, body: NewEntity):
    return services.add_entity_in(actor=request.actor, stores=body.stores, draft=body.entity.draft())


@router.post("/entities/{entity}/fields", response=MadeOut, operation_id="add_field_in_stores")
def add_field(request: ActorRequest, entity: str, body: NewField):
    draft = body.field.draft()
    return services.add_field_in(actor=request.actor, stores=body.stores, entity=entity, draft=draft)


@router.patch(FIELD, response=list[OutcomeOut], operation_id="change_field_in_stores")
def change_field(request: ActorRequest, entity: str, field: str, body: FieldChange):
    return services.change_field_in(
        actor=request.actor,
        stores=body.stores,
        entity=entity,
        name=field,
        changes=body.change.changes(),
        accept_empty=body.change.accept_empty,
    )


@router.post(f"{FIELD}/retire", response=list[OutcomeOut], operation_id="retire_field_in_stores")
def retire_field(request: ActorRequest, entity: str, field: str, body: Where):
    return services.retire_field_in(actor=request.actor, stores=body.stores, entity=entity, name=field)


@router.post(f"{FIELD}/bring-back", response=list[OutcomeOut], operation_id="bring_back_field_in_stores")
def bring_back_field(request: ActorRequest, entity: str, field: str, body: Where):
    return services.bring_back_field_in(actor=request.actor, stores=body.stores, entity=entity, name=field)
