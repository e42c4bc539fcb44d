"""One record with what belongs to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

import orjson

from chezhan.access import Actor, allowed, require
from chezhan.catalogue.entity import Entity, Field, Related
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import Statement, list_of, one_of, run, select_fields, together
from chezhan.catalogue.registry import entity_named

RELATED_LIMIT = 20


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
    fields = list(kind.fields.values())
    record = select_fields(kind.model._default_manager.filter(id=record_id), fields)
    shown = [
        related
        for related in kind.related
        if allowed(actor=actor, permission=entity_named(related.entity).read_permission)
    ]
    parts = [one_of(rows=record, fields=fields), *(_related(one, record_id) for one in shown)]
    found, *lists = run(together(parts))
    if found is None:
        raise UnknownRecord(params={"entity": kind.name})
    return Detail(record=found, related=tuple(zip(shown, lists, strict=True)))


def _related(related: Related, record_id: UUID) -> Statement:
    kind = entity_named(related.entity)
    fields = _brief(kind, related)
    rows = kind.model._default_manager.filter(**{kind.fields[related.via].column: record_id})
    rows = select_fields(rows, fields, keys=keys_of(entity=kind, sort=kind.sort))[:RELATED_LIMIT]
    return list_of(rows=rows, fields=fields)


def _brief(kind: Entity, related: Related) -> list[Field]:
    """The list's columns without the one that leads back."""
    return [field for field in kind.fields.values() if field.in_list and field.name != related.via]
