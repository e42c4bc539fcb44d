"""Take a hand in flows that are under way. Each of these is told in the record of what happened, with who did it."""

from collections.abc import Mapping
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.catalogue.policies.people import Colleague, colleagues_of
from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowToken
from chezhan.engines.flows.operating.finding import hold
from chezhan.engines.flows.people.returning import put_at, stop
from chezhan.engines.flows.refusals import CannotAsk, NoSuchStep
from chezhan.engines.flows.running.advancing import advance_here, look_around
from chezhan.engines.flows.running.entries import enter
from chezhan.engines.flows.running.joining import drop_below, void_items
from chezhan.engines.flows.running.plans import plan_of
from chezhan.engines.flows.running.tokens import State
from chezhan.engines.flows.running.whom import seen_by
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


def hand_over(*, actor: Actor, person: UUID, to: UUID) -> int:
    """All that a person is asked to somebody else, as far as they see the record and are not asked already; answers how
    many. Raises Forbidden, CannotAsk.
    """
    require_designer(actor=actor, writes=True)
    there = next((one for one in colleagues_of(store=actor.in_store) if one.id == to), None)
    if there is None or person == to:
        raise CannotAsk(params={"person": str(to)})
    rows = FlowItem.objects.filter(person=person, state__in=["open", "queued"], instance__status="running")
    ids = sorted(set(rows.exclude(kind="copy").values_list("instance_id", flat=True)))
    done = 0
    for instance in FlowInstance.objects.select_for_update().filter(id__in=ids, status="running").order_by("id"):
        done += _hand_over(actor, instance, person, to) if _sees(actor, there, instance) else 0
    return done


def _sees(actor: Actor, there: Colleague, instance: FlowInstance) -> bool:
    return bool(seen_by(there, store=actor.in_store, entity=instance.entity, record_ids=[instance.record_id]))


def _hand_over(actor: Actor, instance: FlowInstance, person: UUID, to: UUID) -> int:
    rows = FlowItem.objects.filter(instance=instance, state__in=["open", "queued"]).exclude(kind="copy")
    taken = set(rows.filter(person=to).values_list("token_id", flat=True))
    mine = [one for one in rows.filter(person=person) if one.token_id not in taken]
    for item in mine:
        item.person, item.how, item.stands_for = to, "transferred", None
        item.save(update_fields=["person", "how", "stands_for"])
        enter(instance_id=instance.id, kind="transferred", node=item.node, by=actor.person_id, people=[to])
    return len(mine)


def _go_on(actor: Actor, row: FlowInstance) -> None:
    plan = plan_of(store=actor.in_store, flow_id=row.flow_id, number=row.number)
    look_around(store=actor.in_store, plan=plan, instance_ids={row.id})
    advance_here(store=actor.in_store, instance=row)
