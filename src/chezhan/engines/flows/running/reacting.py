"""What flows make of events: some begin, some have waited for them, some lose their record."""

from collections.abc import Collection, Iterable, Sequence
from importlib import import_module
from uuid import UUID

from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.events.registry import Event, consumes
from chezhan.catalogue.occasions.concerning import attribute_of, concerned
from chezhan.catalogue.occasions.meeting import met
from chezhan.catalogue.occasions.triggers import WhenChanged, WhenCreated, WhenRestored
from chezhan.catalogue.registry import UnknownEntity
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import NEXT, StartNode, TaskNode, WaitNode
from chezhan.engines.flows.definition.parts import ByForm, WaitRecord
from chezhan.engines.flows.models import FlowToken
from chezhan.engines.flows.running.advancing import leave, look_around, wake
from chezhan.engines.flows.running.asking import done_already, enter_done
from chezhan.engines.flows.running.holding import held
from chezhan.engines.flows.running.joining import void_items
from chezhan.engines.flows.running.losing import lose_records, regain_records
from chezhan.engines.flows.running.plans import Plan, plan_of, plans_in_force
from chezhan.engines.flows.running.starting import Occasion, begin
from chezhan.engines.flows.running.stepping import Here
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef

for _name in ("routing", "joining", "asking", "waiting", "doing", "subflows", "ringing", "clockwork"):
    import_module(f"chezhan.engines.flows.running.{_name}")
CONSUMER = "flows"


@consumes(CONSUMER)
def react(store: StoreRef, events: Sequence[Event]) -> None:
    catalogue = of_store(store)
    by_entity: dict[str, list[Event]] = {}
    for event in events:
        if event.record_id is not None:
            by_entity.setdefault(event.entity, []).append(event)
    for name, told in by_entity.items():
        try:
            entity = catalogue.entity_named(name)
        except UnknownEntity:
            continue
        last = {event.record_id: event.kind for event in told if event.kind in ("deleted", "restored")}
        lose_records(entity=name, record_ids=[one for one, kind in last.items() if one and kind == "deleted"])
        back = [one for one, kind in last.items() if one and kind == "restored"]
        regain_records(store=store, entity=name, record_ids=back)
        _go_on(store, entity, told)
        for plan in plans_in_force(store):
            if plan.entity == name:
                _begin(store, entity, plan, told)


def _begin(store: StoreRef, entity: Entity, plan: Plan, events: Sequence[Event]) -> None:
    for node in plan.definition.starts:
        try:
            waited_for = _waited_for(entity, node, events)
            if not waited_for:
                continue
            ids = [event.record_id for event in waited_for if event.record_id is not None]
            actor, view = plan.actor(store=store), plan.view(store=store)
            holds = met(actor=actor, view=view, text=filter_of(node.condition), record_ids=ids)
        except AppError:
            # Its publisher left, or what it names is gone: the list of flows says so.
            continue
        occasions = [
            Occasion(event.record_id, f"{node.id}:{event.id}", event.cause)
            for event in waited_for
            if event.record_id in holds
        ]
        begin(store=store, plan=plan, node=node, occasions=occasions)


def _waited_for(entity: Entity, node: StartNode, events: Sequence[Event]) -> list[Event]:
    """Raises AppError when what it compares with fits its field no more."""
    trigger = node.trigger
    if isinstance(trigger, ByForm):
        return [event for event in events if event.kind == "created" and event.actor_id == trigger.form]
    if isinstance(trigger, WhenCreated | WhenChanged | WhenRestored):
        return concerned(entity=entity, trigger=trigger, events=events)
    return []


def _go_on(store: StoreRef, entity: Entity, events: Sequence[Event]) -> None:
    """Those that wait for something to happen to their record, and tasks that are done by it."""
    changed: dict[UUID, set[str]] = {}
    for event in events:
        if event.kind == "updated" and event.record_id is not None:
            changed.setdefault(event.record_id, set()).update(event.changed)
    waiting = FlowToken.objects.filter(
        state=State.WAITING, instance__entity=entity.name, instance__record_id__in=changed, instance__status="running"
    )
    moves: dict[UUID, int | None] = dict(waiting.values_list("id", "moves"))
    for here in held(store=store, moves=moves, states=[State.WAITING]) if moves else ():
        if isinstance(here.node, WaitNode) and isinstance(here.node.until, WaitRecord):
            _end_wait(here, entity, here.node.until, changed)
    asking = FlowToken.objects.filter(
        state=State.ASKING, instance__entity=entity.name, instance__record_id__in=changed, instance__status="running"
    )
    for here in held(store=store, moves=_that_may_be_done(store, asking), states=[State.ASKING]):
        _end_task(here, changed)


def _that_may_be_done(store: StoreRef, asking: Iterable[FlowToken]) -> dict[UUID, int | None]:
    """Without holding what people are about to answer: tasks that a change of their record may do."""
    found: dict[UUID, int | None] = {}
    for one in asking:
        try:
            node = plan_of(store=store, flow_id=one.flow_id, number=one.number).definition.by_id.get(one.node)
        except AppError:
            continue
        if isinstance(node, TaskNode) and node.done_when:
            found[one.id] = one.moves
    return found


def _end_task(here: Here, record_ids: Collection[UUID]) -> None:
    try:
        tokens = done_already(here, record_ids)
    except AppError:
        return
    if tokens:
        void_items([one.id for one in tokens])
        enter_done(here, tokens)
        _go(here, tokens)


def _end_wait(here: Here, entity: Entity, until: WaitRecord, changed: dict[UUID, set[str]]) -> None:
    names = {attribute_of(entity.fields[name]) for name in until.fields if name in entity.fields}
    ids = [one.record_id for one in here.tokens if not names or names & changed[one.record_id]]
    if not ids:
        return
    try:
        tokens = here.on(met(actor=here.actor, view=here.view, text=filter_of(until.condition), record_ids=ids))
    except AppError:
        return
    if tokens:
        _go(here, tokens)


def _go(here: Here, tokens: Sequence[Token]) -> None:
    leave(here, NEXT, tokens)
    look_around(store=here.store, plan=here.plan, instance_ids={one.instance_id for one in tokens})
    wake(store=here.store, flow_id=here.plan.flow_id)
