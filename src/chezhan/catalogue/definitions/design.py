"""One open change of a store's design, inside the transaction that `change_design` holds."""

from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from typing import Any
from uuid import UUID

from django.db import connections
from django.db.models import Max

from chezhan.access import Actor
from chezhan.catalogue.definitions.contracts import Definition
from chezhan.catalogue.definitions.models import CatalogueChange, CatalogueEntity, CatalogueField
from chezhan.catalogue.definitions.reading import entity_of, field_of, read_definition
from chezhan.catalogue.definitions.refusals import HeadquartersOwn, UnknownDefinition
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.registry import entities
from tenants.directory import StoreRef
from tenants.roles import OWNER

Row = CatalogueEntity | CatalogueField


@dataclass
class Design:
    """`origin` says who changes: the store, or HQ. `unindexed`: searches wait for an index on a large table."""

    actor: Actor
    store: StoreRef
    origin: str
    changes: list[CatalogueChange] = field(default_factory=list)
    unindexed: bool = False
    _statements: list[Callable[[], None]] = field(default_factory=list)

    using = OWNER

    @property
    def changed(self) -> bool:
        return bool(self.changes)

    def read(self) -> Definition:
        return read_definition(using=OWNER)

    def shipped(self, entity: str) -> Entity | None:
        """The entity as it ships; None for one that was added. Raises UnknownDefinition (404)."""
        found = next((one for one in entities() if one.name == entity), None)
        if found is None and not self.entity_rows(entity).filter(name__startswith="x_").exists():
            raise UnknownDefinition(params={"entity": entity[:40]})
        return found

    def all_entities(self):
        return CatalogueEntity.objects.using(OWNER)

    def entity_rows(self, name: str):
        return self.all_entities().filter(name=name)

    def all_fields(self):
        return CatalogueField.objects.using(OWNER)

    def fields_of(self, entity: str):
        return self.all_fields().filter(entity=entity)

    def field_row(self, *, entity: str, name: str) -> CatalogueField:
        """The row of a field, made for one that ships and was never changed. Raises UnknownDefinition (404)."""
        shipped = self.shipped(entity)
        row = self.fields_of(entity).filter(name=name).first()
        if row is None:
            if shipped is None or name not in {one.name for one in shipped.own_fields}:
                raise UnknownDefinition(params={"entity": entity[:40], "field": name[:40]})
            return CatalogueField(entity=entity, name=name, origin=self.origin)
        return self.mine(row)

    def mine(self, row: Any) -> Any:
        """`row`, unless it is HQ's and a store would change it. Raises HeadquartersOwn (403)."""
        if row.origin == "hq" and self.origin != "hq":
            raise HeadquartersOwn(params={"name": row.name})
        return row

    def last_position(self, entity: str) -> int:
        return self.fields_of(entity).aggregate(last=Max("position"))["last"] or 0

    def record(self, kind: str, *, before: dict[str, Any] | None, row: Row) -> UUID:
        """Save the row and write the ledger. `before`: the snapshot of the row as it was, None for a new one."""
        row.save(using=OWNER)
        return self.enter(kind, entity=_entity(row), field=_field(row), before=before, after=snapshot(row))

    def enter(self, kind: str, *, entity: str, field: str, before: Any, after: Any) -> UUID:
        """Write the ledger; answers the id of the change."""
        change = CatalogueChange(
            actor_id=self.actor.person_id,
            actor_name=self.actor.person_name[:120],
            origin=self.origin,
            kind=kind,
            entity=entity,
            field=field,
            before=before,
            after=after,
        )
        change.save(using=OWNER, force_insert=True)
        self.changes.append(change)
        return change.id

    def later(self, statement: Callable[[], None]) -> None:
        """Run at the end of the transaction."""
        self._statements.append(statement)

    def run_statements(self) -> None:
        statements, self._statements = self._statements, []
        for statement in statements:
            statement()

    def column_count(self, table: str) -> int:
        """Columns that the table ever had: dropped ones count towards PostgreSQL's limit."""
        return self._one("SELECT count(*) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0", table)

    def columns(self, table: str) -> set[str]:
        statement = "SELECT array_agg(attname) FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
        return set(self._one(statement, table))

    def _one(self, statement: str, table: str) -> Any:
        with connections[OWNER].cursor() as cursor:
            cursor.execute(statement, [f"{self.store.schema}.{table}"])
            return cursor.fetchone()[0]


def snapshot(row: Row) -> dict[str, Any]:
    """The row's members as JSON."""
    return asdict(entity_of(row) if isinstance(row, CatalogueEntity) else field_of(row))


def _entity(row: Row) -> str:
    return row.name if isinstance(row, CatalogueEntity) else row.entity


def _field(row: Row) -> str:
    return "" if isinstance(row, CatalogueEntity) else row.name
