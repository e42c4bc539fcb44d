"""What headquarters gave to its stores, and where it is, differs or is missing. Call with no scope open."""

from collections.abc import Iterator, Sequence
from typing import Any

import orjson
from django.db import connections, transaction

from chezhan.access import Actor, require
from chezhan.catalogue.definitions.composing import all_fields
from chezhan.catalogue.definitions.contracts import EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.queries import DesignedField
from chezhan.catalogue.definitions.reading import ENTITY_MEMBERS, FIELD_MEMBERS
from chezhan.catalogue.registry import entities
from chezhan.headquarters.comparison.visits import chosen_stores
from chezhan.headquarters.design.comparing import entity_differs, field_differs
from chezhan.headquarters.design.models import GroupDesign
from chezhan.headquarters.design.spreading import HQ
from chezhan.headquarters.design.wanted import wanted_entity, wanted_field, wanted_of
from tenants.directory import StoreRef
from tenants.roles import OWNER

AT_ONCE = 100
Key = tuple[str, str]
Found = dict[Key, FieldDefinition | EntityDefinition]


def read_overview(*, actor: Actor) -> dict[str, Any]:
    """Everything wanted, with each open store's state. Raises Forbidden, NotFound."""
    require(actor=actor, permission="catalogue.design")
    stores = chosen_stores(actor=actor)
    wanted = list(wanted_of(group_id=actor.in_group.id))
    names = {row.name or row.entity for row in wanted}
    found = {store.id: have for store, have in _found_in(stores, names)} if wanted else {}
    shipped = {one.name: one for one in entities()}
    labels = {one.name: one.label.as_json() for one in shipped.values()}
    for row in wanted:
        if not row.name:
            labels[row.entity] = {"zh": row.definition["label_zh"], "en": row.definition["label_en"]}
    kinds, fields = [], []
    for row in wanted:
        states = [_state(row, store, found.get(store.id, {})) for store in stores]
        nameless = {"zh": row.entity, "en": row.entity}
        common = {
            "entity": row.entity,
            "everywhere": row.everywhere,
            "retired": bool(row.definition["retired"]),
            "stores": [one for one in states if one is not None],
        }
        if row.name:
            (one,) = [f for f in all_fields(shipped.get(row.entity), [wanted_field(row)]) if f.name == row.name]
            shown = DesignedField(one, wanted_field(row)).as_json()
            fields.append(common | {"field": shown, "entity_label": labels.get(row.entity, nameless)})
        else:
            kind = wanted_entity(row)
            plural = {"zh": kind.plural_zh, "en": kind.plural_en}
            kinds.append(common | {"label": labels[row.entity], "label_plural": plural, "icon": kind.icon})
    return {"stores": [{"slug": one.slug, "name": one.name} for one in stores], "kinds": kinds, "fields": fields}


def _state(row: GroupDesign, store: StoreRef, have: Found) -> dict[str, Any] | None:
    """None for a store that neither has it nor should."""
    one = have.get((row.entity, row.name))
    should = row.everywhere or str(store.id) in row.stores
    mine = one is not None and one.origin == HQ
    if not should and not mine:
        return None
    added = bool(row.definition.get("type")) if row.name else row.entity.startswith("x_")
    retired, differs = bool(row.definition["retired"]), []
    if one is None:
        state = "missing" if added and not retired else "same"
        if not added:
            differs = _differs(row, _nothing(row))
            state = "differs" if differs or retired else "same"
    elif not mine and added:
        state = "taken"
    else:
        differs = _differs(row, one)
        state = "retired" if one.retired and not retired else "differs" if differs or one.retired != retired else "same"
    return {"store": store.slug, "name": store.name, "state": state, "differs": differs}


def _nothing(row: GroupDesign) -> FieldDefinition | EntityDefinition:
    return FieldDefinition(row.entity, row.name) if row.name else EntityDefinition(row.entity)


def _differs(row: GroupDesign, one: FieldDefinition | EntityDefinition) -> list[str]:
    if row.definition["retired"]:
        return []
    if isinstance(one, FieldDefinition):
        return list(field_differs(wanted=wanted_field(row), found=one))
    return list(entity_differs(wanted=wanted_entity(row), found=one))


def _found_in(stores: Sequence[StoreRef], names: set[str]) -> Iterator[tuple[StoreRef, Found]]:
    """Headquarters' rows and those of the same names, of many stores by one statement on the owner alias."""
    asked = [store for store in stores if store.revision]
    for start in range(0, len(asked), AT_ONCE):
        part = asked[start : start + AT_ONCE]
        found: dict[str, Found] = {store.schema: {} for store in part}
        # Names of schemas are the product's own: s_ and the store's id.
        statement = " UNION ALL ".join(
            f"SELECT '{store.schema}', '{kind}', to_jsonb(r)::text FROM {store.schema}.catalogue_{kind} r "
            f"WHERE r.origin = 'hq' OR r.name = ANY(%(names)s)"
            for store in part
            for kind in ("entity", "field")
        )
        with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
            cursor.execute(statement, {"names": list(names)})
            rows = cursor.fetchall()
        for schema, kind, text in rows:
            one = _read(kind, orjson.loads(text))
            key = (one.name, "") if isinstance(one, EntityDefinition) else (one.entity, one.name)
            found[schema][key] = one
        for store in part:
            yield store, found[store.schema]


def _read(kind: str, row: dict[str, Any]) -> FieldDefinition | EntityDefinition:
    retired = {"retired": row["retired_at"] is not None}
    if kind == "entity":
        members = {name: row[name] for name in ENTITY_MEMBERS}
        return EntityDefinition(**members | {"title": tuple(row["title"])} | retired)
    members = {name: row[name] for name in FIELD_MEMBERS}
    return FieldDefinition(**members | {"options": tuple(row["options"])} | retired)
