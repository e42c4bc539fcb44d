"""Tables and columns of what was added, made by Django's schema editor on the owner alias.

The transaction is open in the store's schema, where the default rights give new tables to the store's role.
"""

from typing import cast

from django.db import connections
from django.db.models import Field

from chezhan.catalogue.definitions.contracts import Definition
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.graph import models_for
from tenants.roles import OWNER


def add_column(*, definition: Definition, entity: str, field: str) -> None:
    """`definition` has the field already. One ADD COLUMN of a nullable column: no rewrite of the table."""
    model = models_for(definition)[entity]
    column = cast(Field, model._meta.get_field(field))
    with connections[OWNER].schema_editor(atomic=False) as editor:
        editor.add_field(model, column)


def add_table(*, definition: Definition, entity: str) -> None:
    """The table with what every record has, its own columns, and the index of its usual order."""
    with connections[OWNER].schema_editor(atomic=False) as editor:
        editor.create_model(models_for(definition)[entity])


def index_name(*, row: CatalogueField, kind: str) -> str:
    """Unique in the schema; within PostgreSQL's 63 characters, as ids are."""
    return f"x_{kind}_{row.id.hex}"


def add_unique_index(*, row: CatalogueField, table: str) -> None:
    """Blocks writers of the table for as long as it reads the column. Empty values may repeat."""
    name, column = index_name(row=row, kind="once"), f'"{row.column_name}"'
    with connections[OWNER].cursor() as cursor:
        cursor.execute(
            f'CREATE UNIQUE INDEX IF NOT EXISTS {name} ON "{table}" ({column}) '
            f"WHERE {column} IS NOT NULL AND {column}::text <> ''"
        )


def drop_index(*, row: CatalogueField, kind: str) -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(f"DROP INDEX IF EXISTS {index_name(row=row, kind=kind)}")


def table_of(*, definition: Definition, entity: str) -> str:
    return models_for(definition)[entity]._meta.db_table
