"""Put kinds of record, or the fields of one, in another order."""

from collections.abc import Sequence

from chezhan.access import Actor
from chezhan.catalogue.definitions.composing import STEP, all_fields, entity_order
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.models import CatalogueEntity, CatalogueField
from chezhan.catalogue.definitions.refusals import UnknownDefinition
from tenants.directory import StoreRef


def reorder_fields(
    *, actor: Actor, store: StoreRef, entity: str, names: Sequence[str], origin: str = "store"
) -> list[str]:
    """The named fields first, the rest as they were behind them; answers all names in their new order.

    Raises what change_design raises, and UnknownDefinition.
    """

    def work(design: Design) -> list[str]:
        before = order_of(design, entity)
        if unknown := set(names) - set(before):
            raise UnknownDefinition(params={"entity": entity, "field": min(unknown)[:40]})
        after = [*dict.fromkeys(names), *(name for name in before if name not in set(names))]
        if after != before:
            set_order(design, entity, after)
            design.enter("fields_reordered", entity=entity, field="", before=before, after=after)
        return after

    return change_design(actor=actor, store=store, origin=origin, work=work)


def reorder_entities(*, actor: Actor, store: StoreRef, names: Sequence[str], origin: str = "store") -> list[str]:
    """The named kinds first, the rest as they were behind them; answers all names in their new order.

    Raises what change_design raises, and UnknownDefinition.
    """

    def work(design: Design) -> list[str]:
        before = entity_order(design.read())
        if unknown := set(names) - set(before):
            raise UnknownDefinition(params={"entity": min(unknown)[:40]})
        after = [*dict.fromkeys(names), *(name for name in before if name not in set(names))]
        if after != before:
            set_entity_order(design, after)
            design.enter("entities_reordered", entity="", field="", before=before, after=after)
        return after

    return change_design(actor=actor, store=store, origin=origin, work=work)


def set_entity_order(design: Design, names: Sequence[str]) -> None:
    """Every kind gets its place; one that ships and was never changed gets a row for it."""
    rows = {row.name: row for row in design.all_entities()}
    for index, name in enumerate(names, start=1):
        row = rows.get(name) or CatalogueEntity(name=name, origin=design.origin)
        if row.position != index * STEP:
            row.position = index * STEP
            row.save(using=design.using)


def order_of(design: Design, entity: str) -> list[str]:
    """All names, retired ones too."""
    rows = [one for one in design.read().fields if one.entity == entity]
    return [field.name for field in all_fields(design.shipped(entity), rows)]


def set_order(design: Design, entity: str, names: Sequence[str]) -> None:
    """Every field gets its place; one that ships and was never changed gets a row for it."""
    rows = {row.name: row for row in design.fields_of(entity)}
    made, moved = [], []
    for index, name in enumerate(names, start=1):
        row = rows.get(name)
        if row is None:
            made.append(CatalogueField(entity=entity, name=name, origin=design.origin, position=index * STEP))
        elif row.position != index * STEP:
            row.position = index * STEP
            moved.append(row)
    design.all_fields().bulk_create(made)
    design.all_fields().bulk_update(moved, ["position"])
