"""Find what somebody is asked, and hold it with its instance: what is decided is decided once."""

from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Right
from chezhan.engines.flows.definition.nodes import AskingNode, StartNode
from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.refusals import FlowOver, ItemClosed, ItemQueued, UnknownItem
from chezhan.engines.flows.running.plans import plan_of
from chezhan.engines.flows.running.stepping import Here
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.kernel.errors import Forbidden
from tenants.lookup import people_of_store

ANSWERED = (FlowItem.State.DONE, FlowItem.State.VOID)


@dataclass(frozen=True, slots=True)
class Held:
    """`here`: its token alone."""

    item: FlowItem
    instance: FlowInstance
    here: Here

    @property
    def node(self) -> AskingNode | StartNode:
        node = self.here.node
        assert isinstance(node, AskingNode | StartNode)
        return node

    @property
    def token(self) -> Token:
        return self.here.tokens[0]


def own_item(*, actor: Actor, item_id: UUID) -> FlowItem:
    """What the actor is or was asked, in their own name or in another's. Raises UnknownItem."""
    found = FlowItem.objects.select_related("instance__flow").filter(id=item_id).first()
    if found is None or actor.person_id not in (found.person, found.stands_for):
        raise UnknownItem
    return found


def hold_item(*, actor: Actor, item_id: UUID) -> Held:
    """To be answered or passed on: open, its instance locked before anything is looked at. Raises UnknownItem,
    ItemClosed, ItemQueued, FlowOver, Forbidden for a token that may not write such records.
    """
    item = own_item(actor=actor, item_id=item_id)
    require_writing(actor=actor, entity=item.instance.entity)
    instance = FlowInstance.objects.select_for_update().get(id=item.instance_id)
    item = own_item(actor=actor, item_id=item_id)
    if item.state in ANSWERED:
        raise closed(actor=actor, item=item)
    if instance.status != FlowInstance.Status.RUNNING:
        raise FlowOver
    if item.state == FlowItem.State.QUEUED:
        raise ItemQueued
    token = FlowToken.objects.select_related("instance").filter(
        id=item.token_id, moves=item.moves, state=State.ASKING
    ).first()  # fmt: skip
    if token is None:
        raise closed(actor=actor, item=item)
    plan = plan_of(store=actor.in_store, flow_id=token.flow_id, number=token.number)
    here = Here(actor.in_store, plan, plan.definition.by_id[token.node], [Token.of(token)])
    return Held(item, instance, here)


def require_writing(*, actor: Actor, entity: str) -> None:
    """Whoever acts by a token that only reads decides nothing. Raises Forbidden."""
    if actor.viewed_by is not None or (actor.scope is not None and actor.scope.right(entity) < Right.WRITE):
        raise Forbidden(params={"permission": f"{entity}.write"})


def closed(*, actor: Actor, item: FlowItem) -> ItemClosed:
    """With who answered in the same stay, whoever it was."""
    answer = (
        FlowItem.objects.filter(token_id=item.token_id, moves=item.moves, state="done")
        .exclude(kind="copy")
        .order_by("-decided_at")
        .first()
    )
    names = dict(people_of_store(store=actor.in_store))
    by = names.get(answer.person, "") if answer else ""
    return ItemClosed(params={"by": by, "decision": answer.decision if answer else ""})
