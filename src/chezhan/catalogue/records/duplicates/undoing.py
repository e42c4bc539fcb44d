"""Take a merge back: both records as they were, and what was moved; what somebody changed since stays, and is told."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import F, Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.drafts import load_rows
from chezhan.catalogue.bulk.statements import update_rows
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.duplicates.doubling import bring_doubled_back
from chezhan.catalogue.records.duplicates.models import RecordMerge
from chezhan.catalogue.records.duplicates.refusals import MergeUndone, UnknownMerge
from chezhan.catalogue.records.files.claiming import hand_back
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.talk.models import RecordComment, Tagging
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.constraints import raise_refusal
from chezhan.catalogue.records.writes.removing import bring_back
from chezhan.kernel import clock, outbox


@dataclass(frozen=True, slots=True)
class Left:
    """A record that stays as it is, since it was changed. `title` as the actor may know it."""

    entity: str
    record_id: UUID
    title: str | None


def undo_merge(*, actor: Actor, operation_id: UUID) -> list[Left]:
    """What was changed since and stays. Raises UnknownMerge for what is not one's own, MergeUndone, Forbidden, and what
    a broken constraint means.
    """
    found = RecordMerge.objects.select_for_update().filter(operation_id=operation_id, by=actor.person_id).first()
    if found is None:
        raise UnknownMerge
    viewer = viewer_of(actor)
    view = View(viewer, viewer.entity(found.entity))
    viewer.allow(view.entity, Action.DELETE)
    if found.undone_at:
        raise MergeUndone
    rows = load_rows(model=view.entity.model, which=Q(id=found.winner_id))
    winner = rows.get(found.winner_id)
    left: dict[str, list[UUID]] = defaultdict(list)
    try:
        with transaction.atomic():
            if winner and found.before and winner.current["version"] == found.version:
                _restore(actor, view, found)
            elif found.before:
                left[found.entity].append(found.winner_id)
            if RecycledRecord.objects.filter(entity=found.entity, record_id=found.loser_id).exists():
                bring_back(actor=actor, entity=found.entity, record_ids=[found.loser_id])
            for name, kept in _move_back(actor, view, found).items():
                left[name] += kept
            bring_doubled_back(actor=actor, view=view, doubled=found.moved.get("doubled", ()))
            connection.check_constraints()
    except DatabaseError as error:
        raise_refusal(error, view=view)
    RecordMerge.objects.filter(id=found.id).update(undone_at=clock.now())
    return _named(actor, view, left)


def _restore(actor: Actor, view: View, found: RecordMerge) -> None:
    stamp = {"updated_at": clock.now(), "updated_by": actor.person_id}
    row = {"id": found.winner_id, **found.before, **stamp, "version": found.version + 1}
    update_rows(model=view.entity.model, rows=[row])
    _announce(actor, found.entity, [found.winner_id], sorted(found.before))


def _move_back(actor: Actor, view: View, found: RecordMerge) -> dict[str, list[UUID]]:
    """Links that still lead to the winner, in rows that nobody touched since; the others by kind."""
    kept: dict[str, list[UUID]] = defaultdict(list)
    grouped: dict[tuple[str, str], list[tuple[UUID, int]]] = defaultdict(list)
    for name, attribute, record_id, version in found.moved["links"]:
        grouped[name, attribute].append((UUID(record_id), version))
    known = {kind.name: kind for kind in view.viewer.catalogue.entities}
    for (name, attribute), touched in grouped.items():
        rows = known[name].model._default_manager if name in known else None
        if rows is None:
            continue
        now = dict(
            rows.filter(id__in=[one for one, _ in touched], **{attribute: found.winner_id})
            .select_for_update()
            .values_list("id", "version")
        )
        same = [one for one, version in touched if now.get(one) == version]
        changes: dict[str, Any] = {attribute: found.loser_id, "version": F("version") + 1}
        rows.filter(id__in=same).update(**changes, updated_at=clock.now(), updated_by=actor.person_id)
        if same:
            _announce(actor, name, same, [attribute])
        kept[name] += [one for one, _ in touched if one not in same]
    RecordComment.objects.filter(id__in=found.moved["comments"], record_id=found.winner_id).update(
        record_id=found.loser_id
    )
    Tagging.objects.filter(id__in=found.moved["tags"], record_id=found.winner_id).update(record_id=found.loser_id)
    hand_back(ids=found.moved.get("files", ()), before=found.winner_id, after=found.loser_id)
    return kept


def _announce(actor: Actor, entity: str, ids: Sequence[UUID], changed: Sequence[str]) -> None:
    outbox.announce(
        entity=entity, kind="updated", record_ids=ids, changed=changed, store_id=actor.in_store.id,
        actor_id=actor.person_id,
    )  # fmt: skip


def _named(actor: Actor, view: View, left: dict[str, list[UUID]]) -> list[Left]:
    """Of the kinds and records that the actor sees."""
    told: list[Left] = []
    seen = {kind.name for kind in view.viewer.entities()}
    for name, ids in left.items():
        if name not in seen or not ids:
            continue
        of_kind = view.of(name)
        titles = titles_of(
            view=of_kind, rows=of_kind.seen().filter(id__in=ids).order_by("id"), person_id=actor.person_id
        )
        told += [Left(name, one, title) for one, title in titles.items()]
    return told
