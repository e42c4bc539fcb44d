"""Give a field another type: a new column beside the old one, filled in batches, and then the switch."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from django.db import connections
from django.db.models import Count

from chezhan.access import Actor
from chezhan.catalogue.definitions.columns import add_column, drop_index, table_of
from chezhan.catalogue.definitions.contracts import Definition, FieldDefinition
from chezhan.catalogue.definitions.conversion import PLAIN, Converter, Preview, as_literal, as_typed, is_empty
from chezhan.catalogue.definitions.design import Design, snapshot
from chezhan.catalogue.definitions.designing import change_design, reading_design, require_design, retried, working_in
from chezhan.catalogue.definitions.drafts import OPTION_LIMIT, OPTIONED, VALUE_LIMIT, checked_options, checked_settings
from chezhan.catalogue.definitions.fields import as_field
from chezhan.catalogue.definitions.formulas.checking import check_formulas
from chezhan.catalogue.definitions.models import CatalogueField
from chezhan.catalogue.definitions.reading import field_of, read_definition
from chezhan.catalogue.definitions.refusals import (
    NoConversion,
    RetiredField,
    ShippedField,
    UnknownDefinition,
    WouldNotConvert,
)
from chezhan.catalogue.definitions.services.retire import check_rights
from chezhan.catalogue.definitions.stale import guard, unguard
from chezhan.catalogue.graph import models_for
from chezhan.kernel import clock
from chezhan.kernel.errors import Conflict
from tenants.directory import StoreRef
from tenants.roles import OWNER

BATCH = 2000
# Writers that began before the first batch may commit while it runs.
MARGIN = dt.timedelta(minutes=2)


@dataclass(frozen=True)
class Conversion:
    """`options`: of a choice; when none are given, the values there are. `accept_loss`: values that can't be
    converted become empty; the old column keeps them.
    """

    type: str
    settings: Mapping[str, Any] = field(default_factory=dict)
    options: Sequence[Mapping[str, Any]] = ()
    accept_loss: bool = False


def preview_conversion(
    *, actor: Actor, store: StoreRef, entity: str, name: str, conversion: Conversion, origin: str = "store"
) -> Preview:
    """What would become of the values there are. Nothing is changed.

    Raises Forbidden, NotFound, UnknownDefinition (404), NoConversion (422), ShippedField, RetiredField (409).
    """
    require_design(actor=actor, store=store, origin=origin)
    with reading_design(store=store):
        definition = read_definition(using=OWNER)
        row = _field(definition, entity, name)
        counts = list(_counts(definition, row))
    return Converter(source=as_field(row), target=as_field(_target(row, conversion, counts))).preview(counts)


def convert_field(
    *, actor: Actor, store: StoreRef, entity: str, name: str, conversion: Conversion, origin: str = "store"
) -> FieldDefinition:
    """Batches of BATCH records, each in a transaction; the last one takes up what changed meanwhile, and switches.

    When it breaks off before that, an empty column stays, which nothing shows. Raises as preview_conversion;
    WouldNotConvert (409) with the number of records, DesignBusy, HeadquartersOwn, NeededByRights and FieldInUse for one
    on which rights or formulas depend that could not do with the new type.
    """
    began = clock.now()

    def prepare(design: Design) -> tuple[Definition, FieldDefinition, FieldDefinition]:
        definition = design.read()
        row = _field(definition, entity, name)
        design.mine(row)
        counts = list(_counts(definition, row))
        target = _target(row, conversion, counts)
        found = Converter(source=as_field(row), target=as_field(target)).preview(counts)
        if found.refused and not conversion.accept_loss:
            raise WouldNotConvert(params={"field": name, "count": found.refused})
        check_rights(design, entity=entity, name=name)
        check_formulas(before=definition, after=replace(definition, fields=_swapped(definition.fields, target)))
        table = table_of(definition=definition, entity=entity)
        target = replace(target, column_name=_free_column(name, design.columns(table)))
        widened = replace(definition, fields=_swapped(definition.fields, target))
        design.later(lambda: add_column(definition=widened, entity=entity, field=name))
        return definition, row, target

    definition, row, target = change_design(actor=actor, store=store, origin=origin, work=prepare)
    copy = _Copy(store, table_of(definition=definition, entity=entity), row, target)
    copy.run_all()

    def switch(design: Design) -> FieldDefinition:
        kept = design.field_row(entity=entity, name=name)
        if field_of(kept) != row:
            raise Conflict
        before = snapshot(kept)
        with connections[OWNER].cursor() as cursor:
            cursor.execute(f'LOCK TABLE "{copy.table}" IN SHARE ROW EXCLUSIVE MODE')
        copy.run(since=began - MARGIN)
        for member in ("type", "column_name", "settings", "options"):
            setattr(kept, member, getattr(target, member))
        kept.unique = kept.indexed = False
        kept.default = None
        design.record("field_converted", before=before, row=kept)
        design.later(lambda: guard(schema=store.schema, table=copy.table, column=row.column_name))
        for kind in ("once", "order", "parts", "set"):
            design.later(partial(drop_index, row=kept, kind=kind))
        return field_of(kept)

    return change_design(actor=actor, store=store, origin=origin, work=switch)


def count_lost(design: Design, *, kept: FieldDefinition, back: FieldDefinition) -> int:
    """How many records hold something else in the field now than what its conversion made of the old column."""
    table = table_of(definition=design.read(), entity=kept.entity)
    copy = _Copy(design.store, table, back, kept)
    return sum(copy.converter.kept(old) != new for _, old, new in copy.rows())


def switch_back(design: Design, row: CatalogueField, *, before: Mapping[str, Any]) -> None:
    """The old column is the field's again. The row is not saved."""
    table = table_of(definition=design.read(), entity=row.entity)
    schema, old, new = design.store.schema, before["column_name"], row.column_name
    design.later(lambda: unguard(schema=schema, table=table, column=old))
    design.later(lambda: guard(schema=schema, table=table, column=new))


