"""Undo of bulk writes: what nobody has changed since goes back to what it was; the rest stays and is named."""

from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Literal
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.bulk.references import referred
from chezhan.catalogue.bulk.statements import delete_rows, update_rows
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.registry import entity_named
from chezhan.kernel import clock, outbox
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Kept:
    """A record left as it is: somebody `changed` it since, or other records are `referred` to it."""

    entity: str
    record_id: UUID
    reason: Literal["changed", "referred"]


@dataclass(frozen=True, slots=True)
class TakenBack:
    """Counts of records by entity, and those kept. A record that is gone already is none of these."""

    deleted: Counter[str]
    restored: Counter[str]
    kept: tuple[Kept, ...]


@dataclass(frozen=True, slots=True)
class _Chain:
    """All that an intake did to one record, in order, as one change."""

    created: bool
    version: int
    before: dict[str, Any]


def take_back(
    *,
    actor: Actor,
    store: StoreRef,
    touches: Sequence[Touch],
    kinds: Callable[[str], Entity] = entity_named,
    permission: str = "import.run",
) -> TakenBack:
    """Undo `touches`, given in the order in which they were made, inside the caller's tenant_context.

    A record touched more than once comes back whole only if all its touches are given together; otherwise it is
    kept as changed. Undo a long intake from its end. `kinds`: entities by name. Raises Forbidden without `permission`.
    """
    require(actor=actor, permission=permission)
    wait_for_turn()
    by_entity: dict[str, dict[UUID, list[Touch]]] = defaultdict(lambda: defaultdict(list))
    for touch in touches:
        by_entity[touch.entity][touch.record_id].append(touch)
    deleted, restored, kept = Counter[str](), Counter[str](), []
    for entity in _referrers_first([kinds(name) for name in by_entity]):
        chains = {record_id: _chain(list_) for record_id, list_ in by_entity[entity.name].items()}
        rows = load_rows(model=entity.model, which=Q(id__in=chains))
        same = {record_id for record_id, row in rows.items() if row.current["version"] == chains[record_id].version}
        made = {record_id for record_id in same if chains[record_id].created}
        held = referred(model=entity.model, ids=made)
        _delete(entity, made - held, actor=actor, store=store)
        _restore(entity, {id_: chains[id_].before for id_ in same - made}, rows, actor=actor, store=store)
        deleted[entity.name] += len(made - held)
        restored[entity.name] += len(same - made)
        kept += [Kept(entity.name, record_id, "changed") for record_id in rows.keys() - same]
        kept += [Kept(entity.name, record_id, "referred") for record_id in held]
    return TakenBack(deleted=+deleted, restored=+restored, kept=tuple(kept))


def _chain(touches: list[Touch]) -> _Chain:
    """One change out of many. Its version is 0, which no record has, when somebody else wrote in between."""
    before: dict[str, Any] = {}
    for touch in reversed(touches):
        before.update(touch.before)
    unbroken = all(later.version == earlier.version + 1 for earlier, later in pairwise(touches))
    return _Chain(created=touches[0].kind == "created", version=touches[-1].version if unbroken else 0, before=before)


def _referrers_first(wanted: list[Entity]) -> list[Entity]:
    """Orders before the vehicles and customers that they refer to."""
    left, order = list(wanted), []
    while left:
        targets = {
            field.related_model for entity in left for field in entity.model._meta.concrete_fields
            if field.is_relation and field.related_model is not entity.model
        }  # fmt: skip
        free = [entity for entity in left if entity.model not in targets]
        order += free or left
        left = [entity for entity in left if free and entity not in free]
    return order


def _delete(entity: Entity, ids: set[UUID], *, actor: Actor, store: StoreRef) -> None:
    delete_rows(model=entity.model, ids=list(ids))
    if ids:
        outbox.announce(entity=entity.name, kind="deleted", record_ids=ids, store_id=store.id, actor_id=actor.person_id)


def _restore(
    entity: Entity, befores: dict[UUID, dict[str, Any]], rows: dict[UUID, Draft], *, actor: Actor, store: StoreRef
) -> None:
    names = sorted({name for before in befores.values() for name in before})
    stamp = {"updated_at": clock.now(), "updated_by": actor.person_id}
    update_rows(
        model=entity.model,
        rows=[
            {
                "id": record_id,
                **{name: before.get(name, rows[record_id].current[name]) for name in names},
                **stamp,
                "version": rows[record_id].current["version"] + 1,
            }
            for record_id, before in befores.items()
        ],
    )
    if befores:
        outbox.announce(
            entity=entity.name,
            kind="updated",
            record_ids=befores,
            changed=names,
            store_id=store.id,
            actor_id=actor.person_id,
        )
