"""One INSERT, UPDATE or DELETE for many rows. Names come from models, values go as one JSON parameter."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

import orjson
from django.db import connection, models

from chezhan.catalogue.record import Record

Row = Mapping[str, Any]


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


def insert_rows(*, model: type[Record], rows: Sequence[Row]) -> None:
    """Insert `rows`, dicts by attribute; an attribute that a row lacks takes the model's default."""
    if not rows:
        return
    columns = columns_of(model)
    fixed = {field.attname: field.get_default() for field in model._meta.concrete_fields if not callable(field.default)}
    made = {field.attname: field.get_default for field in model._meta.concrete_fields if callable(field.default)}
    whole = []
    for row in rows:
        full = fixed | {name: make() for name, make in made.items() if name not in row} | {**row}
        whole.append({columns[name]: value for name, value in full.items()})
    names = ", ".join(map(_quoted, columns.values()))
    table = _quoted(model._meta.db_table)
    _execute(
        f"INSERT INTO {table} ({names}) SELECT {names} FROM json_populate_recordset(NULL::{table}, %s::json)",
        whole,
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


def _execute(sql: str, rows: Sequence[Row]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(sql, [orjson.dumps(rows, default=as_json_value).decode()])
