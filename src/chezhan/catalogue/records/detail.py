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
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import (
    ANY_ID,
    Statement,
    kept,
    list_of,
    one_of,
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


def read_record(*, actor: Actor, entity: str, record_id: UUID) -> Detail:
    """One statement for the record and the first RELATED_LIMIT of each related list.

    Raises UnknownRecord (404) alike for what is not there and what the actor may not see.
    """
    viewer = viewer_of(actor)
    shown, plan = _plan_detail(viewer, entity, clock.today())
    found, *lists = run(plan, person_id=actor.person_id, record_id=record_id, planned=True)
    if found is None:
        raise UnknownRecord(params={"entity": entity})
    return Detail(record=found, related=tuple(zip(shown, lists, strict=True)))


@lru_cache(maxsize=512)
def _plan_detail(viewer: Viewer, entity: str, today: dt.date) -> tuple[tuple[Related, ...], Statement]:
    """Compiled once for all records; ANY_ID stands where the id goes. `today`: policies may count days."""
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    fields = view.sights()
    record = select_fields(view.seen().filter(id=ANY_ID), fields)
    lists = {related: rows for related in kind.related if (rows := _related(viewer, related))}
    return tuple(lists), kept(together([one_of(rows=record, fields=fields), *lists.values()]))


def _related(viewer: Viewer, related: Related) -> Statement | None:
    """None when the viewer may not see the other kind, or not that it leads here."""
    view = View(viewer, viewer.target(related.entity))
    link = next((sight for sight in view.sights() if sight.field.name == related.via), None)
    if link is None:
        return None
    fields = [sight for sight in view.sights() if sight.field.in_list and sight.field.name != related.via]
    rows = view.seen().filter(link.read.only(Q(Exact(link.compared(), Value(ANY_ID)))))
    rows = select_fields(rows, fields, keys=keys_of(view=view, sort=""))[:RELATED_LIMIT]
    return list_of(rows=rows, fields=fields)
