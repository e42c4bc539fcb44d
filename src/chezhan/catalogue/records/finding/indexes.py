"""The indexes that searches are served by: of what ships and of what a store added, made by their names when missing.

They are no part of any model: a search without one is slow, and as right. On a table with few rows an index is made in
the transaction at hand; on others by `build_missing`, while people work.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha1
from typing import cast

from django.db import connections
from django.db.models import Field as ModelField
from django.db.models import Index

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.finding.sought import NUMBERED, has_pinyin, is_link, is_textual, sought
from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.registry import entities
from chezhan.catalogue.sealing import INDEX, TAIL
from chezhan.catalogue.types import LINK
from tenants.directory import StoreRef
from tenants.roles import OWNER

# As PostgreSQL estimates them. So many rows are read and written in less than a second.
FEW = 10_000
THERE = """
SELECT c.relname, c.relkind = 'i' AND i.indisvalid, greatest(c.reltuples, 0), ARRAY(
  SELECT a.attname::text FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped)
FROM pg_class c LEFT JOIN pg_index i ON i.indexrelid = c.oid
WHERE c.relnamespace = %s::regnamespace AND (c.relname = ANY (%s) OR c.relname = ANY (%s))
"""


@dataclass(frozen=True, slots=True)
class SearchIndex:
    table: str
    column: str
    on: str

    @property
    def name(self) -> str:
        """The same in every store; another one where something else is indexed."""
        return f"search_{self.table[:24]}_{sha1(f'{self.table} {self.on}'.encode()).hexdigest()[:12]}"

    def place(self, *, schema: str) -> str:
        return f'{schema}."{self.table}" {self.on}'


def indexes_for(kinds: Iterable[Entity]) -> list[SearchIndex]:
    """All that searches in these kinds of record look into, each once."""
    by_name = {kind.name: kind for kind in kinds}
    found: dict[SearchIndex, None] = {}
    for kind in by_name.values():
        for field in sought(kind):
            for owner, one in _ends(by_name, kind, field):
                found.update(dict.fromkeys(_of_column(owner, one)))
    return list(found)


def _ends(kinds: dict[str, Entity], kind: Entity, field: Field) -> Iterator[tuple[Entity, Field]]:
    """The columns that a searched field comes to: its own, those that name what it leads to, those at its end."""
    if is_link(field):
        yield kind, field
        if there := kinds.get(field.target):
            yield from ((there, there.fields[name]) for name in there.title)
        return
    while "__" in field.column:
        step, _, rest = field.column.partition("__")
        link = next(one for one in kind.fields.values() if one.type is LINK and one.column == step)
        kind = kinds[link.target]
        field = next(one for one in kind.fields.values() if one.column == rest)
    yield kind, field


def _of_column(kind: Entity, field: Field) -> Iterator[SearchIndex]:
    if field.formula:
        return
    options = kind.model._meta
    column = str(cast(ModelField, options.get_field(field.matched or field.column)).column)
    quoted = f'"{column}"'

    def one(on: str) -> SearchIndex:
        return SearchIndex(options.db_table, column, on)

    if is_link(field):
        # Those that ship have theirs by being foreign keys.
        if field.origin != "product":
            yield one(f"({quoted})")
    elif field.sensitivity == "sealed":
        if not any(index_in(column) in index.expressions for index in _declared(kind)):
            yield one(f"(substring({quoted}, 1, {INDEX}))")
        if field.type.name in NUMBERED:
            yield one(f"(substring({quoted}, {INDEX + 1}, {TAIL}))")
    elif is_textual(field):
        yield one(f"USING gin (public.search_parts({quoted}))")
        if has_pinyin(kind, field):
            yield one(f"USING gin (public.search_pinyin({quoted}))")


def _declared(kind: Entity) -> list[Index]:
    """Those that the shipped model has; a store's own class of it, with fields added, names none."""
    shipped = next((one for one in entities() if one.name == kind.name), kind)
    return list(shipped.model._meta.indexes)


def install(*, store: StoreRef) -> None:
    """Of what ships, on tables with few rows. Runs in the owner's open transaction; see STORE_SCHEMA_STEPS."""
    make_missing(schema=store.schema, kinds=entities())


def make_missing(*, schema: str, kinds: Iterable[Entity]) -> bool:
    """In the owner's open transaction, on tables with few rows. Whether any other is left to be made."""
    waiting = missing(schema=schema, kinds=kinds)
    with connections[OWNER].cursor() as cursor:
        for index, rows in waiting:
            if rows <= FEW:
                # What a broken attempt left is there, and of no use.
                cursor.execute(f"DROP INDEX IF EXISTS {schema}.{index.name}")
                cursor.execute(f"CREATE INDEX {index.name} ON {index.place(schema=schema)}")
    return any(rows > FEW for _, rows in waiting)


def missing(*, schema: str, kinds: Iterable[Entity]) -> list[tuple[SearchIndex, int]]:
    """With how many rows their tables have; columns that are not there yet have none to miss."""
    wanted = indexes_for(kinds)
    with connections[OWNER].cursor() as cursor:
        cursor.execute(THERE, [schema, [one.name for one in wanted], [one.table for one in wanted]])
        found = {name: (whole, rows, columns) for name, whole, rows, columns in cursor.fetchall()}
    return [
        (one, int(found[one.table][1]))
        for one in wanted
        if one.table in found and one.column in found[one.table][2] and not found.get(one.name, (False,))[0]
    ]
