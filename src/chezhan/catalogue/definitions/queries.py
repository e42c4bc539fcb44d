"""What is defined in a store, for those who design: retired things too. Read on the owner alias."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.catalogue.definitions.composing import all_fields, compose, entity_order
from chezhan.catalogue.definitions.contracts import Definition, EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.designing import reading_design, require_design
from chezhan.catalogue.definitions.fields import settings_as_json
from chezhan.catalogue.definitions.formulas.uses import uses_of
from chezhan.catalogue.definitions.models import CatalogueChange
from chezhan.catalogue.definitions.reading import read_definition
from chezhan.catalogue.definitions.refusals import UnknownDefinition
from chezhan.catalogue.definitions.services.add_field import FIELD_LIMIT
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.registry import entities
from tenants.directory import StoreRef
from tenants.roles import OWNER

CHANGES_LIMIT = 200


@dataclass(frozen=True, slots=True)
class DesignedField:
    """`field` as it is shown; `row` as it is defined, None for one that ships and was never changed."""

    field: Field
    row: FieldDefinition | None

    def as_json(self) -> dict[str, Any]:
        field, row = self.field, self.row
        options = [{"value": one.value, "label": one.label.as_json(), "retired": one.retired} for one in field.options]
        return {
            "name": field.name,
            "label": field.label.as_json(),
            "help": field.help.as_json() if field.help else None,
            "section": field.section,
            "type": field.type.name,
            "origin": "product" if row is None or not row.added else row.origin,
            "changed_by": row.origin if row is not None and not row.added else None,
            "options": options,
            "settings": settings_as_json(field.settings),
            "target": field.target or None,
            "formula": field.formula,
            "sensitivity": field.sensitivity,
            "required": field.required,
            "unique": field.unique,
            "indexed": bool(row and row.indexed),
            "searchable": field.searchable,
            "in_list": field.in_list,
            "read_only": field.fixed,
            "default": field.default,
            "retired": field.retired,
        }


def list_designed(*, actor: Actor, store: StoreRef, origin: str = "store") -> list[dict[str, Any]]:
    """Every kind of record with how many fields it has. Raises Forbidden, NotFound."""
    require_design(actor=actor, store=store, origin=origin)
    with reading_design(store=store):
        definition = read_definition(using=OWNER)
    rows = {one.name: one for one in definition.entities}
    whole = [_entity(entity, rows.get(entity.name), definition) for entity in entities()]
    by_name = {one["name"]: one for one in [*whole, *(_entity(None, row, definition) for row in definition.tables)]}
    return [by_name[name] for name in entity_order(definition)]


def read_designed(*, actor: Actor, store: StoreRef, entity: str, origin: str = "store") -> dict[str, Any]:
    """One kind of record with all its fields. Raises Forbidden, NotFound, UnknownDefinition (404)."""
    require_design(actor=actor, store=store, origin=origin)
    with reading_design(store=store):
        definition = read_definition(using=OWNER)
    shipped = next((one for one in entities() if one.name == entity), None)
    row = next((one for one in definition.entities if one.name == entity), None)
    if shipped is None and row is None:
        raise UnknownDefinition(params={"entity": entity[:40]})
    fields = designed_fields(shipped, definition, entity)
    return _entity(shipped, row, definition) | {
        "fields": [one.as_json() for one in fields],
        "field_limit": FIELD_LIMIT,
    }


def reads_all(*, actor: Actor, entity: str, field: str) -> bool:
    """Whether the actor reads this field of every record. Call in the store's transaction."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    return viewer.sees_all(kind) and viewer.lens(kind).everywhere(field, Right.READ)


def designed_fields(shipped: Entity | None, definition: Definition, entity: str) -> list[DesignedField]:
    rows = {one.name: one for one in definition.fields if one.entity == entity}
    return [DesignedField(field, rows.get(field.name)) for field in all_fields(shipped, rows.values())]


def read_uses(*, actor: Actor, store: StoreRef, entity: str, name: str, origin: str = "store") -> dict[str, Any]:
    """Who uses the field. Raises Forbidden, NotFound, UnknownDefinition (404)."""
    require_design(actor=actor, store=store, origin=origin)
    with reading_design(store=store):
        definition = read_definition(using=OWNER)
        shipped = next((one for one in entities() if one.name == entity), None)
        if name not in {one.field.name for one in designed_fields(shipped, definition, entity)}:
            raise UnknownDefinition(params={"entity": entity[:40], "field": name[:40]})
        uses = uses_of(definition=definition, entity=entity, name=name)
    kinds = compose(definition).by_name
    return {
        "formulas": [
            {
                "entity": kind,
                "entity_label": kinds[kind].label.as_json(),
                "field": field,
                "label": kinds[kind].fields[field].label.as_json(),
            }
            for kind, field in uses.formulas
        ],
        "views": list(uses.views),
        "private_views": uses.private_views,
        "roles": list(uses.roles),
        "ceiling": uses.ceiling,
    }


def list_changes(
    *, actor: Actor, store: StoreRef, entity: str = "", before: UUID | None = None, limit: int = 50
) -> Sequence[CatalogueChange]:
    """The ledger, latest first. `before`: the id of the change after which the list goes on. Raises Forbidden."""
    require_design(actor=actor, store=store, origin="store")
    with reading_design(store=store):
        chosen = Q(entity=entity) if entity else Q()
        if before is not None:
            chosen &= Q(id__lt=before)
        found = CatalogueChange.objects.using(OWNER).filter(chosen).order_by("-id")
        return list(found[: min(limit, CHANGES_LIMIT)])


def _entity(shipped: Entity | None, row: EntityDefinition | None, definition: Definition) -> dict[str, Any]:
    name = shipped.name if shipped else row.name if row else ""
    zh, en = (shipped.label.zh, shipped.label.en) if shipped else ("", "")
    plural_zh, plural_en = (shipped.label_plural.zh, shipped.label_plural.en) if shipped else ("", "")
    row = row or EntityDefinition(name)
    fields = designed_fields(shipped, definition, name)
    return {
        "name": name,
        "label": {"zh": row.label_zh or zh, "en": row.label_en or en},
        "label_plural": {"zh": row.plural_zh or plural_zh, "en": row.plural_en or plural_en},
        "title": list(shipped.title if shipped else row.title),
        "icon": row.icon,
        "position": row.position,
        "origin": "product" if shipped else row.origin,
        "retired": row.retired,
        "field_count": sum(not one.field.retired for one in fields),
    }
