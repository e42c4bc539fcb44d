"""Change what a field is called, how it is shown and what it takes; never its type."""

from collections.abc import Mapping
from functools import partial
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.definitions.columns import add_unique_index, drop_index, table_of
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.drafts import FieldDraft, checked_options, checked_settings, checked_type
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.names import clean_label
from chezhan.catalogue.definitions.numbering import AUTO_NUMBER, number_records
from chezhan.catalogue.definitions.reading import field_of
from chezhan.catalogue.definitions.refusals import (
    EmptyValues,
    NotForThisType,
    OptionInUse,
    RetiredField,
    SameValues,
    ShippedField,
)
from chezhan.catalogue.definitions.values import count_empty, count_repeated
from chezhan.catalogue.labels import Label
from tenants.directory import StoreRef

OF_SHIPPED = frozenset({"label", "help", "section", "in_list", "required"})
OF_ADDED = OF_SHIPPED | {"options", "settings", "formula", "sensitivity", "default", "unique", "searchable"}


def change_field(
    *,
    actor: Actor,
    store: StoreRef,
    entity: str,
    name: str,
    changes: Mapping[str, Any],
    accept_empty: bool = False,
    origin: str = "store",
) -> FieldDefinition:
    """`changes`: members of FieldDraft by name, those of OF_ADDED; of a field that ships, those of OF_SHIPPED.

    A field becomes required when no record is empty there; with `accept_empty` it is required of new records, and
    of others when they are next changed there. Options keep the values there were: relabel, add or retire them.
    Raises what change_design raises, UnknownDefinition, HeadquartersOwn, ShippedField, RetiredField, EmptyValues,
    SameValues, OptionInUse (409) and what add_field raises of a draft.
    """

    def work(design: Design) -> FieldDefinition:
        row = design.field_row(entity=entity, name=name)
        if row.retired_at is not None:
            raise RetiredField(params={"field": name})
        before = snapshot(row) if row._state.db else None
        if not set(changes) <= (OF_ADDED if row.type else OF_SHIPPED):
            raise ShippedField(params={"field": name})
        apply_changes(row, changes, origin=design.origin)
        if row.required and not (before and before["required"]):
            _check_filled(design, row, accept_empty=accept_empty)
        if row.type == AUTO_NUMBER and "settings" in changes:
            table = table_of(definition=design.read(), entity=entity)
            design.later(partial(number_records, schema=store.schema, table=table, row=row))
        if row.type:
            _apply_unique(design, row, was=before["unique"] if before else False)
        design.record("field_changed", before=before, row=row)
        return field_of(row)

    return change_design(actor=actor, store=store, origin=origin, work=work)


def apply_changes(row: CatalogueField, changes: Mapping[str, Any], *, origin: str) -> None:
    """On the row, which is not saved. Raises what a draft alone is refused for, and OptionInUse."""
    if not row.type:
        row.origin = origin
    if "label" in changes:
        label = clean_label(changes["label"])
        row.label_zh, row.label_en = label.zh, label.en
    if "help" in changes:
        row.help_zh, row.help_en = (changes["help"].zh or "")[:400], (changes["help"].en or "")[:400]
    for member in ("section", "in_list", "required", "formula", "default", "unique", "searchable"):
        if member in changes:
            setattr(row, member, changes[member])
    if "settings" in changes:
        row.settings = checked_settings(changes["settings"])
    if "options" in changes:
        row.options = _options(row, changes["options"])
    if changes.get("sensitivity", row.sensitivity) != row.sensitivity:
        if "sealed" in (row.sensitivity, changes["sensitivity"]):
            raise NotForThisType(params={"type": row.type}, fields={"sensitivity": [NotForThisType.message]})
        row.sensitivity = changes["sensitivity"]
    if row.type:
        checked_type(_as_draft(row))


def _options(row: CatalogueField, options: Any) -> list[dict[str, Any]]:
    found = checked_options(options, type=row.type)
    gone = {one["value"] for one in row.options} - {one["value"] for one in found}
    if gone:
        raise OptionInUse(params={"field": row.name, "value": min(gone)}, fields={"options": [OptionInUse.message]})
    return found


def _as_draft(row: CatalogueField) -> FieldDraft:
    return FieldDraft(
        label=Label(row.label_zh, row.label_en),
        type=row.type,
        settings=row.settings,
        options=row.options,
        target=row.target,
        formula=row.formula,
        sensitivity=row.sensitivity,
        required=row.required,
        unique=row.unique,
        default=row.default,
    )


def _check_filled(design: Design, row: CatalogueField, *, accept_empty: bool) -> None:
    shipped = None if row.type else design.shipped(row.entity)
    field = next((one for one in shipped.own_fields if one.name == row.name), None) if shipped else None
    if field is not None and field.fixed:
        raise NotForThisType(params={"type": field.type.name}, fields={"required": [NotForThisType.message]})
    empty = count_empty(definition=design.read(), entity=row.entity, field=field.column if field else row.name)
    if empty and not accept_empty:
        raise EmptyValues(params={"field": row.name, "count": empty}, fields={"required": [EmptyValues.message]})


def _apply_unique(design: Design, row: CatalogueField, *, was: bool) -> None:
    if row.unique == was:
        return
    definition = design.read()
    if not row.unique:
        design.later(lambda: drop_index(row=row, kind="once"))
        return
    repeated = count_repeated(definition=definition, entity=row.entity, field=row.name)
    if repeated:
        raise SameValues(params={"field": row.name, "count": repeated}, fields={"unique": [SameValues.message]})
    table = table_of(definition=definition, entity=row.entity)
    design.later(lambda: add_unique_index(row=row, table=table))
