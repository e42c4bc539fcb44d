"""/api/store/design: fields and kinds of record as data. Changes run on the owner alias beside the request's own
transaction, which therefore must not touch the tables that change.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from ninja import Query, Router

from chezhan.access import ActorRequest
from chezhan.catalogue.definitions import queries, schemas, tasks
from chezhan.catalogue.definitions.formulas.trying import try_formula
from chezhan.catalogue.definitions.services import entities
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.definitions.services.change_field import change_field
from chezhan.catalogue.definitions.services.convert import preview_conversion
from chezhan.catalogue.definitions.services.reorder import reorder_entities, reorder_fields
from chezhan.catalogue.definitions.services.retire import bring_back_field, retire_field
from chezhan.catalogue.definitions.services.undo import UNDOABLE, undo_change

router = Router(tags=["design"])
ENTITY = "/entities/{entity}"
FIELD = "/entities/{entity}/fields/{field}"


@router.get("/entities", response=list[schemas.DesignedEntityOut], operation_id="list_designed_entities")
def list_designed_entities(request: ActorRequest):
    return queries.list_designed(actor=request.actor, store=request.actor.in_store)


@router.post("/entities", response=schemas.DesignOut, operation_id="add_entity")
def add_entity(request: ActorRequest, body: schemas.EntityIn):
    made = entities.add_entity(actor=request.actor, store=request.actor.in_store, draft=body.draft())
    return _design(request, made.name)


@router.post("/entities/order", response=schemas.KindOrder, operation_id="reorder_entities")
def reorder_kinds(request: ActorRequest, body: schemas.KindOrder):
    actor = request.actor
    return {"entities": reorder_entities(actor=actor, store=actor.in_store, names=body.entities)}


@router.get(ENTITY, response=schemas.DesignOut, operation_id="get_design")
def get_design(request: ActorRequest, entity: str):
    return _design(request, entity)


@router.patch(ENTITY, response=schemas.DesignOut, operation_id="change_entity")
def change_entity(request: ActorRequest, entity: str, body: schemas.EntityChangeIn):
    return _entity_change(request, entity, entities.change_entity, changes=body.changes())


@router.post(f"{ENTITY}/retire", response=schemas.DesignOut, operation_id="retire_entity")
def retire_entity(request: ActorRequest, entity: str, accept_use: bool = False):
    """`accept_use`: although formulas use it, which are then not computed."""
    return _entity_change(request, entity, entities.retire_entity, accept_use=accept_use)


@router.post(f"{ENTITY}/bring-back", response=schemas.DesignOut, operation_id="bring_back_entity")
def bring_back_entity(request: ActorRequest, entity: str):
    return _entity_change(request, entity, entities.bring_back_entity)


@router.post(f"{ENTITY}/order", response=schemas.OrderOut, operation_id="reorder_fields")
def reorder(request: ActorRequest, entity: str, body: schemas.OrderIn):
    names = reorder_fields(actor=request.actor, store=request.actor.in_store, entity=entity, names=body.fields)
    return {"fields": names}


@router.post(f"{ENTITY}/fields", response=schemas.DesignedFieldOut, operation_id="add_field")
def add_one_field(request: ActorRequest, entity: str, body: schemas.FieldIn):
    added = add_field(actor=request.actor, store=request.actor.in_store, entity=entity, draft=body.draft())
    return _field(request, entity, added.name)


@router.post(f"{ENTITY}/formula/check", response=schemas.TriedOut, operation_id="check_formula")
def check_formula(request: ActorRequest, entity: str, body: schemas.FormulaIn):
    """What a formula would answer. Nothing is kept; a formula that can't be made is refused as when it is saved."""
    actor = request.actor
    return try_formula(actor=actor, store=actor.in_store, entity=entity, name=body.field, formula=body.formula)


@router.get(f"{FIELD}/uses", response=schemas.UsesOut, operation_id="read_field_uses")
def read_field_uses(request: ActorRequest, entity: str, field: str):
    return queries.read_uses(actor=request.actor, store=request.actor.in_store, entity=entity, name=field)


