"""What one looked at and starred, as far as one sees it now: what is out of sight, or gone, is not there."""

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.records.finding.showing import show
from chezhan.catalogue.records.memory.models import Favourite, SeenRecord
from chezhan.catalogue.records.memory.services import SEEN, STARRED
from chezhan.catalogue.records.viewer import viewer_of


@dataclass(frozen=True, slots=True)
class Remembered:
    """`title` is None where no part of the record's name may be seen."""

    entity: str
    id: UUID
    title: str | None
    record: dict[str, Any]
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class StarredView:
    id: UUID
    entity: str
    name: str
    name_en: str


@dataclass(frozen=True, slots=True)
class Memory:
    recent: list[Remembered]
    favourites: list[Remembered]
    views: list[StarredView]


def read_memory(*, actor: Actor, recent: int = SEEN) -> Memory:
    """The latest first. Four statements at most."""
    viewer = viewer_of(actor)
    kinds = {kind.name for kind in viewer.entities()}
    mine = Q(person_id=actor.person_id)
    seen = list(SeenRecord.objects.filter(mine, entity__in=kinds).order_by("-at", "-id")[:recent])
    starred = list(Favourite.objects.filter(mine).select_related("view").order_by("-at", "-id")[:STARRED])
    records = [one for one in starred if one.entity in kinds]
    chosen: dict[str, list[UUID]] = defaultdict(list)
    for name, record_id in [(one.entity, one.record_id) for one in seen] + [_of(one) for one in records]:
        if record_id not in chosen[name]:
            chosen[name].append(record_id)
    shown = show(viewer=viewer, chosen=chosen, term=None, person_id=actor.person_id)
    told = {(name, one[0]): one for name, found in shown.items() for one in found}
    return Memory(_told(seen, told), _told(records, told), _views(actor, starred, kinds))


def is_starred(*, actor: Actor, entity: str, record_id: UUID) -> bool:
    return Favourite.objects.filter(person_id=actor.person_id, entity=entity, record_id=record_id).exists()


def _of(one: Favourite) -> tuple[str, UUID]:
    """Of a record: it has an id."""
    assert one.record_id is not None
    return one.entity, one.record_id


def _told(rows: Sequence[Any], told: dict[tuple[str, UUID], Any]) -> list[Remembered]:
    return [
        Remembered(one.entity, one.record_id, found[1], found[3], one.at)
        for one in rows
        if (found := told.get((one.entity, one.record_id)))
    ]


def _views(actor: Actor, starred: Sequence[Favourite], kinds: set[str]) -> list[StarredView]:
    """One that is no longer shared is another's again."""
    views = [one.view for one in starred if one.view is not None]
    return [
        StarredView(view.id, view.entity, view.name, view.name_en)
        for view in views
        if view.entity in kinds and (view.shared or view.owner == actor.person_id)
    ]
