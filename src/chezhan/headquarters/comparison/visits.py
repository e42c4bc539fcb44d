"""Go from store to store of a group as the person who asks, one transaction each."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TypeVar

import structlog
from django.db import DatabaseError

from chezhan.access import Actor
from chezhan.kernel.errors import Forbidden, NotFound
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.lookup import stores_of

Read = TypeVar("Read")
log = structlog.get_logger(__name__)


def chosen_stores(*, actor: Actor, slugs: tuple[str, ...] = ()) -> list[StoreRef]:
    """The group's stores that are open, or those named. Raises NotFound for a slug that is not the group's."""
    if actor.group is None:
        raise NotFound
    with public_context():
        stores = [store for store in stores_of(group_id=actor.in_group.id) if store.status == "active"]
    if unknown := set(slugs) - {store.slug for store in stores}:
        raise NotFound(params={"store": sorted(unknown)[0]})
    return [store for store in stores if not slugs or store.slug in slugs]


def visit(
    *, actor: Actor, stores: list[StoreRef], read: Callable[[Actor], Read]
) -> Iterator[tuple[StoreRef, Read | None]]:
    """`read` in each store, in its own transaction; None where the store could not be read: it is
    being closed, or its rights don't let the actor."""
    for store in stores:
        try:
            with tenant_context(store):
                seen = read(replace(actor, store=store))
        except (DatabaseError, Forbidden) as error:
            log.warning("store_left_out", store=store.slug, error=type(error).__name__)
            yield store, None
        else:
            yield store, seen
