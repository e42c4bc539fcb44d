"""Change, assign or delete many records at one go."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.records.bulk.choosing import TAGGING, Choice, Judged, Order, choose, judge, require_order
from chezhan.catalogue.records.bulk.ledger import write_down
from chezhan.catalogue.records.bulk.models import BulkOperation
from chezhan.catalogue.records.bulk.refusals import SomeRefused
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.talk.putting import known_tags, put_on, take_off
from chezhan.catalogue.records.titles import Titles, titles_of
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.records.writes.removing import remove
from chezhan.catalogue.records.writes.saving import BATCH_LIMIT, change_records

SAMPLE = 10


@dataclass(frozen=True, slots=True)
class Preview:
    """`sample`: the first records that would be changed, by what they are called."""

    chosen: int
    judged: Judged
    sample: Titles


@dataclass(frozen=True, slots=True)
class Done:
    """`changed`: how many records are not what they were; `refused` as Judged has it."""

    operation_id: UUID
    changed: int
    refused: Counter[tuple[str, str, str]]


def preview_order(*, actor: Actor, entity: str, order: Order) -> Preview:
    """What `carry_out` would do. Nothing is written. Raises what it raises, but not SomeRefused."""
    view, ids, judged, _ = _judge(actor, entity, order)
    rows = view.seen().filter(id__in=judged.allowed[:SAMPLE]).order_by("id")
    return Preview(len(ids), judged, titles_of(view=view, rows=rows, person_id=actor.person_id))


def carry_out(*, actor: Actor, entity: str, order: Order, skip_refused: bool) -> Done:
    """One operation, all in the caller's transaction.

    Raises Forbidden, BadSelection, TooManyChosen, RowsRefused, and SomeRefused unless those are to be left out.
    """
    view, ids, judged, names = _judge(actor, entity, order)
    if judged.refused and not skip_refused:
        raise SomeRefused(params={"refused": judged.refused.total(), "chosen": len(ids)})
    if order.kind == "delete":
        operation = _delete(actor, view, judged.allowed)
    elif order.kind in TAGGING:
        operation = _tag(actor, view, order, judged.allowed)
    else:
        touches: dict[UUID, Touch] = {}
        for start in range(0, len(judged.allowed), BATCH_LIMIT):
            part = judged.allowed[start : start + BATCH_LIMIT]
            touches |= change_records(actor=actor, entity=entity, ids=part, values=order.values)
        operation = write_down(actor=actor, entity=view.entity.name, kind=order.kind, fields=names, touches=touches)
    return Done(operation.id, operation.records, judged.refused)


def change_these(*, actor: Actor, entity: str, ids: Sequence[UUID], values: Mapping[str, Any]) -> Done:
    """The same values into records that were named one by one; all or none. Raises what change_records raises."""
    touches = change_records(actor=actor, entity=entity, ids=ids, values=values)
    operation = write_down(actor=actor, entity=entity, kind="update", fields=values, touches=touches)
    return Done(operation.id, len(touches), Counter())


def delete_these(*, actor: Actor, entity: str, ids: Sequence[UUID]) -> UUID:
    """Named one by one, all or none. Raises Forbidden, UnknownRecord, StillReferred, BatchTooLarge."""
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    return _delete(actor, View(viewer, kind), ids).id


def _judge(actor: Actor, entity: str, order: Order) -> tuple[View, list[UUID], Judged, list[str]]:
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.BULK)
    view = View(viewer, kind)
    names = require_order(view=view, order=order)
    ids = choose(actor=actor, view=view, choice=order.choice)
    return view, ids, judge(actor=actor, view=view, order=order, names=names, ids=ids), names


def _tag(actor: Actor, view: View, order: Order, ids: Sequence[UUID]) -> BulkOperation:
    name, tags = view.entity.name, known_tags(order.values["tags"])
    if order.kind == "tag":
        touched = put_on(actor=actor, entity=name, record_ids=ids, tag_ids=tags)
    else:
        touched = take_off(entity=name, record_ids=ids, tag_ids=tags)
    before = {record_id: {"tags": [str(tag_id) for tag_id in gone]} for record_id, gone in touched.items()}
    touches = {record_id: Touch(name, record_id, "updated", 0, told) for record_id, told in before.items()}
    return write_down(actor=actor, entity=name, kind=order.kind, fields=(), touches=touches)


def _delete(actor: Actor, view: View, ids: Sequence[UUID]) -> BulkOperation:
    operation = write_down(actor=actor, entity=view.entity.name, kind="delete", fields=(), touches={}, records=len(ids))
    for start in range(0, len(ids), BATCH_LIMIT):
        part = ids[start : start + BATCH_LIMIT]
        remove(actor=actor, entity=view.entity.name, ids=part, operation_id=operation.id)
    return operation


__all__ = ["Choice", "Done", "Order", "Preview", "carry_out", "change_these", "delete_these", "preview_order"]
