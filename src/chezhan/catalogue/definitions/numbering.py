"""Running numbers: a sequence for each field, drawn by a trigger, so that whoever adds a record gets the next one.

Numbers may have gaps: what a broken transaction drew is not given again.
"""

from typing import Any

from django.db import connections

from chezhan.catalogue.definitions.designing import retried, working_in
from chezhan.catalogue.definitions.fields import settings_of
from chezhan.catalogue.definitions.models import CatalogueField
from tenants.directory import StoreRef
from tenants.roles import OWNER

AUTO_NUMBER = "auto_number"
DIGITS, BATCH = 6, 2000
NUMBER = "{prefix} || lpad({n}::text, greatest({digits}, length({n}::text)), '0')"
FUNCTION = """
CREATE OR REPLACE FUNCTION {schema}.catalogue_number() RETURNS trigger LANGUAGE plpgsql
SET search_path = pg_catalog, pg_temp AS $number$
DECLARE n bigint := nextval(TG_ARGV[1]::regclass);
BEGIN
  RETURN jsonb_populate_record(NEW, jsonb_build_object(TG_ARGV[0],
    TG_ARGV[2] || lpad(n::text, greatest(TG_ARGV[3]::int, length(n::text)), '0')));
END
$number$
"""


def number_records(*, schema: str, table: str, row: CatalogueField) -> None:
    """From now on; again after a change of its settings. Inside the change of design that holds the transaction."""
    prefix, digits = _told(row)
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT quote_literal(%s)", [prefix])
        quoted = cursor.fetchone()[0].replace("%", "%%")
        cursor.execute(f"CREATE SEQUENCE IF NOT EXISTS {schema}.{_sequence(row)}")
        cursor.execute(FUNCTION.format(schema=schema))
        cursor.execute(
            f'CREATE OR REPLACE TRIGGER number_{row.column_name} BEFORE INSERT ON {schema}."{table}" FOR EACH ROW '
            f'WHEN (NEW."{row.column_name}" IS NULL) EXECUTE FUNCTION {schema}.catalogue_number'
            f"('{row.column_name}', '{schema}.{_sequence(row)}', {quoted}, '{digits}')",
            [],
        )


def number_old_records(*, store: StoreRef, table: str, row: CatalogueField) -> None:
    """Those that were there before, the oldest first, in batches of a transaction each. Call with none open."""
    while retried(store=store, attempt=lambda: _batch(store, table, row)):
        pass


def _batch(store: StoreRef, table: str, row: CatalogueField) -> int:
    prefix, digits = _told(row)
    number = NUMBER.format(prefix="%s", n="v.n", digits=digits)
    with working_in(store=store), connections[OWNER].cursor() as cursor:
        # Materialized: a plan that looked at the numbers again and again would draw them anew each time.
        cursor.execute(
            f'WITH o AS MATERIALIZED (SELECT id FROM "{table}" WHERE "{row.column_name}" IS NULL '
            f"ORDER BY created_at, id LIMIT {BATCH} FOR UPDATE), "
            "v AS MATERIALIZED (SELECT id, nextval(%s::regclass) AS n FROM o) "
            f'UPDATE "{table}" t SET "{row.column_name}" = {number} FROM v WHERE t.id = v.id',
            [f"{store.schema}.{_sequence(row)}", prefix],
        )
        return cursor.rowcount


def _sequence(row: CatalogueField) -> str:
    return f"x_numbers_{row.id.hex}"


def _told(row: CatalogueField) -> tuple[str, int]:
    settings: Any = settings_of(row.settings)
    return settings.prefix, settings.digits or DIGITS
