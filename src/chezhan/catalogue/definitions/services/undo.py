"""Take one change of the design back, as long as nothing changed after it."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.columns import add_unique_index, drop_index, table_of
from chezhan.catalogue.definitions.composing import entity_order
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.models import CatalogueChange, CatalogueField
from chezhan.catalogue.definitions.reading import field_of
from chezhan.catalogue.definitions.refusals import HeadquartersOwn, NothingToUndo, UnknownDefinition, WouldLose
from chezhan.catalogue.definitions.services.convert import count_lost, switch_back
from chezhan.catalogue.definitions.services.reorder import order_of, set_entity_order, set_order
from chezhan.kernel import clock
from tenants.directory import StoreRef

# What is added is retired, not removed: its column may hold values by now.
UNDOABLE = frozenset(
    {"field_added", "field_changed", "field_retired", "field_brought_back", "fields_reordered",
     "field_converted", "entities_reordered",
     "entity_added", "entity_changed", "entity_retired", "entity_brought_back"}
)  # fmt: skip


def undo_change(
    *, actor: Actor, store: StoreRef, change_id: UUID, accept_loss: bool = False, origin: str = "store"
) -> UUID:
    """Answers the id of the change that takes it back, which is in the ledger like any other.

    A conversion goes back to the old column, without what was entered since when `accept_loss` allows it; formulas
    that use what goes are then not computed. Raises what change_design raises, UnknownDefinition (404),
    HeadquartersOwn (403), NothingToUndo, WouldLose (409).
    """

    def work(design: Design) -> UUID:
        change = CatalogueChange.objects.using(design.using).filter(id=change_id).first()
        if change is None:
            raise UnknownDefinition
        if change.origin == "hq" and origin != "hq":
            raise HeadquartersOwn
        if change.undone_by is not None or change.kind not in UNDOABLE:
            raise NothingToUndo(params={"kind": change.kind})
        change.undone_by = _take_back(design, change, accept_loss=accept_loss)
        change.save(using=design.using, update_fields=["undone_by"])
        return change.undone_by

    return change_design(actor=actor, store=store, origin=origin, work=work, accept_use=accept_loss)


def _take_back(design: Design, change: Any, *, accept_loss: bool) -> UUID:
    if change.kind in ("fields_reordered", "entities_reordered"):
        return _reorder(design, change)
    rows = design.fields_of(change.entity).filter(name=change.field) if change.field else None
    row: Any = (design.entity_rows(change.entity) if rows is None else rows).first()
    if row is None or _content(snapshot(row)) != _content(change.after):
        raise NothingToUndo(params={"kind": change.kind})
    design.mine(row)
    now = snapshot(row)
    if change.before is None and not row.name.startswith("x_"):
        row.delete(using=design.using)
        return design.enter("undone", entity=change.entity, field=change.field, before=now, after=None)
    if change.kind == "field_converted":
        _convert_back(design, row, change, accept_loss=accept_loss)
    _restore(row, now | {"retired": True} if change.before is None else change.before)
    if isinstance(row, CatalogueField) and row.unique != now["unique"]:
        _restore_unique(design, row)
    return design.record("undone", before=now, row=row)


def _convert_back(design: Design, row: CatalogueField, change: Any, *, accept_loss: bool) -> None:
    lost = count_lost(design, kept=field_of(row), back=FieldDefinition(**change.before))
    if lost and not accept_loss:
        raise WouldLose(params={"field": row.name, "count": lost})
    switch_back(design, row, before=change.before)


def _reorder(design: Design, change: Any) -> UUID:
    kinds = change.kind == "entities_reordered"
    now = entity_order(design.read()) if kinds else order_of(design, change.entity)
    if now != change.after:
        raise NothingToUndo(params={"kind": change.kind})
    if kinds:
        set_entity_order(design, change.before)
    else:
        set_order(design, change.entity, change.before)
    return design.enter("undone", entity=change.entity, field="", before=now, after=change.before)


def _content(members: Mapping[str, Any]) -> dict[str, Any]:
    """Places change with every reordering, an index with every wish: neither makes it another field."""
    return {name: _plain(value) for name, value in members.items() if name not in ("position", "indexed")}


def _plain(value: Any) -> Any:
    return list(value) if isinstance(value, tuple) else value


def _restore(row: Any, members: Mapping[str, Any]) -> None:
    for name, value in _content(members).items():
        if name == "retired":
            row.retired_at = (row.retired_at or clock.now()) if value else None
        else:
            setattr(row, name, value)


def _restore_unique(design: Design, row: CatalogueField) -> None:
    if not row.unique:
        design.later(lambda: drop_index(row=row, kind="once"))
        return
    table = table_of(definition=design.read(), entity=row.entity)
    design.later(lambda: add_unique_index(row=row, table=table))
