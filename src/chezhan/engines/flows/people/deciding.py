"""Answer what one is asked: one decision, its entries, what it writes and the token's way on are one transaction."""

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

import orjson

from chezhan.access import Actor
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.records.detail import read_record
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.writes.refusals import ChangedMeanwhile
from chezhan.catalogue.records.writes.saving import change_record, require_complete
from chezhan.engines.flows.definition.nodes import APPROVED, REJECTED, ApprovalNode, AskingNode
from chezhan.engines.flows.models import FlowItem
from chezhan.engines.flows.people.attaching import attach
from chezhan.engines.flows.people.finding import Held, hold_item
from chezhan.engines.flows.people.tally import verdict
from chezhan.engines.flows.refusals import CommentNeeded, FieldNeeded, NotAllowedHere, SignatureNeeded
from chezhan.engines.flows.running.advancing import advance_here, leave, look_around
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.joining import void_items
from chezhan.engines.flows.running.news import tell_asked
from chezhan.kernel import clock

TEXT, STROKES = 2_000, 40_000
Values = Mapping[str, Any]


def decide(
    *, actor: Actor, item_id: UUID, approve: bool, comment: str = "", signature: Any = None,
    version: int | None = None, values: Values | None = None, files: Sequence[UUID] = (),
) -> None:  # fmt: skip
    """`version`: of the record that was looked at. Raises as hold_item, ChangedMeanwhile, NotAllowedHere for what is no
    approval, CommentNeeded, SignatureNeeded, FieldNeeded,
    NotYourFile, and what changing the record refuses.
    """
    held = hold_item(actor=actor, item_id=item_id)
    node = require_said(held=held, approve=approve, comment=comment, signature=signature)
    require_looked_at(actor=actor, held=held, version=version)
    write_fields(actor=actor, held=held, version=version, values=values or {}, need=approve)
    answer(
        actor=actor, held=held, decision=APPROVED if approve else REJECTED, comment=comment,
        signature=signature if node.signature else None, files=files,
    )  # fmt: skip


def complete(
    *, actor: Actor, item_id: UUID, comment: str = "", version: int | None = None, values: Values | None = None,
    files: Sequence[UUID] = (),
) -> None:  # fmt: skip
    """A task, or what was sent back to who started it. Raises as decide."""
    held = hold_item(actor=actor, item_id=item_id)
    if isinstance(held.node, ApprovalNode):
        raise NotAllowedHere(params={"what": "complete"})
    write_fields(actor=actor, held=held, version=version, values=values or {}, need=True)
    answer(actor=actor, held=held, decision="done", comment=comment, files=files)


def require_looked_at(*, actor: Actor, held: Held, version: int | None) -> None:
    """Whoever says what they looked at decides about that. The record stays as it is until the answer is kept.

    Raises ChangedMeanwhile.
    """
    if version is None:
        return
    view = view_of(actor, held.instance.entity)
    seen = view.seen().filter(id=held.instance.record_id).values_list("id")
    if not select_as(seen, person_id=actor.person_id):
        return
    rows = view.entity.model._default_manager.filter(id=held.instance.record_id).select_for_update()
    now = rows.values_list("version", flat=True).first()
    if now != version:
        raise ChangedMeanwhile(params={"version": now})


def require_said(*, held: Held, approve: bool, comment: str, signature: Any) -> ApprovalNode:
    """What the step asks of whoever decides. Raises NotAllowedHere, CommentNeeded, SignatureNeeded."""
    node = held.node
    if not isinstance(node, ApprovalNode):
        raise NotAllowedHere(params={"what": "approve"})
    wanted = node.comment == "required" or (node.comment == "rejecting" and not approve)
    if wanted and not comment.strip():
        raise CommentNeeded
    if node.signature and not _is_drawn(signature):
        raise SignatureNeeded
    return node


def write_fields(*, actor: Actor, held: Held, version: int | None, values: Values, need: bool) -> None:
    """With the person's own rights, and of the fields that the step opens alone, by its form. `need`: what it asks for
    must be there afterwards. Raises FieldNeeded, and what change_record and require_complete do.
    """
    step = held.node.step if isinstance(held.node, AskingNode) else None
    entity, record_id = held.instance.entity, held.instance.record_id
    if values:
        change_record(actor=actor, entity=entity, record_id=record_id, version=version or 0, values=values, step=step)
    if step is None or not need:
        return
    if step.form is not None:
        require_complete(actor=actor, entity=entity, record_id=record_id, step=step)
        return
    required = [name for name, right in step.rights.items() if right == "required"]
    if required:
        record = orjson.loads(read_record(actor=actor, entity=entity, record_id=record_id).record)
        for name in required:
            if record.get(name) in (None, "", []):
                raise FieldNeeded(params={"field": name}, fields={name: [FieldNeeded.message]})


def answer(
    *, actor: Actor, held: Held, decision: str, comment: str = "", signature: Any = None, files: Sequence[UUID] = ()
) -> None:
    item, node = held.item, held.node
    item.state, item.decision, item.decided_at = FlowItem.State.DONE, decision, clock.now()
    item.save(update_fields=["state", "decision", "decided_at"])
    details: dict[str, Any] = {}
    if item.stands_for and item.stands_for != actor.person_id:
        details["for"] = item.stands_for
    if files:
        details["files"] = attach(held=held, actor=actor, files=files)
    enter(
        instance_id=held.instance.id, kind=decision, node=node.id, by=actor.person_id, text=comment.strip()[:TEXT],
        signature=signature, **details,
    )  # fmt: skip
    port = verdict(node, items_of(held))
    if port is not None:
        void_items([held.token.id])
        leave(held.here, port, held.here.tokens)
    else:
        open_next(held)
    look_around(store=actor.in_store, plan=held.here.plan, instance_ids={held.instance.id})
    advance_here(store=actor.in_store, instance=held.instance)


def items_of(held: Held) -> list[FlowItem]:
    """Of this stay, in the order in which they are asked."""
    rows = FlowItem.objects.filter(token_id=held.token.id, moves=held.token.moves).exclude(kind="copy")
    return list(rows.order_by("position", "id"))


def open_next(held: Held) -> None:
    """Those that waited for this answer are asked now; in order, the next one."""
    queued = FlowItem.objects.filter(token_id=held.token.id, moves=held.token.moves, state="queued")
    next_ones = list(queued.filter(waits_for=held.item.id))
    node = held.node
    if isinstance(node, ApprovalNode) and node.mode == "order":
        items = items_of(held)
        after = next((one for one in items if one.state == "queued" and one.waits_for is None), None)
        if after is not None and not next_ones and not any(one.state == "open" for one in items):
            next_ones = [after]
    for item in next_ones:
        item.state, item.waits_for, item.at = FlowItem.State.OPEN, None, clock.now()
        item.save(update_fields=["state", "waits_for", "at"])
    records = {held.instance.id: held.instance.record_id}
    tell_asked(next_ones, entity=held.instance.entity, records=records)


def _is_drawn(signature: Any) -> bool:
    """Strokes, each a list of points."""
    return (
        isinstance(signature, list)
        and any(isinstance(stroke, list) and stroke for stroke in signature)
        and len(orjson.dumps(signature)) <= STROKES
    )
