"""Bring public and every store to the present migrations. Safe to run again at any point."""

from collections.abc import Callable

from django.apps import apps
from django.conf import settings
from django.db import connections, transaction
from django.db.migrations.executor import MigrationExecutor

from tenants.directory import StoreRef
from tenants.finishing import finish_schema
from tenants.models import Store
from tenants.roles import close_to_store
from tenants.template import OWNER, store_template

LOCK_TIMEOUT = "2s"


def migrate_public() -> list[str]:
    """Apply what is pending in `public`; answers the names applied.

    No post_migrate: content types and permissions are made when first asked for.
    """
    connection = connections[OWNER]
    connection.set_schema_to_public()
    executor = MigrationExecutor(connection)
    shared = {config.label for config in apps.get_app_configs() if config.name in set(settings.SHARED_APPS)}
    targets = [node for node in executor.loader.graph.leaf_nodes() if node[0] in shared]
    plan = executor.migration_plan(targets)
    executor.migrate(targets, plan=plan)
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def pending() -> dict[str, list[str]]:
    """Schema → the migrations it lacks, by one query over all stores."""
    template = store_template()
    stores = list(Store.objects.using(OWNER).exclude(status=Store.Status.CLOSED).order_by("created_at"))
    if not stores:
        return {}
    union = " UNION ALL ".join(
        f"SELECT '{store.schema_name}' AS s, app || '.' || name AS m FROM {store.schema_name}.django_migrations"
        for store in stores
    )
    applied: dict[str, set[str]] = {store.schema_name: set() for store in stores}
    with connections[OWNER].cursor() as cursor:
        cursor.execute(union)
        for schema, migration in cursor.fetchall():
            applied[schema].add(migration)
    lacking = {schema: [name for name in template.migrations if name not in has] for schema, has in applied.items()}
    return {schema: names for schema, names in lacking.items() if names}


def migrate_stores(*, progress: Callable[[str, list[str]], None] = lambda schema, names: None) -> int:
    """Replay what each store lacks, one transaction a store; answers how many stores moved."""
    template = store_template()
    moved = 0
    lacking = pending()
    stores = {store.schema_name: StoreRef.of(store) for store in Store.objects.using(OWNER).select_related("group")}
    for schema in lacking:
        with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
            # Of two runs at once the second waits here and finds the work done.
            cursor.execute("SELECT pg_advisory_xact_lock(hashtext(%s))", [f"migrate {schema}"])
            cursor.execute(f"SELECT app || '.' || name FROM {schema}.django_migrations")
            has = {name for (name,) in cursor.fetchall()}
            names = [name for name in template.migrations if name not in has]
            if names:
                cursor.execute(f"SET LOCAL lock_timeout = '{LOCK_TIMEOUT}'")
                cursor.execute(f"SET LOCAL search_path = {schema}, public")
                cursor.execute(";\n".join(template.migrations[name] for name in names))
                close_to_store(schema=schema, role=stores[schema].role)
                finish_schema(store=stores[schema])
        if names:
            moved += 1
            progress(schema, names)
    return moved
