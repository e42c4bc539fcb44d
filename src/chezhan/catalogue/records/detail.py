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
    count_of,
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
# Nobody reads further, and counting on would cost more than the page.
RELATED_COUNTED = 1_000


@dataclass(frozen=True, slots=True)
class Belonging:
    """`rows`: the first of them as a JSON array; `count`: how many there are, up to RELATED_COUNTED + 1."""

    related: Related
    rows: bytes
    count: int

    def as_json(self) -> bytes:
        related, exact = self.related, self.count <= RELATED_COUNTED
        count = {"value": min(self.count, RELATED_COUNTED), "exact": exact}
        head = {"entity": related.entity, "via": related.via, "label": related.label.as_json(), "count": count}
        return orjson.dumps(head)[:-1] + b',"rows":' + self.rows + b"}"


@dataclass(frozen=True, slots=True)
class Detail:
    """`record`: a JSON object, as PostgreSQL made it."""

    record: bytes
    related: Sequence[Belonging]

    def as_json(self) -> bytes:
        lists = b",".join(one.as_json() for one in self.related)
        return b'{"record":' + self.record + b',"related":[' + lists + b"]}"


@dataclass(frozen=True, slots=True)
class DetailPlan:
    """`statement`: the record, of each of `related` its rows, then of each how many there are, and whose personal data
    that shows, as `reads` say.
    """

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
    lists = len(plan.related)
    note(plan.reads, *rest[2 * lists :])
    told = zip(plan.related, rest[:lists], rest[lists : 2 * lists], strict=True)
    return Detail(record=found, related=tuple(Belonging(*one) for one in told))


@lru_cache(maxsize=512)
def _plan_detail(viewer: Viewer, entity: str, today: dt.date) -> DetailPlan:
    """Compiled once for all records; ANY_ID stands where the id goes. `today`: policies may count days."""
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    fields, rows = view.sights(), view.seen().filter(id=ANY_ID)
    record = one_of(rows=select_fields(rows, fields), fields=fields)
    lists = {related: part for related in kind.related if (part := _related(viewer, related))}
    reads = joined([reads_of(view=view, rows=rows, fields=fields), *(part.reads for part in lists.values())])
    parts = [record, *(part.rows for part in lists.values()), *(part.count for part in lists.values())]
    return DetailPlan(tuple(lists), kept(beside(together(parts), reads)), reads.reads)


@dataclass(frozen=True, slots=True)
class _Part:
    rows: Statement
    count: Statement
    reads: Reads


def _related(viewer: Viewer, related: Related) -> _Part | None:
    """None when the viewer may not see the other kind, or not that it leads here."""
    view = View(viewer, viewer.target(related.entity))
    link = next((sight for sight in view.sights() if sight.field.name == related.via), None)
    if link is None:
        return None
    names = {one.field.name for one in view.titles()}
    fields = [
        sight
        for sight in view.sights()
        if sight.field.name in names or (sight.field.in_list and sight.field.name != related.via)
    ]
    rows = view.seen().filter(link.read.only(Q(Exact(link.compared(), Value(ANY_ID)))))
    keys = keys_of(view=view, sort="")
    chosen = ordered(rows, keys)[:RELATED_LIMIT]
    shown = list_of(rows=select_fields(rows, fields, keys=keys)[:RELATED_LIMIT], fields=fields)
    counted = count_of(rows=rows, limit=RELATED_COUNTED + 1)
    return _Part(rows=shown, count=counted, reads=reads_of(view=view, rows=chosen, fields=fields))
