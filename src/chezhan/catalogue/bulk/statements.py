"""One INSERT, UPDATE or DELETE for many rows. Names come from models, values go as one JSON parameter."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from types import MappingProxyType
from typing import Any
from uuid import UUID

import orjson
from django.db import connection, models

from chezhan.catalogue.record import Record

Row = Mapping[str, Any]
NOTHING: Row = MappingProxyType({})


def as_json_value(value: Any) -> Any:
    """Decimals go as text, so that no float ever touches money, and bytes as PostgreSQL writes them; orjson writes ids,
    dates and times itself."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, bytes | memoryview):
        return f"\\x{bytes(value).hex()}"
    raise TypeError(f"no JSON form: {type(value).__name__}")


def columns_of(model: type[models.Model]) -> dict[str, str]:
    """Attribute → column of every column that the model declares."""
    return {field.attname: str(field.column) for field in model._meta.concrete_fields}


def insert_rows(*, model: type[Record], rows: Sequence[Row], usual: Row = NOTHING) -> None:
    """Insert `rows`, dicts by attribute; an attribute that a row lacks is as `usual` says, or the model's default."""
    if not rows:
        return
    columns, table = columns_of(model), _quoted(model._meta.db_table)
    given = dict.fromkeys(name for row in rows for name in row)
    fields = {field.attname: field for field in model._meta.concrete_fields}
    made = {name: field.get_default for name, field in fields.items() if callable(field.default) and name not in usual}
    fixed = {name: field.get_default() for name, field in fields.items() if name not in made} | {**usual}
    # What no row says is sent once.
    shared = {columns[name]: value for name, value in fixed.items() if name not in given}
    rest = {columns[name]: value for name, value in fixed.items() if name in given}
    makers = [(name, columns[name], make) for name, make in made.items()]
    whole = []
    renamed = any(name != column for name, column in columns.items())
    for row in rows:
        full = {**rest, **({columns[name]: value for name, value in row.items()} if renamed else row)}
        for name, column, make in makers:
            if name not in row:
                full[column] = make()
        whole.append(full)
    names = [*columns.values()]
    said = ", ".join(f"{'usual' if name in shared else 'given'}.{_quoted(name)}" for name in names)
    _execute(
        f"INSERT INTO {table} ({', '.join(map(_quoted, names))}) SELECT {said} "
        f"FROM json_populate_recordset(NULL::{table}, %s::json) AS given, "
        f"json_populate_record(NULL::{table}, %s::json) AS usual",
        whole,
        shared,
    )


def update_rows(*, model: type[Record], rows: Sequence[Row]) -> None:
    """Write `rows`, all with the same attributes and an `id`, over the rows that have these ids."""
    if not rows:
        return
    columns = columns_of(model)
    given = [columns[name] for name in rows[0] if name != "id"]
    table = _quoted(model._meta.db_table)
    changes = ", ".join(f"{_quoted(name)} = new.{_quoted(name)}" for name in given)
    _execute(
        f"UPDATE {table} AS old SET {changes} "
        f"FROM json_populate_recordset(NULL::{table}, %s::json) AS new WHERE old.id = new.id",
        [{columns[name]: value for name, value in row.items()} for row in rows],
    )


def delete_rows(*, model: type[Record], ids: Sequence[UUID]) -> None:
    """Delete the rows with these ids. The database refuses when something still refers to one."""
    if ids:
        with connection.cursor() as cursor:
            cursor.execute(f"DELETE FROM {_quoted(model._meta.db_table)} WHERE id = ANY(%s)", [list(ids)])


def _quoted(name: str) -> str:
    return connection.ops.quote_name(name)


def _execute(sql: str, *values: Row | Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [orjson.dumps(value, default=as_json_value).decode() for value in values])
