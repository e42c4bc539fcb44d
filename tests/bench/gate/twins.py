"""The rivals of a field that was added: the same values built in, at the same place, and in a JSONB document."""

from collections.abc import Mapping, Sequence

import psycopg
from django.db.models import Count

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import Statement
from chezhan.catalogue.records.viewer import Viewer

COLUMNS = """
SELECT attname, format_type(atttypid, atttypmod), attnotnull FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum
"""


def group_by(*, viewer: Viewer, entity: str, field: str) -> Statement:
    """How many records there are of each value, as far as the viewer sees them."""
    view = View(viewer, viewer.entity(entity))
    groups = view.seen().annotate(g=view.sight(field).ordered()).order_by().values("g").annotate(n=Count("id"))
    return Statement(*groups.query.sql_with_params())


def swapped_twin(connection: psycopg.Connection, *, schema: str, table: str, swap: Mapping[str, str]) -> None:
    """twin.<table>: as the table, but each of `swap` stands where its partner stood. The same keys and values."""
    columns = connection.execute(COLUMNS, [f"{schema}.{table}"]).fetchall()
    types = {name: (kind, fixed) for name, kind, fixed in columns}
    partner = {**swap, **{two: one for one, two in swap.items()}}
    names = [partner.get(name, name) for name, *_ in columns]
    made = ", ".join(f'"{name}" {types[name][0]}{" NOT NULL" if types[name][1] else ""}' for name in names)
    connection.execute("CREATE SCHEMA IF NOT EXISTS twin")
    connection.execute(f"CREATE TABLE twin.{table} ({made}, PRIMARY KEY (id))")
    listed = ", ".join(f'"{name}"' for name in names)
    connection.execute(f"INSERT INTO twin.{table} ({listed}) SELECT {listed} FROM {schema}.{table}")
    _write_anew(connection, f"twin.{table}", f"{schema}.{table}")


def document_of(connection: psycopg.Connection, *, schema: str, table: str, fields: Sequence[str]) -> Statement:
    """The table with the added fields in one document, the last of them grouped by."""
    columns = [name for name, *_ in connection.execute(COLUMNS, [f"{schema}.{table}"]) if name not in fields]
    listed = ", ".join(f'"{name}"' for name in columns)
    members = ", ".join(f"'{name}', \"{name}\"" for name in fields)
    connection.execute(
        f"CREATE TABLE twin.{table}_document AS "
        f"SELECT {listed}, jsonb_build_object({members}) AS data FROM {schema}.{table}"
    )
    _write_anew(connection, f"twin.{table}_document", f"{schema}.{table}")
    key = f"data ->> '{fields[-1]}'"
    return Statement(f"SELECT {key} AS g, count(id) AS n FROM twin.{table}_document GROUP BY {key}", ())


def _write_anew(connection: psycopg.Connection, *tables: str) -> None:
    """Past the server's own cache, in which what was filled last would lie whole and its rival no more: of 1M rows a
    scan keeps none there, and the rival was read from the system's (1.14 times the time).
    """
    for table in tables:
        connection.execute(f"VACUUM (FULL, ANALYZE) {table}")
