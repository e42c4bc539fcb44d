"""A store's key: opened for who works in the store, made and rewrapped by `prepare`, destroyed when it closes.

`public.store.data_key` holds it wrapped. Store roles can't read that table, and nothing of HTTP shows the column.
"""

from dataclasses import dataclass
from typing import cast
from uuid import UUID

from django.db import connections, transaction

from chezhan.kernel.crypto import DataKey, make_data_key, open_data_key, rewrap_data_key
from tenants.directory import StoreRef
from tenants.errors import NoTenant
from tenants.lookup import forget_store
from tenants.models import Store
from tenants.postgres.base import DatabaseWrapper
from tenants.roles import OWNER


@dataclass(frozen=True, slots=True)
class KeyWork:
    made: int
    rewrapped: int


def key_of(store: StoreRef) -> DataKey:
    """No query: the wrapped key travels in `store`. Raises DataKeyMissing, MasterKeyMissing, MasterKeyUnknown."""
    return open_data_key(store_id=store.id, wrapped=store.data_key)


def key_here() -> DataKey:
    """The key of the store whose transaction is open on `default`. Raises NoTenant outside one, and as key_of does."""
    scope = cast(DatabaseWrapper, connections["default"]).tenant
    if scope is None or scope.store_id is None:
        raise NoTenant
    return open_data_key(store_id=scope.store_id, wrapped=scope.data_key)


def ensure_data_keys() -> KeyWork:
    """Give each store that is not closed a key, wrapped by the first master key; all of them or none.

    Raises MasterKeyMissing, MasterKeyUnknown, SealBroken, and has then changed nothing.
    """
    made = rewrapped = 0
    with transaction.atomic(using=OWNER):
        stores = Store.objects.using(OWNER).exclude(status=Store.Status.CLOSED).select_for_update()
        for store in stores.order_by("id").only("id", "slug", "data_key"):
            held = None if store.data_key is None else bytes(store.data_key)
            key = make_data_key(store_id=store.id) if held is None else rewrap_data_key(store_id=store.id, wrapped=held)
            if key != held:
                _keep(store, key)
                made, rewrapped = made + (held is None), rewrapped + (held is not None)
    return KeyWork(made=made, rewrapped=rewrapped)


def destroy_data_key(*, store_id: UUID) -> None:
    """Close the store and forget its key for good: what was sealed with it stays unreadable.

    Backups of the `store` table made before still hold the key, wrapped; they end with their retention.
    """
    with transaction.atomic(using=OWNER):
        store = Store.objects.using(OWNER).select_for_update().get(id=store_id)
        Store.objects.using(OWNER).filter(id=store_id).update(status=Store.Status.CLOSED)
        _keep(store, None)


def _keep(store: Store, key: bytes | None) -> None:
    Store.objects.using(OWNER).filter(id=store.id).update(data_key=key)
    forget_store(slug=store.slug, using=OWNER)
