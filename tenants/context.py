"""Open a transaction of one store, or of the public schema. There is no other way to reach data."""

from contextlib import contextmanager
from dataclasses import replace
from typing import cast

from django.conf import settings
from django.db import connections, transaction

from tenants.acting import signed_for
from tenants.directory import StoreRef
from tenants.errors import NoTenant
from tenants.postgres.base import DatabaseWrapper
from tenants.scope import Scope
from tenants.whereabouts import whereabouts


def public_role() -> str:
    """The role of public transactions: sees every public table and no store."""
    return f"{login_role()}_public"


def common_store_role() -> str:
    """The role of which every store's role is a member: what all stores may do in `public`."""
    return f"{login_role()}_store"


def login_role() -> str:
    return str(settings.DATABASES["default"]["USER"])


def _connection() -> DatabaseWrapper:
    return cast(DatabaseWrapper, connections["default"])


@contextmanager
def tenant_context(store: StoreRef):
    """One transaction in `store`, as whoever acts (see tenants.acting).

    Raises TenantChangeRefused when another transaction is open, and what open_data_key raises.
    """
    with (
        whereabouts(store=store.slug, group=store.group.slug),
        _connection().scoped(replace(store.scope, acting=signed_for(store))),
        transaction.atomic(),
    ):
        yield


def present_scope() -> Scope | None:
    """Where statements go now; None outside of any scope."""
    return _connection().tenant


def require_open(store: StoreRef) -> None:
    """Raises NoTenant unless the open transaction is this store's."""
    if _connection().tenant != store.scope:
        raise NoTenant


@contextmanager
def public_context():
    """One transaction in the public schema, with a role that sees no store."""
    with _connection().scoped(Scope(schema=None, role=public_role())), transaction.atomic():
        yield
