"""Take a field out of sight and bring it back; its values stay where they are."""

import re

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.reading import field_of
from chezhan.catalogue.definitions.refusals import NotRetired, RetiredField, StillNeeded
from chezhan.catalogue.definitions.services.add_field import check_room
from chezhan.catalogue.entity import Entity
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef


def retire_field(*, actor: Actor, store: StoreRef, entity: str, name: str, origin: str = "store") -> FieldDefinition:
    """Nobody sees the field any more; the column and its values are kept.

    Raises what change_design raises, UnknownDefinition, HeadquartersOwn, RetiredField; StillNeeded for one that names
    or orders the records, that the product can't do without, or that a formula uses.
    """

    def work(design: Design) -> FieldDefinition:
        row = design.field_row(entity=entity, name=name)
        if row.retired_at is not None:
            raise RetiredField(params={"field": name})
        _check_needed(design, row)
        return set_retired(design, row, retired=True)

    return change_design(actor=actor, store=store, origin=origin, work=work)


def bring_back_field(
    *, actor: Actor, store: StoreRef, entity: str, name: str, origin: str = "store"
) -> FieldDefinition:
    """As it was, with its values. Raises as retire_field; NotRetired, TooManyFields."""

    def work(design: Design) -> FieldDefinition:
        row = design.field_row(entity=entity, name=name)
        if row.retired_at is None:
            raise NotRetired(params={"field": name})
        check_room(design, entity)
        return set_retired(design, row, retired=False)

    return change_design(actor=actor, store=store, origin=origin, work=work)


def set_retired(design: Design, row: CatalogueField, *, retired: bool) -> FieldDefinition:
    before = snapshot(row)
    row.retired_at = clock.now() if retired else None
    design.record("field_retired" if retired else "field_brought_back", before=before, row=row)
    return field_of(row)


def _check_needed(design: Design, row: CatalogueField) -> None:
    shipped = design.shipped(row.entity)
    if shipped is not None and not row.name.startswith("x_"):
        needed = row.name in {*shipped.title, shipped.sort.lstrip("-")} or _must_be_filled(shipped, row.name)
    else:
        own = design.entity_rows(row.entity).first()
        needed = own is not None and list(own.title) == [row.name]
    if needed:
        raise _needed(row, by="")
    word = re.compile(rf"(?<![A-Za-z0-9_]){re.escape(row.name)}(?![A-Za-z0-9_])")
    for other in design.all_fields().exclude(formula="").filter(retired_at=None):
        if word.search(other.formula):
            raise _needed(row, by=f"{other.entity}.{other.name}")


def _needed(row: CatalogueField, *, by: str) -> AppError:
    return StillNeeded(params={"field": row.name, "by": by})


def _must_be_filled(entity: Entity, name: str) -> bool:
    """Whether the table takes no record without it."""
    field = next(one for one in entity.own_fields if one.name == name)
    if "__" in field.column:
        return False
    column = entity.model._meta.get_field(field.column)
    return not column.null and not column.blank and not column.has_default()  # type: ignore[union-attr]
