"""Pass on what one is asked: to a delegate, to somebody else, to one more before or after oneself."""

from typing import Any, Literal
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.engines.flows.definition.nodes import APPROVED, ApprovalNode, AskingNode
from chezhan.engines.flows.models import FlowItem
from chezhan.engines.flows.people.deciding import TEXT, answer, require_said, write_fields
from chezhan.engines.flows.people.finding import Held, hold_item
from chezhan.engines.flows.refusals import CannotAsk, NotAllowedHere
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.news import tell_asked
from chezhan.engines.flows.running.whom import seen_by
from chezhan.kernel import clock

Way = Literal["delegate", "transfer"]
PASSED: dict[Way, str] = {"delegate": "delegated", "transfer": "transferred"}


def pass_on(*, actor: Actor, item_id: UUID, to: UUID, way: Way, comment: str = "") -> None:
    """`delegate`: they decide in one's place, and one may still; `transfer`: it is theirs. Raises as hold_item,
    NotAllowedHere, CannotAsk.
    """
    held = hold_item(actor=actor, item_id=item_id)
    _require_allowed(held, way)
    _require_askable(actor, held, to)
    item = held.item
    item.stands_for = (item.stands_for or item.person) if way == "delegate" else None
    item.person, item.how, item.at = to, PASSED[way], clock.now()
    try:
        with transaction.atomic():
            item.save(update_fields=["person", "stands_for", "how", "at"])
    except IntegrityError as error:
        raise CannotAsk(params={"person": str(to)}) from error
    _tell(actor, held, item.how, to, comment)
    _notify(actor, held, item)


def add(*, actor: Actor, item_id: UUID, to: UUID, before: bool, comment: str = "", signature: Any = None) -> None:
    """`before`: they are asked first, and oneself after them. Else one approves now, and they must too. Raises as
    pass_on.
    """
    held = hold_item(actor=actor, item_id=item_id)
    _require_allowed(held, "add")
    _require_askable(actor, held, to)
    item, how = held.item, "before" if before else "after"
    new = FlowItem(
        instance_id=item.instance_id,
        token_id=item.token_id,
        moves=item.moves,
        node=item.node,
        kind=item.kind,
        person=to,
        how=how,
        position=item.position,
        due_at=item.due_at,
    )
    try:
        with transaction.atomic():
            new.save(force_insert=True)
    except IntegrityError as error:
        raise CannotAsk(params={"person": str(to)}) from error
    _tell(actor, held, f"added_{how}", to, comment)
    _notify(actor, held, new)
    if before:
        item.state, item.waits_for = FlowItem.State.QUEUED, new.id
        item.save(update_fields=["state", "waits_for"])
    else:
        # Whoever adds somebody after themselves has approved, with all that the step asks of that.
        require_said(held=held, approve=True, comment=comment, signature=signature)
        write_fields(actor=actor, held=held, version=None, values={}, need=True)
        answer(actor=actor, held=held, decision=APPROVED, comment=comment, signature=signature)


def _require_allowed(held: Held, what: str) -> None:
    node = held.node
    if not isinstance(node, AskingNode) or what not in node.may:
        raise NotAllowedHere(params={"what": what})
    if what == "add" and not isinstance(node, ApprovalNode):
        raise NotAllowedHere(params={"what": what})


def _require_askable(actor: Actor, held: Held, to: UUID) -> None:
    """Somebody else of the store, who sees the record, and is not who started what they may not approve."""
    there = next((one for one in colleagues_of(store=actor.in_store) if one.id == to), None)
    node, instance = held.node, held.instance
    own = isinstance(node, ApprovalNode) and not node.own and to == instance.starter
    store, ids = actor.in_store, [instance.record_id]
    if (
        there is None
        or own
        or to in (actor.person_id, held.item.person)
        or not seen_by(there, store=store, entity=instance.entity, record_ids=ids)
    ):
        raise CannotAsk(params={"person": str(to)})


def _tell(actor: Actor, held: Held, kind: str, to: UUID, comment: str) -> None:
    enter(
        instance_id=held.instance.id,
        kind=kind,
        node=held.item.node,
        by=actor.person_id,
        text=comment.strip()[:TEXT],
        people=[to],
    )


def _notify(actor: Actor, held: Held, item: FlowItem) -> None:
    records = {held.instance.id: held.instance.record_id}
    tell_asked([item], entity=held.instance.entity, records=records, by=actor.person_id)
