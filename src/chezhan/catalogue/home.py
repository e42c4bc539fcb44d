"""What a person sees first in a store."""

from typing import Any

from chezhan.access import Actor
from chezhan.access.permissions import permissions_of
from chezhan.catalogue.describe import readable_entities
from chezhan.catalogue.records.statements import count_all
from tenants.directory import StoreRef


def read_home(*, actor: Actor, store: StoreRef) -> dict[str, Any]:
    """The store, the actor's roles and permissions there, and how many records of each readable kind it has."""
    kinds = readable_entities(actor=actor)
    return {
        "store": {
            "id": store.id, "slug": store.slug, "name": store.name, "pack": store.pack, "status": store.status,
        },
        "roles": sorted(actor.roles),
        "permissions": permissions_of(actor=actor),
        "counts": dict(zip((kind.name for kind in kinds), count_all([kind.model for kind in kinds]), strict=True)),
    }  # fmt: skip
