"""The columns of a kind of record as they are in the store, those of fields that are no more among them."""

from django.db import connections

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.personal.reach import column_in
from chezhan.catalogue.records.personal.rules import Column

ASK = """
SELECT column_name, data_type, is_nullable = 'YES' FROM information_schema.columns
WHERE table_schema = current_schema() AND table_name = %s AND is_generated = 'NEVER' ORDER BY ordinal_position
"""


def columns_of(kind: Entity, *, using: str) -> list[Column]:
    fields = {column_in(kind.model, field.column): field for field in kind.own_fields if _has_column(field)}
    with connections[using].cursor() as cursor:
        cursor.execute(ASK, [kind.model._meta.db_table])
        return [Column(name, type_, nullable, fields.get(name)) for name, type_, nullable in cursor.fetchall()]


def _has_column(field: Field) -> bool:
    return "__" not in field.column and not field.formula and field.type.name not in ("formula", "rollup")