class _Copy:
    """Fills the new column from the old one. Names are the catalogue's own; values stay parameters."""

    def __init__(self, store: StoreRef, table: str, source: FieldDefinition, target: FieldDefinition) -> None:
        self.store, self.table, self.old, self.new = store, table, source.column_name, target.column_name
        self.converter = Converter(source=as_field(source), target=as_field(target))
        self.kind = self.converter.target.type.column(self.converter.target).db_type(connections[OWNER])

    def rows(self) -> Iterator[tuple[Any, Any, Any]]:
        with connections[OWNER].cursor() as cursor:
            cursor.execute(f'SELECT id, "{self.old}", "{self.new}" FROM "{self.table}"')
            while found := cursor.fetchmany(BATCH):
                yield from found

    def run_all(self) -> None:
        """A transaction each batch."""
        last: Any = None
        while True:
            last = retried(store=self.store, attempt=partial(self._run_apart, last))
            if last is None:
                return

    def _run_apart(self, after: Any) -> Any:
        with working_in(store=self.store):
            return self.run(after=after)

    def run(self, *, after: Any = None, since: dt.datetime | None = None) -> Any:
        """One batch behind the id `after`, or all that was written `since`; answers the last id, None at the end."""
        where, params = ('WHERE "updated_at" >= %s', [since]) if since else ("", [])
        if after is not None:
            where, params = "WHERE id > %s", [after]
        limit = "" if since else f"LIMIT {BATCH}"
        with connections[OWNER].cursor() as cursor:
            cursor.execute(
                f'SELECT id, "{self.old}" FROM "{self.table}" {where} ORDER BY id {limit} FOR UPDATE', params
            )
            found = cursor.fetchall()
            values = [(row_id, as_literal(self.converter.kept(value))) for row_id, value in found]
            if values:
                cursor.execute(
                    f'UPDATE "{self.table}" t SET "{self.new}" = v.value::{self.kind} '
                    "FROM unnest(%s::uuid[], %s::text[]) AS v (id, value) "
                    f'WHERE t.id = v.id AND t."{self.new}" IS DISTINCT FROM v.value::{self.kind}',
                    [[row_id for row_id, _ in values], [value for _, value in values]],
                )
        return found[-1][0] if len(found) == BATCH and not since else None


def _field(definition: Definition, entity: str, name: str) -> FieldDefinition:
    row = next((one for one in definition.fields if (one.entity, one.name) == (entity, name)), None)
    if row is None:
        raise UnknownDefinition(params={"entity": entity[:40], "field": name[:40]})
    if not row.type:
        raise ShippedField(params={"field": name})
    if row.retired:
        raise RetiredField(params={"field": name})
    return row


def _counts(definition: Definition, row: FieldDefinition) -> Iterator[tuple[Any, int]]:
    if row.type not in PLAIN or row.sensitivity == "sealed":
        raise NoConversion(params={"from": row.type, "to": ""})
    rows = models_for(definition)[row.entity]._base_manager.using(OWNER).order_by()
    return iter(rows.values_list(row.name).annotate(times=Count("id")))


def _target(row: FieldDefinition, conversion: Conversion, counts: Sequence[tuple[Any, int]]) -> FieldDefinition:
    """The field as it would be. Raises NoConversion, BadOptions, BadSettings (422)."""
    if conversion.type not in PLAIN or conversion.type == row.type:
        raise NoConversion(params={"from": row.type, "to": conversion.type[:40]})
    options: list[Any] = list(conversion.options)
    if conversion.type in OPTIONED and not options:
        # Tags without options take any short text.
        options = list(row.options) or (_options_of(row, counts) if conversion.type == "choice" else [])
    kept = checked_options(options, type=conversion.type) if conversion.type in OPTIONED else []
    return replace(row, type=conversion.type, settings=checked_settings(conversion.settings), options=tuple(kept))


def _options_of(row: FieldDefinition, counts: Sequence[tuple[Any, int]]) -> list[dict[str, Any]]:
    """The values there are, the most frequent first."""
    texts = [as_typed(value, {}) for value, _ in sorted(counts, key=lambda pair: -pair[1]) if not is_empty(value)]
    fitting = [text for text in dict.fromkeys(text.strip() for text in texts) if text and len(text) <= VALUE_LIMIT]
    if len(fitting) > OPTION_LIMIT:
        raise NoConversion(params={"from": row.type, "to": "choice"})
    return [{"value": text, "label": {"zh": text, "en": text}} for text in fitting]


def _free_column(name: str, taken: set[str]) -> str:
    return next(column for number in range(2, 2000) if (column := f"{name}_{number}") not in taken)


def _swapped(fields: Sequence[FieldDefinition], one: FieldDefinition) -> tuple[FieldDefinition, ...]:
    return tuple(one if (other.entity, other.name) == (one.entity, one.name) else other for other in fields)
