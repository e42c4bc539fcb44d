"""The ceilings of a group as its head sees them. Call with no scope open."""

from collections.abc import Sequence
from typing import Any

from chezhan.access import Actor, require
from chezhan.access.rights import policy_as_json
from chezhan.catalogue.policies.ceilings import ceilings_in, kinds_in, preview_ceiling
from chezhan.headquarters.ceilings.models import GroupCeiling
from chezhan.kernel.errors import NotFound
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.lookup import stores_of


def read_ceilings(*, actor: Actor, store: str = "") -> dict[str, Any]:
    """`store`: the slug of the one whose own kinds and fields are listed; else those that ship.

    Raises Forbidden, NotFound (no such store in the group).
    """
    require(actor=actor, permission="ceiling.write")
    with public_context():
        group = dict(
            GroupCeiling.objects.filter(group_id=actor.in_group.id).order_by("entity").values_list("entity", "policy")
        )
    chosen = stores_named(actor=actor, slugs=[store])[0] if store else None
    stores = stores_named(actor=actor, slugs=None)
    there = ceilings_in(stores=stores)
    return {
        "entities": kinds_in(store=chosen),
        "group": group,
        "stores": [
            {
                "slug": one.slug,
                "name": one.name,
                "ceilings": {name: policy_as_json(policy) for name, policy in there.get(one.id, {}).items()},
            }
            for one in stores
        ],
    }


def preview(*, actor: Actor, store: str, entity: str, data: Any) -> list[dict[str, Any]]:
    """What the ceiling would mean for the people of one store. Raises Forbidden, NotFound, UnknownEntity, BadPolicy."""
    require(actor=actor, permission="ceiling.write")
    (ref,) = stores_named(actor=actor, slugs=[store])
    return [effect.as_json() for effect in preview_ceiling(store=ref, entity=entity, data=data)]


def stores_named(*, actor: Actor, slugs: Sequence[str] | None) -> list[StoreRef]:
    """Open stores of the actor's group, all of them for None. Raises NotFound for a slug that is not one of them."""
    with public_context():
        stores = stores_of(group_id=actor.in_group.id)
    if slugs is None:
        return stores
    by_slug = {store.slug: store for store in stores}
    if unknown := sorted(set(slugs) - set(by_slug)):
        raise NotFound(params={"store": unknown[0][:40]})
    return [by_slug[slug] for slug in dict.fromkeys(slugs)]
