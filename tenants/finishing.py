"""What a store's schema needs beside the statements of its migrations: said by settings, done by upper layers."""

from django.conf import settings
from django.utils.module_loading import import_string

from tenants.directory import StoreRef


def finish_schema(*, store: StoreRef) -> None:
    """Run STORE_SCHEMA_STEPS, functions of (store=…) that may be run again, in the owner's open transaction."""
    for path in settings.STORE_SCHEMA_STEPS:
        import_string(path)(store=store)


def begin_store(*, store: StoreRef) -> None:
    """Run NEW_STORE_STEPS, functions of (store=…), in the transaction of the owner alias that makes the store."""
    for path in settings.NEW_STORE_STEPS:
        import_string(path)(store=store)
