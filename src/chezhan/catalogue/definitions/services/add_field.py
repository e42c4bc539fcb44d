"""Add a field to any kind of record."""

from collections.abc import Container, Sequence
from functools import partial

from django.db.models import QuerySet

from chezhan.access import Actor
from chezhan.catalogue.definitions.columns import add_column, add_unique_index, table_of
from chezhan.catalogue.definitions.composing import STEP
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.drafts import (
    COMPUTED,
    FieldDraft,
    checked_options,
    checked_settings,
    checked_type,
    sensitivity_of,
)
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.names import check_name, clean_label, name_for
from chezhan.catalogue.definitions.numbering import AUTO_NUMBER, number_old_records, number_records
from chezhan.catalogue.definitions.reading import field_of
from chezhan.catalogue.definitions.refusals import BadLink, TooManyColumns, TooManyFields, UnknownDefinition
from tenants.directory import StoreRef

FIELD_LIMIT = 500
# PostgreSQL takes 1,600; room is left for columns that the product itself will add.
COLUMN_LIMIT = 1500


def add_field(
    *, actor: Actor, store: StoreRef, entity: str, draft: FieldDraft, origin: str = "store"
) -> FieldDefinition:
    """A column of the type's own on the store's table; of a formula or roll-up the text alone.

    Raises what change_design raises; UnknownDefinition; BadLabel, BadFieldName, UnknownFieldType, BadOptions,
    BadSettings, BadLink, BadFormula, NotForThisType (422); FieldNameTaken, TooManyFields, TooManyColumns (409).
    """
    return add_fields(actor=actor, store=store, entity=entity, drafts=[draft], origin=origin)[0]


def add_fields(
    *, actor: Actor, store: StoreRef, entity: str, drafts: Sequence[FieldDraft], origin: str = "store"
) -> list[FieldDefinition]:
    """Several at once, all or none. Raises as add_field."""

    def work(design: Design) -> tuple[list[CatalogueField], str]:
        rows = [insert_row(design, entity=entity, draft=draft) for draft in drafts]
        return rows, build_columns(design, entity=entity, rows=rows)

    rows, table = change_design(actor=actor, store=store, origin=origin, work=work)
    for row in rows:
        if row.type == AUTO_NUMBER:
            number_old_records(store=store, table=table, row=row)
    return [field_of(row) for row in rows]


def insert_row(design: Design, *, entity: str, draft: FieldDraft) -> CatalogueField:
    """The field without its column, for a table that is made with it."""
    checked_type(draft)
    check_room(design, entity)
    if draft.target:
        _check_target(design, draft.target)
    taken = names_in_use(design.fields_of(entity))
    row = field_row(entity=entity, draft=draft, taken=taken, origin=design.origin)
    row.column_name = "" if row.type in COMPUTED else row.name
    row.position = _last(design, entity)
    design.record("field_added", before=None, row=row)
    return row


def field_row(*, entity: str, draft: FieldDraft, taken: Container[str], origin: str) -> CatalogueField:
    """What the draft would be kept as, without a place among the others. Raises what a draft alone is refused for."""
    checked_type(draft)
    label = clean_label(draft.label)
    return CatalogueField(
        entity=entity,
        name=check_name(draft.name, taken=taken) if draft.name else name_for(label, taken=taken),
        label_zh=label.zh,
        label_en=label.en,
        help_zh=draft.help.zh[:400],
        help_en=draft.help.en[:400],
        section=draft.section[:60],
        type=draft.type,
        options=checked_options(draft.options, type=draft.type),
        settings=checked_settings(draft.settings),
        target=draft.target,
        formula=draft.formula.strip(),
        sensitivity=sensitivity_of(draft),
        default=draft.default,
        required=draft.required,
        unique=draft.unique,
        searchable=draft.searchable,
        in_list=draft.in_list,
        origin=origin,
    )


def build_columns(design: Design, *, entity: str, rows: Sequence[CatalogueField]) -> str:
    """Make the columns of saved rows at the end of the change; answers the table. Raises TooManyColumns (409)."""
    wanted = [row for row in rows if row.column_name]
    definition = design.read()
    table = table_of(definition=definition, entity=entity)
    if design.column_count(table) + len(wanted) > COLUMN_LIMIT:
        raise TooManyColumns(params={"limit": COLUMN_LIMIT})
    for row in wanted:
        design.later(partial(add_column, definition=definition, entity=row.entity, field=row.name))
        if row.unique:
            design.later(partial(add_unique_index, row=row, table=table))
        if row.type == AUTO_NUMBER:
            design.later(partial(number_records, schema=design.store.schema, table=table, row=row))
    return table


def check_room(design: Design, entity: str) -> None:
    """Raises UnknownDefinition (404), TooManyFields (409)."""
    shipped = design.shipped(entity)
    rows = design.fields_of(entity).values_list("name", "retired_at")
    gone = {name for name, retired in rows if retired is not None}
    used = {name for name, _ in rows} | {one.name for one in (shipped.own_fields if shipped else ())}
    if len(used - gone) >= FIELD_LIMIT:
        raise TooManyFields(params={"limit": FIELD_LIMIT})


def names_in_use(rows: QuerySet[CatalogueField]) -> set[str]:
    """Names and columns of all rows, retired ones too; and Django's `<link>_id` beside each link."""
    found = list(rows.values_list("name", "column_name"))
    taken = {name for pair in found for name in pair}
    return taken | {f"{name}_id" for name, _ in found} | {name.removesuffix("_id") for name, _ in found}


def _check_target(design: Design, target: str) -> None:
    try:
        design.shipped(target)
    except UnknownDefinition as error:
        raise BadLink(params={"target": target[:40]}, fields={"target": [BadLink.message]}) from error


def _last(design: Design, entity: str) -> int:
    """After all others: those that ship stand at their index times STEP."""
    shipped = design.shipped(entity)
    count = len(shipped.own_fields) if shipped else 0
    return max(design.last_position(entity), count * STEP) + STEP
