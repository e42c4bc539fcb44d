"""Ceilings as headquarters sees them: those of many stores at once."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db import connections, transaction

from chezhan.access.book import book_of, understood
from chezhan.access.rights import Policy
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.policies.matrix import entity_card
from chezhan.catalogue.policies.preview import Effect, capped_book, effects_of
from chezhan.catalogue.policies.setting import checked_policy
from chezhan.catalogue.whole import built_in
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.roles import OWNER


def ceilings_in(*, stores: Sequence[StoreRef]) -> dict[UUID, dict[str, Policy]]:
    """By store and kind of record; one statement on the owner alias for all of them."""
    asked = [store for store in stores if store.revision]
    if not asked:
        return {}
    # names of schemas are the product's own: s_ and the store's id
    parts = [f"SELECT '{store.id}', entity, policy::text FROM {store.schema}.access_ceiling" for store in asked]
    found: dict[UUID, dict[str, Policy]] = {}
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(" UNION ALL ".join(parts))
        for store_id, entity, policy in cursor.fetchall():
            found.setdefault(UUID(store_id), {})[entity] = understood(orjson.loads(policy))
    return found


def kinds_in(*, store: StoreRef | None) -> list[dict[str, Any]]:
    """The kinds of record of a store, or of all stores: those that ship. Call with no scope open."""
    if store is None:
        return [entity_card(kind) for kind in built_in().entities]
    with tenant_context(store):
        return [entity_card(kind) for kind in of_store(store).entities]


def preview_ceiling(*, store: StoreRef, entity: str, data: Any) -> list[Effect]:
    """What the ceiling would mean for the people of the store. Call with no scope open.

    Raises UnknownEntity, BadPolicy.
    """
    with tenant_context(store):
        catalogue = of_store(store)
        kind = catalogue.entity_named(entity)
        policy = None if data is None else checked_policy(kind, data, catalogue=catalogue)
        book = book_of(store)
        return effects_of(store=store, before=book, after=capped_book(book, entity=kind.name, ceiling=policy))
