"""Kinds of record and fields in packs. They are named as they are, so that all else in a pack may name them too."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import ValidationError

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.models import CatalogueEntity, CatalogueField
from chezhan.catalogue.definitions.names import clean_label
from chezhan.catalogue.definitions.reading import entity_of, field_of
from chezhan.catalogue.definitions.refusals import NotForThisType, ShippedField
from chezhan.catalogue.definitions.schemas import EntityIn, FieldChangeIn, FieldIn, LabelIn
from chezhan.catalogue.definitions.services import entities
from chezhan.catalogue.definitions.services.add_field import add_field, field_row
from chezhan.catalogue.definitions.services.change_field import OF_ADDED, OF_SHIPPED, change_field
from chezhan.catalogue.definitions.services.retire import bring_back_field, retire_field
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.labels import Label
from chezhan.catalogue.packs.parts import Held, Json, PackPart, Wanted, packs
from chezhan.catalogue.packs.refusals import BadPackItem, PackItemStays

PLAIN = ("type", "settings", "target", "formula", "sensitivity", "required", "unique", "section", "default")


class Kinds(PackPart):
    name = "kind"
    needs_kind = False

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        found = _read(EntityIn, _labelled(wanted, plural=True)).draft()
        if not found.name.startswith("x_"):
            raise BadPackItem(params={"item": "", "where": "name", "reason": "shape"})
        label, plural, title = clean_label(found.label), clean_label(found.plural), clean_label(found.title)
        return "", {
            "name": found.name,
            "label": label.as_json(),
            "plural": plural.as_json(),
            "icon": found.icon,
            "title": title.as_json(),
        }

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        name = wanted.body["name"]
        return name if CatalogueEntity.objects.filter(name=name).exists() else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        require_designer(actor=actor)
        row = CatalogueEntity.objects.filter(name=made, retired_at=None).first()
        return None if row is None else _kind(entity_of(row))

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        draft = EntityIn.model_validate(dict(wanted.body)).draft()
        if made is None:
            return entities.add_entity(actor=actor, store=actor.in_store, draft=draft).name
        changes = {"label": draft.label, "plural": draft.plural, "icon": draft.icon}
        entities.change_entity(actor=actor, store=actor.in_store, name=made, changes=changes)
        row = CatalogueEntity.objects.get(name=made)
        if row.title and _title_of(made, row.title[0]) != draft.title:
            change_field(
                actor=actor, store=actor.in_store, entity=made, name=row.title[0], changes={"label": draft.title}
            )
        return made

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        if CatalogueEntity.objects.filter(name=made, retired_at__isnull=not on).exists():
            change = entities.bring_back_entity if on else entities.retire_entity
            change(actor=actor, store=actor.in_store, name=made)

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        rows = CatalogueEntity.objects.filter(name__startswith="x_", retired_at=None).order_by("id")
        return [_kind(entity_of(row)) for row in rows]


class Fields(PackPart):
    name = "field"

    def shaped(self, wanted: Wanted) -> tuple[str, Json]:
        name = wanted.body.get("name")
        if not isinstance(name, str) or not name:
            raise BadPackItem(params={"item": "", "where": "name", "reason": "shape"})
        if not name.startswith("x_"):
            return "", _of_shipped(name, wanted.body)
        draft = _read(FieldIn, _labelled(wanted)).draft()
        row = field_row(entity=wanted.of, draft=draft, taken=(), origin="store")
        return "", _field(field_of(row))

    def find(self, *, actor: Actor, wanted: Wanted) -> str | None:
        name = wanted.body["name"]
        there = CatalogueField.objects.filter(entity=wanted.of, name=name).exists()
        return f"{wanted.of}.{name}" if there else None

    def read(self, *, actor: Actor, made: str) -> Held | None:
        require_designer(actor=actor)
        entity, _, name = made.partition(".")
        row = CatalogueField.objects.filter(entity=entity, name=name, retired_at=None).first()
        return None if row is None else _held(field_of(row))

    def draft(self, *, actor: Actor, wanted: Wanted, made: str | None) -> str:
        store, name = actor.in_store, str(wanted.body["name"])
        there = self.read(actor=actor, made=made) if made is not None else None
        if there is None and name.startswith("x_"):
            draft = FieldIn.model_validate(dict(wanted.body)).draft()
            add_field(actor=actor, store=store, entity=wanted.of, draft=draft)
            return f"{wanted.of}.{name}"
        before = there.body if there is not None else {}
        changes = {one: value for one, value in wanted.body.items() if before.get(one) != value}
        changes.pop("name", None)
        # Only a person converts what records hold.
        if not set(changes) <= (OF_ADDED if name.startswith("x_") else OF_SHIPPED):
            raise NotForThisType(params={"type": str(wanted.body.get("type", ""))})
        if "options" in changes:
            changes["options"] = _with_retired(wanted, name, changes["options"])
        given = FieldChangeIn.model_validate(changes).changes()
        if given:
            change_field(
                actor=actor, store=store, entity=wanted.of, name=name, changes=given,
                accept_empty=True,
            )  # fmt: skip
        return f"{wanted.of}.{name}"

    def switch(self, *, actor: Actor, made: str, on: bool) -> None:
        entity, _, name = made.partition(".")
        if not name.startswith("x_") and not on:
            raise PackItemStays
        if CatalogueField.objects.filter(entity=entity, name=name, retired_at__isnull=not on).exists():
            change = bring_back_field if on else retire_field
            change(actor=actor, store=actor.in_store, entity=entity, name=name)

    def listed(self, *, actor: Actor) -> Sequence[Held]:
        rows = CatalogueField.objects.filter(retired_at=None).order_by("id")
        return [_held(field_of(row)) for row in rows]


def _read(shape: Any, body: Mapping[str, Any]) -> Any:
    try:
        unknown = set(body) - set(shape.model_fields)
        if unknown:
            raise BadPackItem(params={"item": "", "where": min(unknown)[:60], "reason": "shape"})
        return shape.model_validate(dict(body))
    except ValidationError as fault:
        where = ".".join(str(step) for step in fault.errors(include_url=False, include_input=False)[0]["loc"])
        raise BadPackItem(params={"item": "", "where": where[:120], "reason": "shape"}) from None


def _labelled(wanted: Wanted, *, plural: bool = False) -> dict[str, Any]:
    """The item's name, where the body says no label."""
    own = {"label": wanted.label.as_json()} | ({"plural": wanted.label.as_json()} if plural else {})
    return own | dict(wanted.body)


