"""Send back to an earlier step; withdraw; and whatever else takes tokens from where they stand."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.engines.flows.definition.nodes import AskingNode, StartNode
from chezhan.engines.flows.models import FlowEntry, FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.people.deciding import TEXT
from chezhan.engines.flows.people.finding import Held, hold_item, require_writing
from chezhan.engines.flows.refusals import CommentNeeded, FlowOver, NoSuchStep, NotAllowedHere, UnknownInstance
from chezhan.engines.flows.running.advancing import advance_here, look_around, tell_parent
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.joining import drop_tokens, void_items
from chezhan.engines.flows.running.news import tell_asked
from chezhan.engines.flows.running.plans import Plan
from chezhan.engines.flows.running.tokens import State
from chezhan.kernel import clock


def send_back(*, actor: Actor, item_id: UUID, node: str, comment: str) -> None:
    """To a step at which somebody was asked before, or to who started it. What is under way beyond it is dropped.
    Raises as hold_item, NotAllowedHere, NoSuchStep, CommentNeeded.
    """
    held = hold_item(actor=actor, item_id=item_id)
    if not isinstance(held.node, AskingNode) or "return" not in held.node.may:
        raise NotAllowedHere(params={"what": "return"})
    if not comment.strip():
        raise CommentNeeded
    if node not in earlier_steps(held.instance, held.here.plan) or node == held.node.id:
        raise NoSuchStep
    held.item.state, held.item.decision = FlowItem.State.DONE, "returned"
    held.item.decided_at = clock.now()
    held.item.save(update_fields=["state", "decision", "decided_at"])
    void_items([held.token.id])
    enter(
        instance_id=held.instance.id, kind="returned", node=held.node.id, by=actor.person_id,
        text=comment.strip()[:TEXT], to=node,
    )  # fmt: skip
    _drop_beyond(held, node)
    put_at(plan=held.here.plan, instance=held.instance, token_id=held.token.id, node=node)
    look_around(store=actor.in_store, plan=held.here.plan, instance_ids={held.instance.id})
    advance_here(store=actor.in_store, instance=held.instance)


def earlier_steps(instance: FlowInstance, plan: Plan) -> list[str]:
    """The start first, where a person began it; then those at which somebody was asked, as they came."""
    asked = FlowEntry.objects.filter(instance=instance, kind="asked").order_by("id").values_list("node", flat=True)
    began = FlowEntry.objects.filter(instance=instance, kind="started").values_list("node", flat=True)
    starts = list(began) if instance.starter else []
    return [one for one in dict.fromkeys([*starts, *asked]) if one in plan.definition.by_id]


def put_at(*, plan: Plan, instance: FlowInstance, token_id: UUID, node: str) -> None:
    """The token stands there anew. At the start, who began it is asked to look over it and send it again."""
    token = FlowToken.objects.get(id=token_id)
    token.node, token.state, token.came, token.code = node, State.READY, "", ""
    token.moves, token.since = token.moves + 1, clock.now()
    if isinstance(plan.definition.by_id[node], StartNode) and instance.starter is not None:
        token.state = State.ASKING
        item = FlowItem.objects.create(
            instance=instance, token_id=token.id, moves=token.moves, node=node, kind="revise", person=instance.starter
        )
        tell_asked([item], entity=instance.entity, records={instance.id: instance.record_id})
    token.save()


def withdraw(*, actor: Actor, instance_id: UUID, comment: str = "") -> None:
    """By who started it. Raises UnknownInstance, FlowOver."""
    row = FlowInstance.objects.select_for_update().filter(id=instance_id, starter=actor.person_id).first()
    if row is None:
        raise UnknownInstance
    require_writing(actor=actor, entity=row.entity)
    stop(actor=actor, instance=row, status=FlowInstance.Status.WITHDRAWN, comment=comment)


def stop(*, actor: Actor, instance: FlowInstance, status: FlowInstance.Status, comment: str) -> None:
    """With all that goes on below it. The instance is held. Raises FlowOver."""
    if instance.status != FlowInstance.Status.RUNNING:
        raise FlowOver
    tokens = list(FlowToken.objects.filter(instance=instance).values_list("id", flat=True))
    drop_tokens(tokens)
    instance.status, instance.ended_at = status, clock.now()
    instance.save(update_fields=["status", "ended_at"])
    enter(instance_id=instance.id, kind=status.value, by=actor.person_id, text=comment.strip()[:TEXT])
    if instance.parent is not None:
        tell_parent(store=actor.in_store, token_id=instance.parent)


def _drop_beyond(held: Held, node: str) -> None:
    """Other tokens to which the way from there would lead again; what waits at a join is the work that was done."""
    definition = held.here.plan.definition
    others = FlowToken.objects.filter(instance=held.instance).exclude(id=held.token.id)
    gone = [one.id for one in others if one.state != State.JOINING and definition.leads_to(node, one.node)]
    drop_tokens(gone)
