"""Kinds of record of a store's own: add, change, retire, bring back."""

from collections.abc import Container, Mapping
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.audit.installing import attach
from chezhan.catalogue.definitions.columns import add_table
from chezhan.catalogue.definitions.contracts import EntityDefinition
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.drafts import EntityDraft, FieldDraft
from chezhan.catalogue.definitions.models import CatalogueEntity
from chezhan.catalogue.definitions.names import check_name, clean_label, name_for
from chezhan.catalogue.definitions.reading import entity_of
from chezhan.catalogue.definitions.refusals import (
    NotRetired,
    RetiredField,
    ShippedField,
    TooManyEntities,
    UnknownDefinition,
)
from chezhan.catalogue.definitions.services.add_field import insert_row
from chezhan.kernel import clock
from tenants.directory import StoreRef

ENTITY_LIMIT = 200
SHOWN = frozenset({"label", "plural", "icon", "position"})


def add_entity(*, actor: Actor, store: StoreRef, draft: EntityDraft, origin: str = "store") -> EntityDefinition:
    """A table of its own with the field that names its records; whoever may do so adds more to it.

    Raises what change_design raises; BadLabel, BadFieldName (422), FieldNameTaken, TooManyEntities (409).
    """

    return change_design(
        actor=actor, store=store, origin=origin, work=lambda design: entity_of(insert_entity(design, draft=draft))
    )


def insert_entity(design: Design, *, draft: EntityDraft) -> CatalogueEntity:
    """Within a change of design. Raises as add_entity."""
    known = set(design.all_entities().values_list("name", flat=True))
    if sum(name.startswith("x_") for name in known) >= ENTITY_LIMIT:
        raise TooManyEntities(params={"limit": ENTITY_LIMIT})
    row = entity_row(draft=draft, taken=known, origin=design.origin)
    row.save(using=design.using)
    title = insert_row(design, entity=row.name, draft=FieldDraft(draft.title, "text", required=True, searchable=True))
    row.title = [title.name]
    design.record("entity_added", before=None, row=row)
    definition, name, schema = design.read(), row.name, design.store.schema
    design.later(lambda: add_table(definition=definition, entity=name))
    design.later(lambda: attach(schema=schema, table=name))
    return row


def entity_row(*, draft: EntityDraft, taken: Container[str], origin: str) -> CatalogueEntity:
    """What the draft would be kept as, without the field that names its records. Raises BadLabel, BadFieldName (422),
    FieldNameTaken (409).
    """
    label, plural = clean_label(draft.label), clean_label(draft.plural, field="plural")
    name = check_name(draft.name, taken=taken) if draft.name else name_for(label, taken=taken)
    row = CatalogueEntity(name=name, icon=draft.icon[:40], origin=origin)
    _label(row, label=label, plural=plural)
    return row


def change_entity(
    *, actor: Actor, store: StoreRef, name: str, changes: Mapping[str, Any], origin: str = "store"
) -> EntityDefinition:
    """`changes`: label, plural, icon, position; of one of the store's own also `title`, names of its fields.

    Raises what change_design raises, UnknownDefinition, HeadquartersOwn, ShippedField, RetiredField, BadLabel.
    """

    def work(design: Design) -> EntityDefinition:
        row = _row(design, name)
        before = snapshot(row) if row._state.db else None
        if row.retired_at is not None:
            raise RetiredField(params={"entity": name})
        if not set(changes) <= (SHOWN | {"title"} if name.startswith("x_") else SHOWN):
            raise ShippedField(params={"entity": name})
        if "label" in changes:
            _label(row, label=clean_label(changes["label"]), plural=None)
        if "plural" in changes:
            _label(row, label=None, plural=clean_label(changes["plural"], field="plural"))
        for member in ("icon", "position"):
            if member in changes:
                setattr(row, member, changes[member])
        if "title" in changes:
            row.title = _title(design, name, changes["title"])
        design.record("entity_changed", before=before, row=row)
        return entity_of(row)

    return change_design(actor=actor, store=store, origin=origin, work=work)


def retire_entity(
    *, actor: Actor, store: StoreRef, name: str, origin: str = "store", accept_use: bool = False
) -> EntityDefinition:
    """Nobody sees the records and the links to them any more; all is kept. With `accept_use` formulas over them are
    not computed until they are back. Raises as change_entity.
    """

    def work(design: Design) -> EntityDefinition:
        row = _own(design, name)
        if row.retired_at is not None:
            raise RetiredField(params={"entity": name})
        return set_entity_retired(design, row, retired=True)

    return change_design(actor=actor, store=store, origin=origin, work=work, accept_use=accept_use)


def bring_back_entity(*, actor: Actor, store: StoreRef, name: str, origin: str = "store") -> EntityDefinition:
    """As it was, with its records. Raises as change_entity; NotRetired."""

    def work(design: Design) -> EntityDefinition:
        row = _own(design, name)
        if row.retired_at is None:
            raise NotRetired(params={"entity": name})
        return set_entity_retired(design, row, retired=False)

    return change_design(actor=actor, store=store, origin=origin, work=work)


def set_entity_retired(design: Design, row: CatalogueEntity, *, retired: bool) -> EntityDefinition:
    before = snapshot(row)
    row.retired_at = clock.now() if retired else None
    design.record("entity_retired" if retired else "entity_brought_back", before=before, row=row)
    return entity_of(row)


def _row(design: Design, name: str) -> CatalogueEntity:
    design.shipped(name)
    row = design.all_entities().filter(name=name).first()
    return CatalogueEntity(name=name, origin=design.origin) if row is None else design.mine(row)


def _own(design: Design, name: str) -> CatalogueEntity:
    row = design.all_entities().filter(name=name, name__startswith="x_").first()
    if row is None:
        raise ShippedField(params={"entity": name}) if design.shipped(name) else UnknownDefinition
    return design.mine(row)


def _label(row: CatalogueEntity, *, label: Any, plural: Any) -> None:
    if label is not None:
        row.label_zh, row.label_en = label.zh, label.en
    if plural is not None:
        row.plural_zh, row.plural_en = plural.zh, plural.en


def _title(design: Design, entity: str, names: Any) -> list[str]:
    known = set(design.fields_of(entity).filter(retired_at=None).exclude(column_name="").values_list("name", flat=True))
    if not names or not set(names) <= known:
        raise UnknownDefinition(params={"entity": entity}, fields={"title": [UnknownDefinition.message]})
    return list(dict.fromkeys(names))
