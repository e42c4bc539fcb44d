"""A store whose design is changed, and its catalogue as the next request would see it."""

from collections.abc import Callable

import pytest

from chezhan.catalogue.definitions.drafts import FieldDraft
from chezhan.catalogue.definitions.services.add_field import add_field
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.labels import Label
from chezhan.catalogue.whole import Catalogue
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store


def draft(label: str = "备注", type: str = "text", **members) -> FieldDraft:
    return FieldDraft(label=Label(label, ""), type=type, **members)


def fresh(store: StoreRef) -> StoreRef:
    """The store with its present revision, as the next request has it."""
    with public_context():
        return StoreRef.of(Store.objects.select_related("group").get(id=store.id))


def catalogue_of(store: StoreRef) -> Catalogue:
    now = fresh(store)
    with tenant_context(now):
        return of_store(now)


@pytest.fixture
def add(cast) -> Callable:
    """add("customer", "备注", type="text") → the field that the manager of `north` adds."""

    def _add(entity: str = "customer", label: str = "备注", type: str = "text", **members):
        return add_field(
            actor=cast.actor("manager", store="north"),
            store=cast.stores["north"],
            entity=entity,
            draft=draft(label, type, **members),
        )

    return _add
