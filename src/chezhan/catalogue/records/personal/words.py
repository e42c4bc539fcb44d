"""What names a person: the sensitive texts of their records, as they are compared. In the owner's transaction."""

from collections.abc import Iterator
from typing import Any

from django.db import connections

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.personal.columns import columns_of
from chezhan.catalogue.records.personal.reach import Reach
from chezhan.catalogue.records.personal.rules import MARK, Column
from chezhan.catalogue.sealing import opened, purpose_of
from tenants.roles import OWNER

TEXTS = ("text", "character varying")


def words_of(reach: Reach) -> set[str]:
    """Without blanks and in upper case; phones as digits alone."""
    return {word for text, kind in _texts(reach) if text != MARK and (word := _word(text, kind))}


def _word(text: str, type_name: str) -> str:
    return (digits_of(text) or "") if type_name == "phone" else "".join(text.split()).upper()


def _texts(reach: Reach) -> Iterator[tuple[str, str]]:
    for name, ids in reach.every().items():
        kind = reach.catalogue.by_name[name]
        for column in columns_of(kind, using=OWNER):
            field = column.field
            if field and field.sensitivity and column.type in (*TEXTS, "bytea"):
                for value in _values(kind, column.name, list(ids)):
                    yield _plain(value, kind, column), field.type.name


def _values(kind: Entity, column: str, ids: list[Any]) -> Iterator[Any]:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            f'SELECT "{column}" FROM "{kind.model._meta.db_table}" WHERE id = ANY(%s) AND "{column}" IS NOT NULL', [ids]
        )
        yield from (value for (value,) in cursor.fetchall())
        cursor.execute(
            "SELECT row ->> %s FROM recycled_record WHERE entity = %s AND record_id = ANY(%s) AND row ? %s",
            [column, kind.name, ids, column],
        )
        yield from (value for (value,) in cursor.fetchall() if value is not None)


def _plain(value: Any, kind: Entity, column: Column) -> str:
    """A sealed value in the bin is the hex of its bytes."""
    if column.type != "bytea":
        return str(value)
    kept = bytes.fromhex(value.removeprefix("\\x")) if isinstance(value, str) else bytes(value)
    model_field = next(one for one in kind.model._meta.concrete_fields if one.column == column.name)
    return opened(purpose=purpose_of(model_field), kept=kept)
