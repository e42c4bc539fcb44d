"""Guard a column whose field lives in another one now: who still writes to it has an old definition.

Such a writer is refused as by any other conflict of transactions, and finds the new column when trying again.
"""

from django.db import connections

from tenants.roles import OWNER

FUNCTION = """
CREATE OR REPLACE FUNCTION {schema}.catalogue_stale() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $stale$
BEGIN
  RAISE EXCEPTION 'the field was converted meanwhile' USING ERRCODE = 'serialization_failure';
END
$stale$
"""


def guard(*, schema: str, table: str, column: str) -> None:
    """All three are names that the catalogue made."""
    place = f'{schema}."{table}"'
    with connections[OWNER].cursor() as cursor:
        cursor.execute(FUNCTION.format(schema=schema))
        cursor.execute(
            f'CREATE TRIGGER {_name(column)}_update BEFORE UPDATE OF "{column}" ON {place} FOR EACH ROW '
            f'WHEN (OLD."{column}" IS DISTINCT FROM NEW."{column}") EXECUTE FUNCTION {schema}.catalogue_stale()'
        )
        cursor.execute(
            f"CREATE TRIGGER {_name(column)}_insert BEFORE INSERT ON {place} FOR EACH ROW "
            f'WHEN (NEW."{column}" IS NOT NULL) EXECUTE FUNCTION {schema}.catalogue_stale()'
        )


def unguard(*, schema: str, table: str, column: str) -> None:
    with connections[OWNER].cursor() as cursor:
        for event in ("update", "insert"):
            cursor.execute(f'DROP TRIGGER IF EXISTS {_name(column)}_{event} ON {schema}."{table}"')


def _name(column: str) -> str:
    return f"stale_{column}"