@router.patch(FIELD, response=schemas.DesignedFieldOut, operation_id="change_field")
def change_one_field(request: ActorRequest, entity: str, field: str, body: schemas.FieldChangeIn):
    return _field_change(request, entity, field, change_field, changes=body.changes(), accept_empty=body.accept_empty)


@router.post(f"{FIELD}/retire", response=schemas.DesignedFieldOut, operation_id="retire_field")
def retire_one_field(request: ActorRequest, entity: str, field: str, accept_use: bool = False):
    """`accept_use`: although formulas use it, which are then not computed."""
    return _field_change(request, entity, field, retire_field, accept_use=accept_use)


@router.post(f"{FIELD}/bring-back", response=schemas.DesignedFieldOut, operation_id="bring_back_field")
def bring_back_one_field(request: ActorRequest, entity: str, field: str):
    return _field_change(request, entity, field, bring_back_field)


@router.post(f"{FIELD}/index", response={202: schemas.QueuedOut}, operation_id="index_field")
def index_one_field(request: ActorRequest, entity: str, field: str):
    tasks.ask_for_index(actor=request.actor, entity=entity, name=field)
    return 202, {"queued": True}


@router.post(f"{FIELD}/conversion/preview", response=schemas.PreviewOut, operation_id="preview_conversion")
def preview_one_conversion(request: ActorRequest, entity: str, field: str, body: schemas.ConversionIn):
    found = preview_conversion(
        actor=request.actor,
        store=request.actor.in_store,
        entity=entity,
        name=field,
        conversion=body.conversion(),
    )
    readable = queries.reads_all(actor=request.actor, entity=entity, field=field)
    samples = [{"value": value, "code": code} for value, code in found.samples] if readable else []
    return {"total": found.total, "empty": found.empty, "refused": found.refused, "samples": samples}


@router.post(f"{FIELD}/conversion", response={202: schemas.QueuedOut}, operation_id="convert_field")
def convert_one_field(request: ActorRequest, entity: str, field: str, body: schemas.ConversionIn):
    done = tasks.ask_for_conversion(actor=request.actor, entity=entity, name=field, conversion=body.conversion())
    return 202, {"queued": not done}


@router.get("/changes", response=list[schemas.ChangeOut], operation_id="list_design_changes")
def list_design_changes(
    request: ActorRequest, entity: str = "", before: UUID | None = None, limit: int = Query(50, ge=1, le=200)
):
    found = queries.list_changes(
        actor=request.actor, store=request.actor.in_store, entity=entity, before=before, limit=limit
    )
    return [_change(one) for one in found]


@router.post("/changes/{uuid:change_id}/undo", response=schemas.UndoneOut, operation_id="undo_design_change")
def undo_design_change(request: ActorRequest, change_id: UUID, body: schemas.UndoIn):
    undone = undo_change(
        actor=request.actor, store=request.actor.in_store, change_id=change_id, accept_loss=body.accept_loss
    )
    return {"id": undone}


def _entity_change(request: ActorRequest, name: str, service: Callable[..., Any], **members: Any) -> dict[str, Any]:
    service(actor=request.actor, store=request.actor.in_store, name=name, **members)
    return _design(request, name)


def _field_change(
    request: ActorRequest, entity: str, name: str, service: Callable[..., Any], **members: Any
) -> dict[str, Any]:
    service(actor=request.actor, store=request.actor.in_store, entity=entity, name=name, **members)
    return _field(request, entity, name)


def _design(request: ActorRequest, entity: str) -> dict[str, Any]:
    return queries.read_designed(actor=request.actor, store=request.actor.in_store, entity=entity)


def _field(request: ActorRequest, entity: str, name: str) -> dict[str, Any]:
    return next(one for one in _design(request, entity)["fields"] if one["name"] == name)


def _change(change: Any) -> dict[str, Any]:
    members = (
        "id",
        "at",
        "actor_id",
        "actor_name",
        "origin",
        "kind",
        "entity",
        "field",
        "before",
        "after",
        "undone_by",
    )
    undoable = change.undone_by is None and change.kind in UNDOABLE
    return {name: getattr(change, name) for name in members} | {"undoable": undoable}
