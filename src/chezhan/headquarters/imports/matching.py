"""Which store of the group a name in the file means."""

from collections.abc import Collection
from uuid import UUID

from chezhan.headquarters.imports.models import ImportPart
from chezhan.headquarters.imports.parts import store_key
from tenants.directory import StoreRef
from tenants.lookup import stores_of


def match_stores(*, group_id: UUID, job_id: UUID, keys: Collection[str]) -> dict[str, StoreRef]:
    """Key → store, for keys that have one; no store twice. Call within public_context().

    A store's present name counts first, whatever its capitals and blanks; then the store into which the last import
    of the group put rows under that name, so that a renamed store is found again and not made twice.
    """
    stores = {store.id: store for store in stores_of(group_id=group_id)}
    named = {store_key(store.name): store for store in stores.values()}
    found = {key: named[key] for key in keys if key in named}
    used = {store.id for store in found.values()}
    earlier = (
        ImportPart.objects.filter(job__group_id=group_id, store__isnull=False, key__in=set(keys) - set(found))
        .exclude(job_id=job_id)
        .order_by("-job__created_at")
    )
    for key, store_id in earlier.values_list("key", "store_id"):
        if key not in found and store_id in stores and store_id not in used:
            found[key] = stores[store_id]
            used.add(store_id)
    return found
