"""Take a field out of sight and bring it back; its values stay where they are."""

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.formulas.uses import uses_of
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.reading import field_of
from chezhan.catalogue.definitions.refusals import NeededByRights, NotRetired, RetiredField, StillNeeded
from chezhan.catalogue.definitions.services.add_field import check_room
from chezhan.catalogue.entity import Entity
from chezhan.kernel import clock
from tenants.directory import StoreRef


def retire_field(
    *, actor: Actor, store: StoreRef, entity: str, name: str, origin: str = "store", accept_use: bool = False
) -> FieldDefinition:
    """Nobody sees the field any more; the column and its values are kept. With `accept_use` the formulas that use it
    are not computed until it is back.

    Raises what change_design raises, UnknownDefinition, HeadquartersOwn, RetiredField; StillNeeded for one that names
    or orders the records, or that the product can't do without; NeededByRights for one on which rights depend.
    """

    def work(design: Design) -> FieldDefinition:
        row = design.field_row(entity=entity, name=name)
        if row.retired_at is not None:
            raise RetiredField(params={"field": name})
        _check_needed(design, row)
        return set_retired(design, row, retired=True)

    return change_design(actor=actor, store=store, origin=origin, work=work, accept_use=accept_use)


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
        raise StillNeeded(params={"field": row.name})
    check_rights(design, entity=row.entity, name=row.name)


def check_rights(design: Design, *, entity: str, name: str) -> None:
    """Raises NeededByRights for a field in the condition of a policy: without it nobody could say whom it lets in."""
    uses = uses_of(definition=design.read(), entity=entity, name=name)
    if uses.rights:
        raise NeededByRights(params={"field": name, "roles": ", ".join(uses.roles)[:200]})


def _must_be_filled(entity: Entity, name: str) -> bool:
    """Whether the table takes no record without it."""
    field = next(one for one in entity.own_fields if one.name == name)
    if "__" in field.column:
        return False
    column = entity.model._meta.get_field(field.column)
    return not column.null and not column.blank and not column.has_default()  # type: ignore[union-attr]
