"""One record with what belongs to it."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from uuid import UUID

import orjson
from django.db.models import Q, Value
from django.db.models.lookups import Exact

from chezhan.access import Actor
from chezhan.catalogue.entity import Related
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import Read, Reads, beside, joined, note, reads_of
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import (
    ANY_ID,
    Statement,
    kept,
    list_of,
    one_of,
    ordered,
    run,
    select_fields,
    together,
)
from chezhan.catalogue.records.viewer import Viewer, viewer_of
from chezhan.kernel import clock

RELATED_LIMIT = 20


@dataclass(frozen=True, slots=True)
class Detail:
    """`record`: a JSON object; `related`: each list with its rows as a JSON array, as PostgreSQL made them."""

    record: bytes
    related: Sequence[tuple[Related, bytes]]

    def as_json(self) -> bytes:
        lists = b",".join(
            orjson.dumps({"entity": related.entity, "via": related.via, "label": related.label.as_json()})[:-1]
            + b',"rows":' + rows + b"}"
            for related, rows in self.related
        )  # fmt: skip
        return b'{"record":' + self.record + b',"related":[' + lists + b"]}"


@dataclass(frozen=True, slots=True)
class DetailPlan:
    """`statement`: the record, a column for each of `related`, and whose personal data that shows, as `reads` say."""

    related: Sequence[Related]
    statement: Statement
    reads: Sequence[Read]


def read_record(*, actor: Actor, entity: str, record_id: UUID) -> Detail:
    """One statement for the record and the first RELATED_LIMIT of each related list.

    Raises UnknownRecord (404) alike for what is not there and what the actor may not see.
    """
    viewer = viewer_of(actor)
    plan = _plan_detail(viewer, entity, clock.today())
    found, *rest = run(plan.statement, person_id=actor.person_id, record_id=record_id, planned=True)
    if found is None:
        raise UnknownRecord(params={"entity": entity})
    note(plan.reads, *rest[len(plan.related) :])
    return Detail(record=found, related=tuple(zip(plan.related, rest, strict=False)))


@lru_cache(maxsize=512)
def _plan_detail(viewer: Viewer, entity: str, today: dt.date) -> DetailPlan:
    """Compiled once for all records; ANY_ID stands where the id goes. `today`: policies may count days."""
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    fields, rows = view.sights(), view.seen().filter(id=ANY_ID)
    record = one_of(rows=select_fields(rows, fields), fields=fields)
    lists = {related: part for related in kind.related if (part := _related(viewer, related))}
    reads = joined([reads_of(view=view, rows=rows, fields=fields), *(reads for _, reads in lists.values())])
    parts = [record, *(statement for statement, _ in lists.values())]
    return DetailPlan(tuple(lists), kept(beside(together(parts), reads)), reads.reads)


def _related(viewer: Viewer, related: Related) -> tuple[Statement, Reads] | None:
    """None when the viewer may not see the other kind, or not that it leads here."""
    view = View(viewer, viewer.target(related.entity))
    link = next((sight for sight in view.sights() if sight.field.name == related.via), None)
    if link is None:
        return None
    fields = [sight for sight in view.sights() if sight.field.in_list and sight.field.name != related.via]
    rows = view.seen().filter(link.read.only(Q(Exact(link.compared(), Value(ANY_ID)))))
    keys = keys_of(view=view, sort="")
    chosen = ordered(rows, keys)[:RELATED_LIMIT]
    shown = list_of(rows=select_fields(rows, fields, keys=keys)[:RELATED_LIMIT], fields=fields)
    return shown, reads_of(view=view, rows=chosen, fields=fields)
