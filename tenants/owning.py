"""A transaction of the owner alias in one store's schema: for definitions, policies and whatever a store's role may
only read. The caller has checked who asks."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import cast

from django.db import connections, transaction
from django_tenants.postgresql_backend.base import DatabaseWrapper

from tenants.directory import StoreRef
from tenants.roles import OWNER


@contextmanager
def owner_context(store: StoreRef) -> Iterator[None]:
    """Raises RuntimeError inside another transaction of the owner alias."""
    connection = cast(DatabaseWrapper, connections[OWNER])
    if connection.in_atomic_block:
        raise RuntimeError("the owner's work in a store is a transaction of its own")
    connection.set_schema(store.schema)
    try:
        with transaction.atomic(using=OWNER):
            yield
    finally:
        connection.set_schema_to_public()
