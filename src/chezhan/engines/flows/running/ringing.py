"""What comes with the clock: waits that are over, deadlines, flows to be gone on with."""

from collections import defaultdict
from collections.abc import Sequence
from uuid import UUID

from chezhan.catalogue.timers.ringing import Ring, rings
from chezhan.engines.flows.definition.nodes import NEXT, TIMEOUT, AskingNode
from chezhan.engines.flows.running.advancing import BELOW, GO, advance, leave, look_around
from chezhan.engines.flows.running.asking import TIMER
from chezhan.engines.flows.running.deadlines import meet_deadline
from chezhan.engines.flows.running.holding import held
from chezhan.engines.flows.running.stepping import Here
from chezhan.engines.flows.running.subflows import risen
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.engines.flows.running.waiting import IN_VAIN, OVER, STILL, put_off
from chezhan.kernel.errors import AppError
from tenants.directory import StoreRef

PORTS = {OVER: NEXT, IN_VAIN: TIMEOUT, STILL: TIMEOUT}


@rings(TIMER)
def heed(store: StoreRef, rung: Sequence[Ring]) -> None:
    """What moved on meanwhile is passed over: a timer names the stay that it is for."""
    flows = {one.key for one in rung if one.what == GO}
    told: dict[str, list[tuple[UUID, list[int]]]] = defaultdict(list)
    for one in rung:
        kind, *numbers = one.what.split(":")
        told[kind].append((one.key, [int(number) for number in numbers]))
    for kind, port in PORTS.items():
        flows |= _end_waits(store, kind, port, {key: moves for key, (moves,) in told[kind]})
    flows |= _rise(store, [key for key, _ in told[BELOW]])
    for key, (number, moves) in told["late"]:
        flows |= _be_late(store, key, number, moves)
    for flow_id in sorted(flows):
        advance(store=store, flow_id=flow_id)


def _end_waits(store: StoreRef, kind: str, port: str, moves: dict[UUID, int | None]) -> set[UUID]:
    found = held(store=store, moves=moves, states=[State.WAITING])
    for here in found:
        waiting = _put_off(here, kind) if port == TIMEOUT else []
        _leave(here, port, [one for one in here.tokens if one not in waiting])
    return {here.plan.flow_id for here in found}


def _put_off(here: Here, kind: str) -> list[Token]:
    """Nobody, where the publisher left or does not read the field any more: the time that was drawn is over."""
    try:
        return put_off(here, what=kind)
    except AppError:
        return []


def _rise(store: StoreRef, token_ids: Sequence[UUID]) -> set[UUID]:
    found = held(store=store, moves=dict.fromkeys(token_ids), states=[State.BELOW])
    for here in found:
        for port, tokens in risen(here, here.tokens):
            _leave(here, port, tokens)
    return {here.plan.flow_id for here in found}


def _be_late(store: StoreRef, token_id: UUID, number: int, moves: int) -> set[UUID]:
    found = held(store=store, moves={token_id: moves}, states=[State.ASKING])
    for here in found:
        if isinstance(here.node, AskingNode) and number < len(here.node.deadlines):
            port = meet_deadline(here, here.node.deadlines[number])
            if port:
                _leave(here, port, here.tokens)
    return {here.plan.flow_id for here in found}


def _leave(here: Here, port: str, tokens: Sequence[Token]) -> None:
    leave(here, port, tokens)
    look_around(store=here.store, plan=here.plan, instance_ids={one.instance_id for one in tokens})
