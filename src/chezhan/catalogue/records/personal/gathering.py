"""All that the store holds of one person, as far as the asker may see it."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import orjson
from django.db import DEFAULT_DB_ALIAS

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.bin.reading import seen_in_bin
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.personal.asking import require_person
from chezhan.catalogue.records.personal.columns import columns_of
from chezhan.catalogue.records.personal.models import PersonalRequest
from chezhan.catalogue.records.personal.places import told_beside
from chezhan.catalogue.records.personal.reach import find_reach, whole_catalogue
from chezhan.catalogue.records.personal.rules import fate_of
from chezhan.catalogue.records.personal.seeing import knows_all, seen_reach
from chezhan.catalogue.records.statements import list_of, run, select_fields, together
from chezhan.catalogue.records.talk.models import RecordComment
from chezhan.catalogue.records.titles import title_in
from chezhan.catalogue.records.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Held:
    """The records of one kind. `rows`: as a list shows them; `erased` and `kept`: what an erasure would do to the
    fields that are shown.
    """

    kind: Entity
    rows: Sequence[dict[str, Any]]
    erased: Sequence[str]
    kept: Sequence[str]

    def titles(self) -> dict[UUID, str | None]:
        return {UUID(row["id"]): title_in(row, [name for name in self.kind.title if name in row]) for row in self.rows}


@dataclass(frozen=True, slots=True)
class Binned:
    entity: str
    record_id: UUID
    title: str | None


@dataclass(frozen=True, slots=True)
class Gathered:
    """`may_erase`: whether the asker may have it erased too. `requests`: what was asked for before, latest first.
    `beside`: what other ledgers hold of these records, by their names."""

    view: View
    record_id: UUID
    held: Sequence[Held]
    comments: Sequence[RecordComment]
    deleted: Sequence[Binned]
    requests: Sequence[PersonalRequest]
    may_erase: bool
    beside: Mapping[str, Sequence[dict[str, Any]]]

    @property
    def title(self) -> str | None:
        return self.held[0].titles().get(self.record_id)

    @property
    def records(self) -> int:
        return sum(len(held.rows) for held in self.held)


def gather(*, actor: Actor, entity: str, record_id: UUID) -> Gathered:
    """The person's own record first, then the kinds in their order. Raises what require_person raises, and
    TooMuchToGather."""
    view = require_person(actor=actor, entity=entity, record_id=record_id)
    viewer = view.viewer
    reach = seen_reach(view=view, record_id=record_id, person_id=actor.person_id)
    kinds = [view.entity, *(kind for kind in viewer.entities() if kind.name in reach and kind is not view.entity)]
    held = [_held(viewer, kind, reach[kind.name], actor) for kind in kinds]
    seen = {UUID(row["id"]) for one in held for row in one.rows}
    lens = viewer.lens(view.entity)
    return Gathered(
        view=view,
        record_id=record_id,
        held=held,
        comments=list(RecordComment.objects.filter(record_id__in=seen).order_by("at", "id")),
        deleted=_deleted(view, record_id, actor),
        requests=list(PersonalRequest.objects.filter(record_id=record_id).order_by("-at", "-id")),
        may_erase=Action.DELETE in lens.actions and viewer.sees_all(view.entity),
        beside=told_beside(actor=actor, record_ids=sorted(seen)),
    )


def told_counts(*, view: View, counts: dict[str, int]) -> dict[str, int]:
    """None for who does not know already what hangs on a person."""
    return counts if knows_all(viewer=view.viewer) else {}


def _held(viewer: Viewer, kind: Entity, ids: Collection[UUID], actor: Actor) -> Held:
    view = View(viewer, kind)
    sights = view.sights()
    rows = view.seen().filter(id__in=list(ids)).order_by("created_at", "id")
    (found,) = run(together([list_of(rows=select_fields(rows, sights), fields=sights)]), person_id=actor.person_id)
    shown = {sight.field.name for sight in sights}
    fates = {
        column.field.name: fate_of(column, kind=kind)
        for column in columns_of(kind, using=DEFAULT_DB_ALIAS)
        if column.field and column.field.name in shown
    }
    return Held(
        kind=kind,
        rows=orjson.loads(found),
        erased=[name for name, fate in fates.items() if fate != "keep"],
        kept=[name for name, fate in fates.items() if fate == "keep"],
    )


def _deleted(view: View, record_id: UUID, actor: Actor) -> list[Binned]:
    """What leads here from the recycle bin, for who knows every link."""
    viewer, found = view.viewer, []
    kinds = {kind.name: kind for kind in viewer.entities() if Action.DELETE in viewer.lens(kind).actions}
    if not kinds or not knows_all(viewer=viewer):
        return []
    whole = whole_catalogue(using=DEFAULT_DB_ALIAS)
    reach = find_reach(using=DEFAULT_DB_ALIAS, catalogue=whole, entity=view.entity.name, record_id=record_id)
    for name, ids in reach.deleted.items():
        if name in kinds:
            titles = seen_in_bin(viewer=viewer, kind=kinds[name], record_ids=ids, person_id=actor.person_id)
            found += [Binned(name, one, title) for one, title in titles.items()]
    return found
