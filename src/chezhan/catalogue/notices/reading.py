"""What one was told, with the names of the records as far as one sees them; and that it was read."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.notices.models import Notice
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.registry import UnknownEntity
from chezhan.kernel import clock

SHOWN = 50


@dataclass(frozen=True, slots=True)
class Told:
    """`seen`: whether the record is there for the reader; without it no title is told."""

    id: UUID
    kind: str
    entity: str
    record_id: UUID
    seen: bool
    title: str | None
    by: UUID | None
    at: dt.datetime
    read: bool


def list_notices(*, actor: Actor, before: dt.datetime | None = None, limit: int = SHOWN) -> list[Told]:
    """The latest first; `before`: the `at` of the last one that is known, for the next page."""
    found = Notice.objects.filter(person_id=actor.person_id)
    rows = list((found.filter(at__lt=before) if before else found).order_by("-at", "-id")[:limit])
    titles = _titles(actor, rows)
    return [
        Told(
            id=one.id,
            kind=one.kind,
            entity=one.entity,
            record_id=one.record_id,
            seen=one.record_id in titles,
            title=titles.get(one.record_id),
            by=one.by,
            at=one.at,
            read=one.read_at is not None,
        )
        for one in rows
    ]


def read_notices(*, actor: Actor, ids: Sequence[UUID] | None) -> int:
    """Of one's own; all when `ids` is None. Answers how many were unread."""
    unread = Notice.objects.filter(person_id=actor.person_id, read_at=None)
    return (unread if ids is None else unread.filter(id__in=list(ids))).update(read_at=clock.now())


def _titles(actor: Actor, rows: Sequence[Notice]) -> dict[UUID, str | None]:
    viewer = viewer_of(actor)
    by_entity: dict[str, set[UUID]] = defaultdict(set)
    for one in rows:
        by_entity[one.entity].add(one.record_id)
    found: dict[UUID, str | None] = {}
    for name, ids in by_entity.items():
        try:
            kind = viewer.entity(name)
        except UnknownEntity:
            continue
        if viewer.lens(kind).open:
            view = View(viewer, kind)
            found |= titles_of(view=view, rows=view.seen().filter(id__in=ids), person_id=actor.person_id)
    return found
