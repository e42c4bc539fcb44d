"""One record with what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

import orjson

from chezhan.access import Actor, allowed, require
from chezhan.catalogue.entity import Entity, Field, Related
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import Statement, list_of, one_of, run, select_fields, together
from chezhan.catalogue.registry import entity_named

RELATED_LIMIT = 20
ANY_ID = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Detail:
    """`record`: a JSON object; `related`: each list with its rows as a JSON array, as PostgreSQL made them."""

    record: str
    related: Sequence[tuple[Related, str]]

    def as_json(self) -> bytes:
        lists = b",".join(
            orjson.dumps({"entity": related.entity, "via": related.via, "label": related.label.as_json()})[:-1]
            + b',"rows":' + rows.encode() + b"}"
            for related, rows in self.related
        )  # fmt: skip
        return b'{"record":' + self.record.encode() + b',"related":[' + lists + b"]}"


def read_record(*, actor: Actor, entity: str, record_id: UUID) -> Detail:
    """One statement for the record and the first RELATED_LIMIT of each related list. Raises UnknownRecord (404)."""
    kind = entity_named(entity)
    require(actor=actor, permission=kind.read_permission)
    shown = tuple(
        related
        for related in kind.related
        if allowed(actor=actor, permission=entity_named(related.entity).read_permission)
    )
    plan = _plan_detail(entity, shown)
    values = tuple(record_id if value == ANY_ID else value for value in plan.params)
    found, *lists = run(Statement(plan.sql, values))
    if found is None:
        raise UnknownRecord(params={"entity": kind.name})
    return Detail(record=found, related=tuple(zip(shown, lists, strict=True)))


@lru_cache(maxsize=256)
def _plan_detail(entity: str, shown: tuple[Related, ...]) -> Statement:
    """Compiled once for all records; ANY_ID stands where the id goes."""
    kind = entity_named(entity)
    fields = list(kind.fields.values())
    record = select_fields(kind.model._default_manager.filter(id=ANY_ID), fields)
    return together([one_of(rows=record, fields=fields), *map(_related, shown)])


def _related(related: Related) -> Statement:
    kind = entity_named(related.entity)
    fields = _brief(kind, related)
    rows = kind.model._default_manager.filter(**{kind.fields[related.via].column: ANY_ID})
    rows = select_fields(rows, fields, keys=keys_of(entity=kind, sort=kind.sort))[:RELATED_LIMIT]
    return list_of(rows=rows, fields=fields)


def _brief(kind: Entity, related: Related) -> list[Field]:
    """The list's columns without the one that leads back."""
    return [field for field in kind.fields.values() if field.in_list and field.name != related.via]
