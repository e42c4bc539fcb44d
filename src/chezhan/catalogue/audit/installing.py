"""Put the audit into a store's schema, and onto its tables. Runs on the owner alias, inside the caller's transaction.

A change of functions.sql reaches the stores that exist with the next migration of a store's app; make an empty one
of this app's when there is none. A schema that is renamed is installed anew: functions name their schema.
"""

from pathlib import Path

from django.db import connections

from tenants.acting import pads_of
from tenants.directory import StoreRef
from tenants.roles import OWNER
from tenants.scope import IDENTIFIER

FUNCTIONS = (Path(__file__).parent / "functions.sql").read_text()
TRIGGERS = (
    ("audit_created", "INSERT", "NEW TABLE AS new_rows"),
    ("audit_updated", "UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"),
    ("audit_deleted", "DELETE", "OLD TABLE AS old_rows"),
)
# Ledgers and copies: what they hold is told already, and would be kept here beyond its time.
LEFT_OUT = (
    "audit_entry",
    "bulk_operation",
    "bulk_touch",
    "catalogue_change",
    "duplicate_scan",
    "flow_entry",
    "flow_token",
    "form_post",
    "idempotent_request",
    "message",
    "message_consent",
    "pool_day",
    "pool_stay",
    "record_import",
    "recycled_record",
    "retention_run",
    "rule_run",
    "webhook_delivery",
)
UNWATCHED = """
SELECT c.relname FROM pg_class c
JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'id' AND a.atttypid = 'uuid'::regtype AND NOT a.attisdropped
WHERE c.relnamespace = %s::regnamespace AND c.relkind = 'r' AND c.relname <> ALL (%s)
  AND (SELECT count(*) FROM pg_trigger t WHERE t.tgrelid = c.oid AND t.tgname = ANY (%s)) < %s
ORDER BY c.relname
"""
WATCHED = """
SELECT c.relname, t.tgname FROM pg_class c JOIN pg_trigger t ON t.tgrelid = c.oid
WHERE c.relnamespace = %s::regnamespace AND c.relname = ANY (%s) AND t.tgname = ANY (%s)
"""


def install(*, store: StoreRef) -> None:
    """Functions, rights and key; then watch every table with an id that is not watched yet. Idempotent."""
    inner, outer = pads_of(store)
    statements = FUNCTIONS.format(schema=store.schema, role=store.role, inner_pad=inner.hex(), outer_pad=outer.hex())
    with connections[OWNER].cursor() as cursor:
        cursor.execute(statements)
    for table in unwatched(schema=store.schema):
        attach(schema=store.schema, table=table)
    _let_go(schema=store.schema)


def attach(*, schema: str, table: str) -> None:
    """Record every change of the table from now on. It has an `id` of type uuid."""
    for name in (schema, table):
        if not IDENTIFIER.match(name):
            raise ValueError(f"not a bare identifier: {name!r}")
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            ";\n".join(
                f"CREATE OR REPLACE TRIGGER {name} AFTER {event} ON {schema}.{table} REFERENCING {rows} "
                f"FOR EACH STATEMENT EXECUTE FUNCTION {schema}.audit_write()"
                for name, event, rows in TRIGGERS
            )
        )


def _let_go(*, schema: str) -> None:
    """Of tables that were watched before they were left out."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(WATCHED, [schema, list(LEFT_OUT), [name for name, *_ in TRIGGERS]])
        for table, trigger in cursor.fetchall():
            cursor.execute(f"DROP TRIGGER {trigger} ON {schema}.{table}")


def unwatched(*, schema: str) -> list[str]:
    """Tables with an id whose changes are not recorded; none in a schema that is in order."""
    names = [name for name, *_ in TRIGGERS]
    with connections[OWNER].cursor() as cursor:
        cursor.execute(UNWATCHED, [schema, list(LEFT_OUT), names, len(names)])
        return [name for (name,) in cursor.fetchall()]
