"""What is in the recycle bin, as far as one viewer may see it.

Deleted rows are laid under the lens as a table of the kind's own name, so that rows, masks and titles are what they
were: one statement per kind of record on a page.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

import orjson
from django.db import connection
from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidCursor
from chezhan.catalogue.records.statements import Statement, list_of, run, select_fields
from chezhan.catalogue.records.titles import Titles, title_in
from chezhan.catalogue.records.viewer import Viewer, viewer_of
from chezhan.catalogue.retention.periods import period_of

# The store says for how many days a deleted record can be brought back.
KEPT = "recycle_bin"
# How many are looked through for one page at most; those that the viewer may not see are passed over.
LOOKED_THROUGH = 1_000

DELETED = """
WITH {table} AS (
  SELECT (jsonb_populate_record(NULL::{table}, r.row)).*
  FROM recycled_record r WHERE r.entity = %s AND r.record_id = ANY(%s)
) SELECT {found}
"""


@dataclass(frozen=True, slots=True)
class Recycled:
    """`kept_until`: when it goes for good by itself. `can_erase`: whether the viewer may erase it before."""

    id: UUID
    entity: str
    record_id: UUID
    title: str | None
    deleted_at: dt.datetime
    deleted_by: UUID
    kept_until: dt.datetime
    operation_id: UUID
    can_erase: bool


@dataclass(frozen=True, slots=True)
class BinPage:
    """`kept_days`: how long deleted records are kept."""

    rows: Sequence[Recycled]
    next_cursor: str | None
    kept_days: int


def list_bin(*, actor: Actor, entity: str, q: str, cursor: str, limit: int) -> BinPage:
    """The latest first, of `entity` or (empty) of every kind that the actor may delete. `q`: part of what a record is
    called, as the actor knows it. A page may hold fewer than `limit` and go on.

    Raises Forbidden, UnknownEntity, InvalidCursor.
    """
    viewer = viewer_of(actor)
    kinds = _kinds(viewer, entity)
    waiting = (
        RecycledRecord.objects.filter(_after(cursor), entity__in=kinds).order_by("-deleted_at", "-id").defer("row")
    )
    rows: list[Recycled] = []
    kept = kept_days()
    wanted = q.strip().casefold()
    looked = list(waiting[:LOOKED_THROUGH])
    last: RecycledRecord | None = None
    for start in range(0, len(looked), limit):
        part = looked[start : start + limit]
        titles = _titles(viewer, kinds, part, actor.person_id)
        for one in part:
            if len(rows) == limit:
                return BinPage(rows, _cursor(last), kept)
            last = one
            if one.record_id in titles and wanted in (titles[one.record_id] or "").casefold():
                rows.append(_shown(one, titles[one.record_id], viewer, kinds[one.entity], kept))
    return BinPage(rows, _cursor(last) if len(looked) == LOOKED_THROUGH else None, kept)


def kept_days() -> int:
    """In the store's transaction."""
    # The bin keeps nothing for ever.
    return period_of(KEPT).span or 0


def seen_in_bin(*, viewer: Viewer, kind: Entity, record_ids: Collection[UUID], person_id: UUID) -> Titles:
    """Those of the deleted records that the viewer would see if they were there, by what they are called."""
    view = View(viewer, kind)
    fields = view.titles()
    statement = list_of(rows=select_fields(view.seen(), fields), fields=fields)
    sql = DELETED.format(table=connection.ops.quote_name(kind.model._meta.db_table), found=statement.sql)
    (found,) = run(Statement(sql, (kind.name, list(record_ids), *statement.params)), person_id=person_id)
    return {UUID(row["id"]): title_in(row, [sight.field.name for sight in fields]) for row in orjson.loads(found)}


def _kinds(viewer: Viewer, entity: str) -> dict[str, Entity]:
    if entity:
        kind = viewer.entity(entity)
        viewer.allow(kind, Action.DELETE)
        return {kind.name: kind}
    return {kind.name: kind for kind in viewer.entities() if Action.DELETE in viewer.lens(kind).actions}


def _titles(viewer: Viewer, kinds: dict[str, Entity], part: Sequence[RecycledRecord], person_id: UUID) -> Titles:
    by_kind: dict[str, list[UUID]] = defaultdict(list)
    for one in part:
        by_kind[one.entity].append(one.record_id)
    titles: Titles = {}
    for name, ids in by_kind.items():
        titles |= seen_in_bin(viewer=viewer, kind=kinds[name], record_ids=ids, person_id=person_id)
    return titles


def _shown(one: RecycledRecord, title: str | None, viewer: Viewer, kind: Entity, kept: int) -> Recycled:
    return Recycled(
        id=one.id,
        entity=one.entity,
        record_id=one.record_id,
        title=title,
        deleted_at=one.deleted_at,
        deleted_by=one.deleted_by,
        kept_until=one.deleted_at + dt.timedelta(days=kept),
        operation_id=one.operation_id,
        can_erase=viewer.sees_all(kind),
    )


def _cursor(last: RecycledRecord | None) -> str | None:
    return f"{last.deleted_at.isoformat()}~{last.id}" if last else None


def _after(cursor: str) -> Q:
    if not cursor:
        return Q()
    try:
        moment, _, number = cursor.rpartition("~")
        at, last = dt.datetime.fromisoformat(moment), UUID(number)
        if at.tzinfo is None:
            raise ValueError("no zone")
    except ValueError:
        raise InvalidCursor from None
    return Q(deleted_at__lt=at) | Q(deleted_at=at, id__lt=last)
