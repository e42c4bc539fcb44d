"""Rows as JSON made by PostgreSQL: a wrapper around the SELECT that the ORM compiled.

Names in the wrapper come from the catalogue, where they are checked against a pattern; values stay parameters.
"""

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from functools import cached_property
from typing import Any, cast
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection, connections
from django.db.models import F, Func, QuerySet, TextField
from django.db.models.expressions import Col
from psycopg.sql import Literal

from chezhan.catalogue.records.ordering import Key
from chezhan.catalogue.records.sealed import SIGN, Blind, open_all, put_indexes
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.viewer import ME
from tenants.postgres.base import DatabaseWrapper

# What goes before every statement that is asked here; see beneath.
_beneath: ContextVar[tuple[str, tuple[Any, ...]] | None] = ContextVar("chezhan_beneath", default=None)
# Stands in compiled statements where the id of the record goes that is asked for.
ANY_ID = UUID(int=0)
STAND_INS = (ME, ANY_ID)
_PLACE = re.compile(r"%[s%]")


@dataclass(frozen=True)
class Statement:
    sql: str
    params: tuple[Any, ...]

    @cached_property
    def sealed(self) -> bool:
        """Whether there are sealed values in what it answers."""
        return SIGN in self.sql or any(SIGN in value for value in self.params if isinstance(value, str))


@contextmanager
def beneath(*, sql: str, params: Sequence[Any]) -> Iterator[None]:
    """Statements asked within see these tables ("name" AS (SELECT …), …) in the place of those of their names."""
    token = _beneath.set((sql, tuple(params)))
    try:
        yield
    finally:
        _beneath.reset(token)


def select_fields(rows: QuerySet, fields: Sequence[Sight], *, keys: Sequence[Key] = ()) -> QuerySet:
    """`rows` with columns c0 (the id), v (the version) and c1 … for the fields, in the order of the keys;
    without any, in their own.
    """
    columns = {f"c{index}": field.shown() for index, field in enumerate(fields, start=1)}
    return (ordered(rows, keys) if keys else rows).values(c0=F("id"), v=F("version"), **columns)


def ordered(rows: QuerySet, keys: Sequence[Key]) -> QuerySet:
    return rows.order_by(*(key.order() for key in keys))


def page_of(*, chosen: QuerySet, fields: Sequence[Sight], keys: Sequence[Key], limit: int) -> Statement:
    """Three columns: the first `limit` rows as a JSON array, the keys of the last of them, how many of up to one more
    there are.
    """
    # The page's ids first and its columns after, row by row: what is sorted and kept is narrow, and a wide row goes
    # from its table into JSON at once. It is taken from where it was just found, which spares its key's index.
    held = {f"k{index}": key.expression for index, key in enumerate(keys)}
    found = ordered(chosen, keys).values(c0=F("id"), t0=_Lying(F("id")), **held)[: limit + 1]
    sql, params = found.query.sql_with_params()
    whole = select_fields(chosen.model._default_manager.all(), fields).annotate(t0=_Lying(F("id")))
    rows, more = whole.query.sql_with_params()
    return Statement(
        f"WITH page AS MATERIALIZED (SELECT s.*, row_number() OVER () AS n FROM ({sql}) s) SELECT "
        f"(SELECT coalesce(json_agg((SELECT row_to_json(r) FROM (SELECT {named(fields)} FROM ({rows}) s "
        f"WHERE s.t0 = page.t0) r) ORDER BY n), '[]') FROM page WHERE n <= {int(limit)}), "
        f"(SELECT ARRAY[{', '.join(f'{name}::text' for name in held)}] FROM page WHERE n = {int(limit)}), "
        f"(SELECT count(*) FROM page)",
        (*params, *more),
    )


class _Lying(Func):
    """Where the row of this column lies, for as long as the statement runs."""

    output_field = TextField()

    def as_sql(self, compiler: Any, connection: Any, *_: Any, **__: Any) -> Any:
        (column,) = self.source_expressions
        return f"{compiler.quote_name_unless_alias(cast(Col, column).alias)}.ctid", []


def ids_of(*, rows: QuerySet) -> Statement:
    """The ids of the rows, in no order."""
    return Statement(*rows.order_by().values("id").query.sql_with_params())


def one_of(*, rows: QuerySet, fields: Sequence[Sight]) -> Statement:
    """One column: the single row as a JSON object, or NULL."""
    sql, params = rows.query.sql_with_params()
    return Statement(f"(SELECT row_to_json(r) FROM (SELECT {named(fields)} FROM ({sql}) s) r)", params)


