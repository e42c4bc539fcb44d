"""Take back what one did to many records: those that nobody changed since; the rest stays and is named."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal
from uuid import UUID

from django.db import DatabaseError, connection, transaction
from django.db.models import Q

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.catalogue.bulk.statements import update_rows
from chezhan.catalogue.records.bin.models import RecycledRecord
from chezhan.catalogue.records.bulk.choosing import TAGGING
from chezhan.catalogue.records.bulk.models import BulkOperation, BulkTouch
from chezhan.catalogue.records.bulk.refusals import UndoneAlready, UnknownOperation
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.talk.putting import undo
from chezhan.catalogue.records.titles import titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.constraints import raise_refusal
from chezhan.catalogue.records.writes.removing import bring_back
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.kernel import clock, outbox

LATEST = 50
NEEDED = {
    "update": None,
    "assign": Action.ASSIGN,
    "delete": Action.DELETE,
    "tag": Action.COMMENT,
    "untag": Action.COMMENT,
}


@dataclass(frozen=True, slots=True)
class Kept:
    """A record left as it is: somebody `changed` it since, or it is `gone`. `title` as the asker may know it."""

    record_id: UUID
    title: str | None
    reason: Literal["changed", "gone"]


@dataclass(frozen=True, slots=True)
class Undone:
    restored: int
    kept: Sequence[Kept]


def list_operations(*, actor: Actor) -> list[BulkOperation]:
    """One's own, the latest first; of the fields those that one still sees."""
    viewer = viewer_of(actor)
    kinds = {kind.name: {sight.field.name for sight in View(viewer, kind).sights()} for kind in viewer.entities()}
    found = BulkOperation.objects.filter(person_id=actor.person_id, entity__in=kinds).order_by("-at", "-id")[:LATEST]
    for operation in found:
        operation.fields = [name for name in operation.fields if name in kinds[operation.entity]]
    return list(found)


def undo_operation(*, actor: Actor, operation_id: UUID) -> Undone:
    """Raises UnknownOperation for what is not one's own, UndoneAlready, and Forbidden, UnknownField or NotWritable when
    one's role has changed since.
    """
    found = BulkOperation.objects.select_for_update().filter(id=operation_id, person_id=actor.person_id).first()
    if found is None:
        raise UnknownOperation
    if found.undone_at:
        raise UndoneAlready
    viewer = viewer_of(actor)
    view = View(viewer, viewer.entity(found.entity))
    viewer.open(view.entity)
    needed = NEEDED[found.kind]
    if needed:
        viewer.allow(view.entity, needed)
    if found.kind == BulkOperation.Kind.DELETE:
        undone = _bring_back(actor, view, found)
    elif found.kind in TAGGING:
        undone = _untag(actor, view, found)
    else:
        undone = _put_back(actor, view, found)
    BulkOperation.objects.filter(id=found.id).update(undone_at=clock.now())
    return undone


def _bring_back(actor: Actor, view: View, operation: BulkOperation) -> Undone:
    ids = list(RecycledRecord.objects.filter(operation_id=operation.id).values_list("record_id", flat=True))
    if ids:
        bring_back(actor=actor, entity=view.entity.name, record_ids=ids)
    return Undone(restored=len(ids), kept=())


def _untag(actor: Actor, view: View, operation: BulkOperation) -> Undone:
    """On the records that one still sees; of the others nothing is said."""
    touched = {one.record_id: [UUID(tag) for tag in one.before["tags"]] for one in operation.touches.all()}
    rows = view.seen().filter(id__in=list(touched)).values_list("id")
    seen = {record_id for (record_id,) in select_as(rows, person_id=actor.person_id)}
    mine = {record_id: tags for record_id, tags in touched.items() if record_id in seen}
    undo(actor=actor, entity=view.entity.name, touched=mine, put=operation.kind == BulkOperation.Kind.TAG)
    return Undone(restored=len(mine), kept=())


def _put_back(actor: Actor, view: View, operation: BulkOperation) -> Undone:
    check_names(view=view, names=operation.fields)
    touches = {touch.record_id: touch for touch in operation.touches.all()}
    rows = load_rows(model=view.entity.model, which=Q(id__in=list(touches)))
    same = [record_id for record_id, row in rows.items() if row.current["version"] == touches[record_id].version]
    _write(actor, view, {record_id: touches[record_id] for record_id in same}, rows)
    changed = rows.keys() - set(same)
    titles = titles_of(view=view, rows=view.seen().filter(id__in=changed), person_id=actor.person_id)
    kept = [Kept(record_id, titles.get(record_id), "changed") for record_id in sorted(changed)]
    kept += [Kept(record_id, None, "gone") for record_id in sorted(touches.keys() - rows.keys())]
    return Undone(restored=len(same), kept=kept)


def _write(actor: Actor, view: View, touches: dict[UUID, BulkTouch], rows: dict[UUID, Draft]) -> None:
    names = sorted({name for touch in touches.values() for name in touch.before})
    stamp = {"updated_at": clock.now(), "updated_by": actor.person_id}
    back = [
        {
            "id": record_id,
            **{name: touch.before.get(name, rows[record_id].current[name]) for name in names},
            **stamp,
            "version": touch.version + 1,
        }
        for record_id, touch in touches.items()
    ]
    try:
        with transaction.atomic():
            update_rows(model=view.entity.model, rows=back)
            connection.check_constraints()
    except DatabaseError as error:
        raise_refusal(error, view=view)
    outbox.announce(
        entity=view.entity.name,
        kind="updated",
        record_ids=touches,
        changed=names,
        store_id=actor.in_store.id,
        actor_id=actor.person_id,
    )
