"""Who made which records one, when, and what that changed: as far as one viewer may know it."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.bin.reading import seen_in_bin
from chezhan.catalogue.records.duplicates.models import RecordMerge
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidCursor
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.titles import Titles, titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.types import LINK

# So many are looked through for one page; those of which the viewer sees neither record are passed over.
LOOKED_THROUGH = 200


@dataclass(frozen=True, slots=True)
class Merge:
    """`fields`: whose values the winner took. `moved`: kind → how many records that the viewer sees now lead to the
    winner. `mine`: whether the viewer may take it back.
    """

    operation_id: UUID
    winner: UUID
    winner_title: str | None
    loser: UUID
    loser_title: str | None
    by: UUID
    at: dt.datetime
    undone_at: dt.datetime | None
    mine: bool
    fields: list[str]
    moved: dict[str, int]


@dataclass(frozen=True, slots=True)
class MergePage:
    merges: list[Merge]
    next_cursor: str | None


def list_merged(*, actor: Actor, entity: str, cursor: str = "", limit: int = 20) -> MergePage:
    """The latest first, of which the actor sees the record that stays. A page may hold fewer than `limit` and go on.

    Raises UnknownEntity, InvalidCursor, Forbidden unless the actor may delete records of the kind.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    view = View(viewer, kind)
    if cursor and not (cursor.isdigit() and len(cursor) <= 18):
        raise InvalidCursor
    before = {"id__lt": int(cursor)} if cursor else {}
    rows = list(RecordMerge.objects.filter(entity=kind.name, **before).order_by("-id")[: LOOKED_THROUGH + 1])
    looked = rows[:LOOKED_THROUGH]
    titles = titles_of(
        view=view,
        rows=view.seen().filter(id__in={one for row in looked for one in (row.winner_id, row.loser_id)}),
        person_id=actor.person_id,
    )
    shown = [row for row in looked if row.winner_id in titles]
    rest = shown[limit:] or rows[LOOKED_THROUGH:]
    page = shown[:limit]
    last = page[-1] if shown[limit:] else (looked[-1] if looked else None)
    gone = {row.loser_id for row in page} - titles.keys()
    deleted = seen_in_bin(viewer=viewer, kind=kind, record_ids=gone, person_id=actor.person_id) if gone else {}
    links = _seen_links(actor, view, page)
    merges = [_merge(actor, view, row, titles | deleted, links) for row in page]
    return MergePage(merges, str(last.id) if rest and last else None)


def _merge(actor: Actor, view: View, row: RecordMerge, titles: Titles, links: dict[str, set[UUID]]) -> Merge:
    taken = [
        sight.field.name
        for sight in view.sights()
        if "__" not in sight.field.column
        and not sight.field.formula
        and not sight.read.never
        and column_of(view, sight.field).attname in row.before
    ]
    moved: dict[str, int] = defaultdict(int)
    for name, _, record_id, _ in row.moved.get("links", ()):
        moved[name] += UUID(record_id) in links.get(name, set())
    return Merge(
        operation_id=row.operation_id,
        winner=row.winner_id,
        winner_title=titles.get(row.winner_id),
        loser=row.loser_id,
        loser_title=titles.get(row.loser_id),
        by=row.by,
        at=row.at,
        undone_at=row.undone_at,
        mine=row.by == actor.person_id,
        fields=taken,
        moved={name: many for name, many in moved.items() if many},
    )


def _seen_links(actor: Actor, view: View, page: Sequence[RecordMerge]) -> dict[str, set[UUID]]:
    """By kind, the records that were moved, as far as the actor sees them and reads that link of theirs."""
    ids: dict[tuple[str, str], set[UUID]] = defaultdict(set)
    for row in page:
        for name, attribute, record_id, _ in row.moved.get("links", ()):
            ids[name, attribute].add(UUID(record_id))
    known = {kind.name for kind in view.viewer.entities()}
    seen: dict[str, set[UUID]] = defaultdict(set)
    for (name, attribute), some in ids.items():
        for sight in view.of(name).sights() if name in known else ():
            if sight.field.type is LINK and f"{sight.field.column}_id" == attribute and sight.read.q is not None:
                rows = view.of(name).seen().filter(sight.read.q, id__in=list(some)).values_list("id")
                seen[name] |= {one for (one,) in select_as(rows, person_id=actor.person_id)}
    return seen
