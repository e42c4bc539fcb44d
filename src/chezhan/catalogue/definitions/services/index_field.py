"""An index on a field, made while people work: CREATE INDEX CONCURRENTLY, which no transaction can hold."""

import time
from collections.abc import Sequence

from django.db import OperationalError, connections
from psycopg.errors import DeadlockDetected, LockNotAvailable, QueryCanceled

from chezhan.access import Actor
from chezhan.catalogue.definitions.columns import index_name, table_of
from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.reading import field_of
from chezhan.catalogue.definitions.refusals import DesignBusy, NotForThisType, RetiredField, ShippedField
from chezhan.catalogue.sealing import INDEX
from tenants.directory import StoreRef
from tenants.roles import OWNER

LOCK_TIMEOUT = "5s"
WAITS = (0.5, 2.0, 5.0)
# Long texts don't fit a B-tree's page; what is looked into by parts has an index of three-letter parts.
PARTS = frozenset({"text", "email", "url", "barcode", "phone", "plate", "vin", "id_card", "tax_no"})
SORTED = PARTS | {"number", "integer", "percent", "money", "rating", "date", "datetime", "time", "choice", "boolean",
                  "link", "user", "store", "auto_number"}  # fmt: skip
SETS = frozenset({"tags"})
TEXT_FITS = 500


def index_field(*, actor: Actor, store: StoreRef, entity: str, name: str, origin: str = "store") -> FieldDefinition:
    """Call with no transaction of the owner alias open. What broke off before is dropped and made anew.

    Raises what change_design raises, UnknownDefinition, ShippedField, RetiredField, NotForThisType, DesignBusy.
    """
    row, table = check_index(actor=actor, store=store, entity=entity, name=name, origin=origin)
    for kind, what in _kinds(row):
        build_concurrently(
            schema=store.schema, name=index_name(row=row, kind=kind), on=f'{store.schema}."{table}" {what}'
        )

    def note(design: Design) -> FieldDefinition:
        row = _row(design, entity, name)
        before = snapshot(row)
        row.indexed = True
        design.record("field_indexed", before=before, row=row)
        return field_of(row)

    return change_design(actor=actor, store=store, origin=origin, work=note)


def check_index(
    *, actor: Actor, store: StoreRef, entity: str, name: str, origin: str = "store"
) -> tuple[CatalogueField, str]:
    """The field and its table. Changes nothing; raises as index_field."""

    def look(design: Design) -> tuple[CatalogueField, str]:
        row = _row(design, entity, name)
        _kinds(row)
        return row, table_of(definition=design.read(), entity=entity)

    return change_design(actor=actor, store=store, origin=origin, work=look)


def _row(design: Design, entity: str, name: str) -> CatalogueField:
    row = design.field_row(entity=entity, name=name)
    if not row.type:
        raise ShippedField(params={"field": name})
    if row.retired_at is not None:
        raise RetiredField(params={"field": name})
    return row


def _kinds(row: CatalogueField) -> Sequence[tuple[str, str]]:
    """The indexes of a field: what its name says, and the columns. Lists go on by id where values are equal."""
    column = f'"{row.column_name}"'
    if row.sensitivity == "sealed":
        return [("set", f"(substring({column}, 1, {INDEX}))")]
    found = []
    if row.type in SORTED and (row.settings.get("max_length") or 0) <= TEXT_FITS:
        found.append(("order", f"({column}, id)"))
    if row.type in PARTS:
        found.append(("parts", f"USING gin ({column} public.gin_trgm_ops)"))
    if row.type in SETS:
        found.append(("set", f"USING gin ({column})"))
    if not found:
        raise NotForThisType(params={"type": row.type})
    return found


def build_concurrently(*, schema: str, name: str, on: str) -> None:
    """An index, unless it is there and whole. `on`: the table and what of it. Raises DesignBusy."""
    for wait in (*WAITS, None):
        try:
            with connections[OWNER].cursor() as cursor:
                cursor.execute(f"SET lock_timeout = '{LOCK_TIMEOUT}'")
                try:
                    if not _is_there(cursor, schema, name):
                        cursor.execute(f"CREATE INDEX CONCURRENTLY {name} ON {on}")
                finally:
                    cursor.execute("RESET lock_timeout")
            return
        except OperationalError as error:
            if not isinstance(error.__cause__, LockNotAvailable | DeadlockDetected | QueryCanceled):
                raise
            if wait is None:
                raise DesignBusy from error
            time.sleep(wait)


def _is_there(cursor, schema: str, name: str) -> bool:
    """Whether the index is whole; one that a broken attempt left is dropped."""
    cursor.execute("SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass(%s)", [f"{schema}.{name}"])
    found = cursor.fetchone()
    if found is not None and not found[0]:
        cursor.execute(f"DROP INDEX CONCURRENTLY {schema}.{name}")
    return bool(found and found[0])