def list_of(*, rows: QuerySet, fields: Sequence[Sight]) -> Statement:
    """One column: the rows as a JSON array."""
    sql, params = rows.query.sql_with_params()
    return Statement(f"(SELECT coalesce(json_agg(r), '[]') FROM (SELECT {named(fields)} FROM ({sql}) s) r)", params)


def count_of(*, rows: QuerySet, limit: int) -> Statement:
    """One column: how many rows there are, up to `limit`."""
    sql, params = rows.order_by().values("id")[:limit].query.sql_with_params()
    return Statement(f"(SELECT count(*) FROM ({sql}) s)", params)


def together(parts: Sequence[Statement]) -> Statement:
    """Several one-column statements as one, a column each."""
    return Statement(
        f"SELECT {', '.join(part.sql for part in parts)}", tuple(value for part in parts for value in part.params)
    )


def kept(statement: Statement) -> Statement:
    """The same with all its values in the text but those that differ from one request to the next: what the server
    shall plan once. Call in a store's transaction; it is asked by `run(…, planned=True)`.
    """
    params = iter(statement.params)
    left: list[Any] = []

    def written(found: re.Match[str]) -> str:
        if found[0] != "%s":
            return found[0]
        value = next(params)
        if isinstance(value, Blind) or (isinstance(value, UUID) and value in STAND_INS):
            left.append(value)
            return "%s"
        return Literal(value).as_string(connection.connection).replace("%", "%%")

    return Statement(_PLACE.sub(written, statement.sql), tuple(left))


def run(statement: Statement, *, person_id: UUID, record_id: UUID = ANY_ID, planned: bool = False) -> tuple[Any, ...]:
    """The one row that the statement answers to this person, of the record where it asks for one. JSON comes as bytes.

    `planned`: of a statement that was `kept`; the server remembers how it is done.
    """
    sql, params = _laid(statement.sql, statement.params)
    with _connection().planning_cursor() if planned else connection.cursor() as cursor:
        cursor.execute(sql, _filled_in(params, person_id, record_id))
        row: tuple[Any, ...] = cursor.fetchone()
    if not statement.sealed:
        return row
    return tuple(open_all(value) if isinstance(value, bytes) else value for value in row)


def run_alone(statement: Statement, *, person_id: UUID) -> tuple[Any, ...]:
    """As `run`, of what is done before more processes would have begun to help; they help nothing in what follows in
    the transaction either.
    """
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL max_parallel_workers_per_gather = 0")
    return run(statement, person_id=person_id)


def execute_as(statement: Statement, *, person_id: UUID) -> int:
    """How many rows it wrote; what it reads, it reads as this person."""
    with connection.cursor() as cursor:
        cursor.execute(statement.sql, _filled_in(statement.params, person_id))
        return cursor.rowcount


def select_as(rows: QuerySet, *, person_id: UUID) -> list[tuple[Any, ...]]:
    """The rows of `values_list` as this person sees them."""
    try:
        sql, params = rows.query.sql_with_params()
    except EmptyResultSet:
        return []
    laid, given = _laid(sql, params)
    with connection.cursor() as cursor:
        cursor.execute(laid, _filled_in(given, person_id))
        return cursor.fetchall()


def _laid(sql: str, params: Sequence[Any]) -> tuple[str, Sequence[Any]]:
    laid = _beneath.get()
    if laid is None:
        return sql, params
    rest = f", {sql.removeprefix('WITH ')}" if sql.startswith("WITH ") else f" {sql}"
    return f"WITH {laid[0]}{rest}", (*laid[1], *params)


def _connection() -> DatabaseWrapper:
    return cast(DatabaseWrapper, connections["default"])


def _filled_in(params: Sequence[Any], person_id: UUID, record_id: UUID = ANY_ID) -> tuple[Any, ...]:
    known = {ME: person_id, ANY_ID: record_id}
    return put_indexes([known[value] if isinstance(value, UUID) and value in known else value for value in params])


def named(fields: Sequence[Sight]) -> str:
    """The columns of `select_fields` by the names that the fields have."""
    named = (f'c{index} AS "{sight.field.name}"' for index, sight in enumerate(fields, start=1))
    return ", ".join(('c0 AS "id"', 'v AS "version"', *named))
