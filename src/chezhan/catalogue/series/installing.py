"""Put the drawing of numbers into a store's schema, for every kind of record that declares a series. Runs on the owner
alias, inside the caller's transaction; again with every migration and when a schema is renamed.

A number is drawn by a trigger in the transaction of the insert, whoever inserts: what is rolled back leaves no gap. A
number that is given is kept, and passed over when its turn comes. A change of functions.sql reaches the stores that
exist with the next migration of a store's app.
"""

from pathlib import Path

from django.db import connections

from chezhan.catalogue.registry import entities
from tenants.directory import StoreRef
from tenants.roles import OWNER

TABLE = (Path(__file__).parent / "table.sql").read_text()
FUNCTIONS = (Path(__file__).parent / "functions.sql").read_text()
THERE = """
SELECT c.relname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'number'
WHERE c.relnamespace = %s::regnamespace AND c.relname = ANY (%s)
"""


def install(*, store: StoreRef) -> None:
    """Idempotent. A table that a later migration makes is numbered when that has run."""
    wanted = {entity.model._meta.db_table: entity.series for entity in entities() if entity.series}
    with connections[OWNER].cursor() as cursor:
        cursor.execute(TABLE.format(schema=store.schema, role=store.role))
        cursor.execute(THERE, [store.schema, list(wanted)])
        for (table,) in cursor.fetchall():
            cursor.execute(FUNCTIONS.format(schema=store.schema, table=table, prefix=wanted[table]))
