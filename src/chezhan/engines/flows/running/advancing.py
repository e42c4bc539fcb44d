"""Go on with what is ready: set after set, each with its entries and its events in one transaction."""

from collections.abc import Sequence
from uuid import UUID

import structlog
from django.db import transaction

from chezhan.catalogue.doing.acting import speaking
from chezhan.catalogue.timers.setting import set_timer
from chezhan.engines.flows.definition.nodes import EndNode, JoinNode, ParallelNode, StartNode
from chezhan.engines.flows.models import FlowInstance
from chezhan.engines.flows.running.asking import TIMER
from chezhan.engines.flows.running.entries import enter_alike
from chezhan.engines.flows.running.joining import close_ended, joined
from chezhan.engines.flows.running.news import tell_stuck
from chezhan.engines.flows.running.plans import Plan, plan_of
from chezhan.engines.flows.running.stepping import SLOW, Fate, Here, step_of
from chezhan.engines.flows.running.tokens import (
    Place,
    State,
    Token,
    claim,
    move_to,
    ready_places,
    rest,
    take_away,
)
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.outages import OUTAGES
from tenants.acting import declare_on
from tenants.directory import StoreRef

log = structlog.get_logger(__name__)
AT_ONCE = 5_000
ROUNDS = 20
# Of one instance: a circle through people may turn long, and not for ever.
LONGEST = 500
GO, BELOW = "go", "below"
# They look at no record.
BLIND = (StartNode, EndNode, JoinNode, ParallelNode)


def wake(*, store: StoreRef, flow_id: UUID) -> None:
    """Have it gone on with once this transaction is committed."""
    set_timer(store_id=store.id, kind=TIMER, key=flow_id, due_at=clock.now(), what=GO)


def advance(*, store: StoreRef, flow_id: UUID) -> None:
    """What is ready of a flow, as far as one transaction should go; the rest is woken for."""
    for _ in range(ROUNDS):
        if not any(_step(store, place) for place in ready_places(flow_id=flow_id)):
            break
    if ready_places(flow_id=flow_id):
        wake(store=store, flow_id=flow_id)


def advance_here(*, store: StoreRef, instance: FlowInstance) -> None:
    """What costs little, at once, in the transaction of who decided; the rest outside. The instance is held."""
    for _ in range(ROUNDS):
        places = [place for place in ready_places(instance_id=instance.id) if not _is_slow(store, place)]
        if not any(_step(store, place, instance_id=instance.id) for place in places):
            break
    # Whatever follows in this transaction is the person's doing again.
    declare_on("default", store=store)
    if ready_places(instance_id=instance.id):
        wake(store=store, flow_id=instance.flow_id)


def _is_slow(store: StoreRef, place: Place) -> bool:
    try:
        plan = plan_of(store=store, flow_id=place.flow_id, number=place.number)
    except AppError:
        return False
    return type(plan.definition.by_id.get(place.node)) in SLOW


def _step(store: StoreRef, place: Place, *, instance_id: UUID | None = None) -> bool:
    """Answers whether anything was there to be done."""
    tokens = claim(place, limit=AT_ONCE, instance_id=instance_id)
    if tokens:
        take_step(store, place, tokens)
    return bool(tokens)


def take_step(store: StoreRef, place: Place, tokens: Sequence[Token]) -> None:
    """Of tokens that are held. Whatever goes wrong with them, they are stuck then, with the reason."""
    try:
        plan = plan_of(store=store, flow_id=place.flow_id, number=place.number)
        node = plan.definition.by_id.get(place.node)
        if node is None:
            _stick(store, place.node, "flow_node_gone", tokens)
            return
        here = Here(store, plan, node, tokens)
        with speaking(id=plan.flow_id, reason=f"flow:{plan.name}", store=store), transaction.atomic():
            if not isinstance(node, BLIND):
                # The publisher gone, or the kind of record closed to them: it is so for all.
                _ = here.view
            settle(here, step_of(node)(here))
    except AppError as error:
        _stick(store, place.node, error.code, tokens)
    except OUTAGES:
        # PostgreSQL's or Valkey's, and no fault of the flow: whoever asked or handed this on comes again.
        raise
    except Exception as error:
        # Its words may be of somebody.
        log.warning("flow_step_failed", node=place.node, error=type(error).__name__)
        if len(tokens) == 1:
            _stick(store, place.node, "flow_fault", tokens)
            return
        half = len(tokens) // 2
        take_step(store, place, tokens[:half])
        take_step(store, place, tokens[half:])


def settle(here: Here, fate: Fate) -> None:
    for port, tokens in fate.leaving:
        leave(here, port, tokens)
    for state, tokens in fate.resting:
        rest(tokens, state=state)
    for code, tokens in fate.stuck:
        _stick(here.store, here.node.id, code, tokens)
    take_away([one.id for one in fate.ended])
    look_around(store=here.store, plan=here.plan, instance_ids={one.instance_id for one in here.tokens})


def leave(here: Here, port: str, tokens: Sequence[Token]) -> None:
    """Each token goes by the port to the next node; a way that is not drawn is a reason to be stuck."""
    ways = here.plan.definition.out(here.node.id, port)
    if not ways:
        _stick(here.store, here.node.id, "flow_port_open", tokens)
        return
    far = [one for one in tokens if one.moves >= LONGEST]
    if far:
        _stick(here.store, here.node.id, "flow_too_many_steps", far)
        tokens = [one for one in tokens if one.moves < LONGEST]
    if tokens:
        move_to(ways[0].target, edge=ways[0].id, tokens=tokens)
        enter_alike(instance_ids=[one.instance_id for one in tokens], kind="passed", node=here.node.id, port=port)


def look_around(*, store: StoreRef, plan: Plan, instance_ids: set[UUID]) -> None:
    """After tokens have moved or gone: joins that are complete go on, instances without tokens are done."""
    if any(isinstance(node, JoinNode) for node in plan.definition.nodes):
        for node, tokens in joined(plan=plan, instance_ids=instance_ids):
            leave(Here(store, plan, plan.definition.by_id[node], tokens), "next", tokens)
    for ended in close_ended(instance_ids):
        if ended.parent is not None:
            tell_parent(store=store, token_id=ended.parent)


def tell_parent(*, store: StoreRef, token_id: UUID) -> None:
    """Something below it is over. The parent is held by whoever takes this up, and never by who holds a child."""
    set_timer(store_id=store.id, kind=TIMER, key=token_id, due_at=clock.now(), what=BELOW)


def _stick(store: StoreRef, node: str, code: str, tokens: Sequence[Token]) -> None:
    rest(tokens, state=State.STUCK, code=code)
    tell_stuck(tokens, store=store, node=node, code=code)
    enter_alike(instance_ids=[one.instance_id for one in tokens], kind="stuck", node=node, code=code)
