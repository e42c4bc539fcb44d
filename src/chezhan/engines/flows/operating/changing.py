"""Take a hand in flows that are under way. Each of these is told in the record of what happened, with who did it."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.policies.people import colleagues_of
from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.operating.finding import hold
from chezhan.engines.flows.people.returning import put_at, stop
from chezhan.engines.flows.refusals import NoSuchStep
from chezhan.engines.flows.running.advancing import advance_here, look_around
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.joining import drop_below, void_items
from chezhan.engines.flows.running.plans import plan_of
from chezhan.engines.flows.running.tokens import State
from chezhan.kernel import clock


def cancel(*, actor: Actor, instance_id: UUID, text: str = "") -> None:
    """With what goes on below it. Raises as hold."""
    stop(
        actor=actor,
        instance=hold(actor=actor, instance_id=instance_id),
        status=FlowInstance.Status.CANCELLED,
        comment=text,
    )


def move(*, actor: Actor, instance_id: UUID, token_id: UUID, node: str) -> None:
    """A token of it to another node, which it enters anew. Raises as hold, NoSuchStep."""
    row = hold(actor=actor, instance_id=instance_id)
    plan = plan_of(store=actor.in_store, flow_id=row.flow_id, number=row.number)
    token = FlowToken.objects.filter(id=token_id, instance=row).first()
    if token is None or node not in plan.definition.by_id:
        raise NoSuchStep
    void_items([token.id])
    drop_below([token.id])
    enter(instance_id=row.id, kind="moved", node=token.node, by=actor.person_id, to=node)
    put_at(plan=plan, instance=row, token_id=token.id, node=node)
    _go_on(actor, row)


def retry(*, actor: Actor, instance_id: UUID) -> int:
    """All of its tokens that stand still enter their nodes anew; answers how many. Raises as hold."""
    row = hold(actor=actor, instance_id=instance_id)
    here = {one.id for one in colleagues_of(store=actor.in_store)}
    tokens = FlowToken.objects.filter(instance=row)
    asked = set(
        FlowItem.objects.filter(instance=row, state="open", person__in=here)
        .exclude(kind="copy")
        .values_list("token_id", flat=True)
    )
    still = [
        one.id for one in tokens if one.state == State.STUCK or (one.state == State.ASKING and one.id not in asked)
    ]
    void_items(still)
    # Another stay: what was asked, or set for the last one, is not for this.
    for token in tokens.filter(id__in=still):
        token.state, token.code, token.since = State.READY, "", clock.now()
        token.moves += 1
        token.save(update_fields=["state", "code", "since", "moves"])
    enter(instance_id=row.id, kind="retried", by=actor.person_id)
    _go_on(actor, row)
    return len(still)


def migrate(*, actor: Actor, instance_id: UUID, number: int, places: Mapping[str, str]) -> None:
    """To another version. `places`: node → node, for those that the version does not have, or has as another kind of
    node; at the others a token stays, and whoever is asked stays asked. Raises as hold, UnknownFlowVersion, NoSuchStep.
    """
    row = hold(actor=actor, instance_id=instance_id)
    old = plan_of(store=actor.in_store, flow_id=row.flow_id, number=row.number)
    new = plan_of(store=actor.in_store, flow_id=row.flow_id, number=number)
    tokens = list(FlowToken.objects.filter(instance=row))
    moved = []
    for token in tokens:
        target = places.get(token.node, token.node)
        before, after = old.definition.by_id.get(token.node), new.definition.by_id.get(target)
        if after is None:
            raise NoSuchStep
        if target != token.node or type(before) is not type(after):
            moved.append((token.id, target))
    FlowToken.objects.filter(instance=row).update(number=number)
    before_number, row.number = row.number, number
    row.save(update_fields=["number"])
    enter(instance_id=row.id, kind="migrated", by=actor.person_id, before=before_number, after=number)
    for token_id, target in moved:
        void_items([token_id])
        drop_below([token_id])
        put_at(plan=new, instance=row, token_id=token_id, node=target)
    _go_on(actor, row)


def _go_on(actor: Actor, row: FlowInstance) -> None:
    plan = plan_of(store=actor.in_store, flow_id=row.flow_id, number=row.number)
    look_around(store=actor.in_store, plan=plan, instance_ids={row.id})
    advance_here(store=actor.in_store, instance=row)