def _of_shipped(name: str, body: Mapping[str, Any]) -> Json:
    """What is to be different of a field that ships."""
    given = _read(FieldChangeIn, {one: value for one, value in body.items() if one != "name"})
    if not given.model_fields_set <= OF_SHIPPED:
        raise ShippedField(params={"entity": ""})
    found: Json = {"name": name}
    for member in ("label", "help"):
        words: LabelIn | None = getattr(given, member)
        if words is not None:
            label = clean_label(words.label()) if member == "label" else words.label()
            found[member] = label.as_json()
    found |= {"section": given.section} if given.section else {}
    found |= {"in_list": given.in_list} if given.in_list is not None else {}
    return found | ({"required": True} if given.required else {})


def _held(row: FieldDefinition) -> Held:
    label = Label(row.label_zh or row.name, row.label_en or row.name)
    return Held(f"{row.entity}.{row.name}", row.entity, "", _field(row), label=label)


def _field(row: FieldDefinition) -> Json:
    label, help_ = Label(row.label_zh, row.label_en).as_json(), Label(row.help_zh, row.help_en).as_json()
    if not row.added:
        found: Json = {"name": row.name} | ({"label": label} if row.label_zh else {})
        found |= {"help": help_} if row.help_zh or row.help_en else {}
        found |= {"section": row.section} if row.section else {}
        found |= {"in_list": row.in_list} if row.in_list is not None else {}
        return found | ({"required": True} if row.required else {})
    options = [
        {"value": one["value"], "label": one["label"], "retired": False} for one in row.options if not one["retired"]
    ]
    plain: Json = {name: getattr(row, name) for name in PLAIN}
    return plain | {
        "name": row.name,
        "label": label,
        "help": help_,
        "options": options,
        "settings": dict(row.settings),
        "searchable": bool(row.searchable),
        "in_list": bool(row.in_list),
    }


def _with_retired(wanted: Wanted, name: str, options: Sequence[Json]) -> list[Json]:
    """Options that records may hold are retired, never taken away."""
    row = CatalogueField.objects.get(entity=wanted.of, name=name)
    kept = {one["value"] for one in options}
    return [*options, *(one | {"retired": True} for one in row.options if one["value"] not in kept)]


def _kind(row: EntityDefinition) -> Held:
    label = Label(row.label_zh, row.label_en)
    title = _title_of(row.name, row.title[0]) if row.title else label
    body = {
        "name": row.name,
        "label": label.as_json(),
        "plural": Label(row.plural_zh, row.plural_en).as_json(),
        "icon": row.icon,
        "title": title.as_json(),
    }
    return Held(row.name, "", "", body, label=label)


def _title_of(entity: str, name: str) -> Label:
    row = CatalogueField.objects.filter(entity=entity, name=name).first()
    return Label(row.label_zh, row.label_en) if row is not None else Label(name, name)


KINDS, FIELDS = packs(Kinds()), packs(Fields())
