"""Set a ceiling in some stores, or in all of a group, those to come too. Call with no scope open."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from chezhan.access import Actor, require
from chezhan.catalogue.policies.setting import checked_policy, set_ceiling
from chezhan.catalogue.whole import built_in
from chezhan.headquarters.ceilings.models import GroupCeiling
from chezhan.headquarters.ceilings.queries import stores_named
from chezhan.kernel.errors import AppError
from tenants.context import public_context
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Outcome:
    """What came of it in one store: `code` is empty where it holds now, else that of the refusal."""

    store: str
    name: str
    code: str = ""
    message: str = ""


def put_ceiling(*, actor: Actor, entity: str, data: Any, stores: Sequence[str] | None) -> list[Outcome]:
    """`stores`: slugs; None for the whole group. `data`: the policy's JSON, None to take the ceiling away.

    Each store by itself: one that refuses (it lacks a field that is named) does not keep the others from it.
    Raises Forbidden, NotFound, and for the whole group UnknownEntity, BadPolicy.
    """
    require(actor=actor, permission="ceiling.write")
    chosen = stores_named(actor=actor, slugs=stores)
    if stores is None:
        _check(entity, data)
        # First, so that a store that is made meanwhile has it too.
        _keep(actor, entity, data)
    return [_put(actor, store, entity, data) for store in chosen]


def _put(actor: Actor, store: StoreRef, entity: str, data: Any) -> Outcome:
    try:
        set_ceiling(actor=actor, store=store, entity=entity, data=data)
    except AppError as error:
        return Outcome(store=store.slug, name=store.name, code=error.code, message=error.message)
    return Outcome(store=store.slug, name=store.name)


def _check(entity: str, data: Any) -> None:
    """As far as it can be told without a store: what stores have added may differ."""
    if entity.startswith("x_"):
        return
    catalogue = built_in()
    kind = catalogue.entity_named(entity)
    if data is not None:
        known = {name: right for name, right in data["fields"].items() if not name.startswith("x_")}
        checked_policy(kind, data | {"fields": known}, catalogue=catalogue)


def _keep(actor: Actor, entity: str, data: Any) -> None:
    with public_context():
        rows = GroupCeiling.objects.filter(group_id=actor.in_group.id, entity=entity)
        if data is None:
            rows.delete()
        else:
            GroupCeiling.objects.update_or_create(group_id=actor.in_group.id, entity=entity, defaults={"policy": data})
