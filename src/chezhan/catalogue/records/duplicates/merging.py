"""Make two records one: chosen values to the one that stays, what belongs to the other moved, the other to the bin.

In the caller's transaction, with both rows locked in the order of their ids: of two who merge one pair, one is told.
"""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

import orjson
from django.db import DatabaseError, connection, transaction
from django.db.models import F, Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.drafts import load_rows, write_drafts
from chezhan.catalogue.bulk.statements import as_json_value
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.duplicates.doubling import drop_doubled
from chezhan.catalogue.records.duplicates.models import NotDuplicate, RecordMerge
from chezhan.catalogue.records.duplicates.refusals import AlreadyMerged, SameRecord
from chezhan.catalogue.records.files.claiming import hand_over
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.cleaning import column_of
from chezhan.catalogue.records.writes.constraints import raise_refusal
from chezhan.catalogue.records.writes.refusals import ChangedMeanwhile
from chezhan.catalogue.records.writes.removing import remove
from chezhan.catalogue.records.writes.rights import check_names, require_readable, require_writable
from chezhan.catalogue.types import LINK
from chezhan.kernel import clock, outbox
from chezhan.kernel.ids import new_id

Versions = tuple[int, int]


def merge(
    *, actor: Actor, entity: str, winner_id: UUID, loser_id: UUID, take: Sequence[str], versions: Versions
) -> RecordMerge:
    """`take`: the fields whose values come from the loser, sealed ones as they are. `versions`: the winner's and the
    loser's, as they were looked at.

    Raises Forbidden, UnknownRecord, SameRecord, AlreadyMerged, ChangedMeanwhile, UnknownField, NotWritable, and what a
    broken constraint means.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    if winner_id == loser_id:
        raise SameRecord
    view = View(viewer, kind)
    rows = load_rows(model=kind.model, which=Q(id__in=[winner_id, loser_id]))
    _check_there(actor, view, winner_id, loser_id)
    for record_id, version in ((winner_id, versions[0]), (loser_id, versions[1])):
        if rows[record_id].current["version"] != version:
            raise ChangedMeanwhile(params={"version": rows[record_id].current["version"]})
    names = check_names(view=view, names=take)
    for refused in require_writable(actor=actor, view=view, ids=[winner_id], names=names).values():
        raise refused
    # In the winner it could be read: a value moves no further than whoever moves it sees.
    for refused in require_readable(actor=actor, view=view, ids=[loser_id], names=names).values():
        raise refused
    winner, loser = rows[winner_id], rows[loser_id]
    for name in names:
        attribute = column_of(view, kind.fields[name]).attname
        winner.wanted[attribute] = loser.current[attribute]
    operation_id = new_id()
    try:
        with transaction.atomic():
            doubled = drop_doubled(
                actor=actor, view=view, loser_id=loser_id, winner_id=winner_id, operation_id=operation_id
            )
            moved = {"links": _move_links(actor, view, loser_id, winner_id)} | _move_talk(kind, loser_id, winner_id)
            moved["doubled"] = doubled
            moved["files"] = hand_over(entity=kind.name, fields=names, before=loser_id, after=winner_id)
            remove(actor=actor, entity=kind.name, ids=[loser_id], operation_id=operation_id)
            touches = write_drafts(
                entity=kind.name, model=kind.model, drafts=[winner], actor=actor, store=actor.in_store, now=clock.now()
            )
            connection.check_constraints()
    except DatabaseError as error:
        raise_refusal(error, view=view)
    touch = touches.get(winner_id)
    return RecordMerge.objects.create(
        operation_id=operation_id,
        entity=kind.name,
        winner_id=winner_id,
        loser_id=loser_id,
        by=actor.person_id,
        at=clock.now(),
        version=touch.version if touch else versions[0],
        before=dict(touch.before) if touch else {},
        moved=orjson.loads(orjson.dumps(moved, default=as_json_value)),
    )


def tell_apart(*, actor: Actor, entity: str, ids: Sequence[UUID]) -> None:
    """These are different records, every one from every other. Raises Forbidden, UnknownRecord, SameRecord."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    wanted = sorted(set(ids))
    if len(wanted) < 2:
        raise SameRecord
    _require_all(actor, View(viewer, kind), wanted)
    NotDuplicate.objects.bulk_create(
        (
            NotDuplicate(entity=kind.name, first=first, second=second, by=actor.person_id, at=clock.now())
            for at, first in enumerate(wanted)
            for second in wanted[at + 1 :]
        ),
        ignore_conflicts=True,
    )


def _check_there(actor: Actor, view: View, winner_id: UUID, loser_id: UUID) -> None:
    pair = [winner_id, loser_id]
    done = (
        RecordMerge.objects.filter(entity=view.entity.name, loser_id__in=pair, undone_at=None).order_by("-id").first()
    )
    if done and done.winner_id in pair:
        # Whoever may see the one that remains may know; else it is as if neither had been there.
        _require_all(actor, view, [done.winner_id])
        raise AlreadyMerged(params={"winner": str(done.winner_id)})
    _require_all(actor, view, pair)


def _require_all(actor: Actor, view: View, ids: Sequence[UUID]) -> None:
    rows = view.seen().filter(id__in=list(ids)).values_list("id")
    if {one for (one,) in select_as(rows, person_id=actor.person_id)} != set(ids):
        raise UnknownRecord(params={"entity": view.entity.name})


def links_to(view: View) -> list[tuple[Entity, str]]:
    """(kind, attribute) of every column that leads to records of the view's kind."""
    return [
        (kind, column_of(view.of(kind.name), field).attname)
        for kind in view.viewer.catalogue.entities
        for field in kind.fields.values()
        if field.type is LINK and field.target == view.entity.name and "__" not in field.column
    ]


def _move_links(actor: Actor, view: View, loser_id: UUID, winner_id: UUID) -> list[list[Any]]:
    """Answers [kind, attribute, record, its version afterwards] for each. What belongs to a record goes with it,
    whether or not the actor sees it: else it would be left with nobody."""
    moved: list[list[Any]] = []
    stamp = {"updated_at": clock.now(), "updated_by": actor.person_id}
    for kind, attribute in links_to(view):
        rows = kind.model._default_manager.filter(**{attribute: loser_id})
        found = list(rows.order_by("id").select_for_update().values_list("id", "version"))
        if not found:
            continue
        ids = [record_id for record_id, _ in found]
        changes: dict[str, Any] = {attribute: winner_id, "version": F("version") + 1, **stamp}
        kind.model._default_manager.filter(id__in=ids).update(**changes)
        _announce(actor, kind, ids, attribute)
        moved += [[kind.name, attribute, record_id, version + 1] for record_id, version in found]
    return moved


def _announce(actor: Actor, kind: Entity, ids: Sequence[UUID], attribute: str) -> None:
    outbox.announce(
        entity=kind.name, kind="updated", record_ids=ids, changed=[attribute], store_id=actor.in_store.id,
        actor_id=actor.person_id,
    )  # fmt: skip


def _move_talk(kind: Entity, loser_id: UUID, winner_id: UUID) -> dict[str, list[Any]]:
    comments = RecordComment.objects.filter(entity=kind.name, record_id=loser_id)
    said = list(comments.values_list("id", flat=True))
    comments.update(record_id=winner_id)
    has = set(Tagging.objects.filter(entity=kind.name, record_id=winner_id).values_list("tag_id", flat=True))
    mine = Tagging.objects.filter(entity=kind.name, record_id=loser_id)
    put = [one.id for one in mine if one.tag_id not in has]
    Tagging.objects.filter(id__in=put).update(record_id=winner_id)
    return {"comments": said, "tags": put}
