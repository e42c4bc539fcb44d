"""Nodes at which people are asked, or told."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from chezhan.catalogue.occasions.meeting import met, settle
from chezhan.catalogue.timers.setting import set_timers
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import NEXT, ApprovalNode, AskingNode, CopyNode, TaskNode
from chezhan.engines.flows.definition.parts import Who
from chezhan.engines.flows.models import FlowEntry, FlowItem
from chezhan.engines.flows.running.entries import enter_each
from chezhan.engines.flows.running.moments import after
from chezhan.engines.flows.running.news import tell_asked
from chezhan.engines.flows.running.stepping import Fate, Here, steps
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.engines.flows.running.whom import Asked, Asking
from chezhan.kernel import clock

TIMER = "flow"
NOBODY = "flow_nobody_to_ask"


@steps(TaskNode, ApprovalNode)
def ask(here: Here) -> Fate:
    """Who can't ask anybody is stuck, and says so."""
    if isinstance(here.node, TaskNode) and here.node.done_when:
        settle(view=here.view, record_ids=here.record_ids)
    done = done_already(here, here.record_ids)
    undone = Here(here.store, here.plan, here.node, [one for one in here.tokens if one not in done])
    asked = whom_to_ask(undone)
    some = [one for one in undone.tokens if asked[one.id]]
    none = [one for one in undone.tokens if not asked[one.id]]
    put_items(here, some, asked=asked)
    set_deadlines(here, some)
    fate = Fate(resting=[(State.ASKING, some)], stuck=[(NOBODY, none)] if none else [])
    if done:
        enter_done(here, done)
        fate.leaving.append((NEXT, done))
    return fate


def whom_to_ask(here: Here) -> Mapping[UUID, list[Asked]]:
    """By token; those of `otherwise` where nobody else is."""
    node = here.node
    assert isinstance(node, AskingNode)
    asking, own = Asking(here), not isinstance(node, ApprovalNode) or node.own
    asked = asking.whom(node.who, own=own)
    if not node.otherwise or all(asked.values()):
        return asked
    instead = asking.whom(node.otherwise, own=own)
    return {token_id: people or instead[token_id] for token_id, people in asked.items()}


def done_already(here: Here, record_ids: Collection[UUID]) -> list[Token]:
    """Of tasks: the tokens whose record is as it would be afterwards. Raises what Here.view and the condition do."""
    text = filter_of(here.node.done_when) if isinstance(here.node, TaskNode) else ""
    return here.on(met(actor=here.actor, view=here.view, text=text, record_ids=list(record_ids))) if text else []


def enter_done(here: Here, tokens: Sequence[Token]) -> None:
    now = clock.now()
    enter_each([FlowEntry(instance_id=one.instance_id, node=here.node.id, kind="met", at=now) for one in tokens])


@steps(CopyNode)
def tell(here: Here) -> Fate:
    """Nobody to be told is no reason to stop."""
    node = here.node
    assert isinstance(node, CopyNode)
    asked = Asking(here).whom(node.who)
    put_items(here, [one for one in here.tokens if asked[one.id]], asked=asked)
    return Fate.all_leave(NEXT, here.tokens)


def escalated(here: Here, whom: Sequence[Who]) -> Mapping[UUID, list[Asked]]:
    """By token."""
    return Asking(here).whom(whom, own=not isinstance(here.node, ApprovalNode) or here.node.own)


def put_items(here: Here, tokens: Sequence[Token], *, asked: Mapping[UUID, list[Asked]], how: str = "") -> None:
    node, now = here.node, clock.now()
    in_order = isinstance(node, ApprovalNode) and node.mode == "order"
    due = _first_due(node)
    items = [
        FlowItem(
            instance_id=token.instance_id,
            token_id=token.id,
            moves=token.moves,
            node=node.id,
            kind=node.kind,
            person=one.person,
            stands_for=one.stands_for,
            how=how or ("deputy" if one.stands_for else ""),
            state=FlowItem.State.QUEUED if in_order and position else FlowItem.State.OPEN,
            position=position,
            at=now,
            due_at=due,
        )
        for token in tokens
        for position, one in enumerate(asked[token.id])
    ]
    FlowItem.objects.bulk_create(items, batch_size=2_000)
    tell_asked(items, entity=here.plan.entity, records={one.instance_id: one.record_id for one in tokens})
    enter_each(
        [
            FlowEntry(
                instance_id=token.instance_id,
                node=node.id,
                kind="told" if isinstance(node, CopyNode) else how or "asked",
                at=now,
                details={"people": [str(one.person) for one in asked[token.id]]},
            )
            for token in tokens
        ]
    )


def set_deadlines(here: Here, tokens: Sequence[Token]) -> None:
    node, now = here.node, clock.now()
    if isinstance(node, AskingNode):
        for number, deadline in enumerate(node.deadlines):
            moment = after(since=now, amount=deadline.after, unit=deadline.unit, working=deadline.working)
            set_for(here, [(one, moment) for one in tokens], what=f"late:{number}")


def set_for(here: Here, due: Sequence[tuple[Token, object]], *, what: str) -> None:
    """A timer for each token, that means nothing any more once the token has moved on."""
    by_moves: dict[int, list] = {}
    for token, moment in due:
        by_moves.setdefault(token.moves, []).append((token.id, moment))
    for moves, some in by_moves.items():
        set_timers(store_id=here.store.id, kind=TIMER, due=some, what=f"{what}:{moves}")


def _first_due(node: object):
    if not isinstance(node, AskingNode) or not node.deadlines:
        return None
    return min(after(since=clock.now(), amount=one.after, unit=one.unit, working=one.working) for one in node.deadlines)
