"""Nodes that only lead on: a start, a condition, ways that part."""

from chezhan.catalogue.occasions.meeting import met
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import ELSE, NEXT, ConditionNode, ParallelNode, StartNode
from chezhan.engines.flows.running.stepping import Fate, Here, steps
from chezhan.engines.flows.running.tokens import Place, split

UNSEEN = "flow_record_unseen"


@steps(StartNode)
def begin(here: Here) -> Fate:
    return Fate.all_leave(NEXT, here.tokens)


@steps(ConditionNode)
def choose(here: Here) -> Fate:
    """Asked of the records as they are now, with the publisher's rights. A record that the flow does not see is stuck:
    neither branch can be said to be its own.
    """
    node = here.node
    assert isinstance(node, ConditionNode)
    seen = met(actor=here.actor, view=here.view, text="", record_ids=here.record_ids)
    fate = Fate()
    if lost := [one for one in here.tokens if one.record_id not in seen]:
        fate.stuck.append((UNSEEN, lost))
    left = [one for one in here.tokens if one.record_id in seen]
    for branch in node.branches:
        if not left:
            break
        ids = [one.record_id for one in left]
        holds = met(actor=here.actor, view=here.view, text=filter_of(branch.condition), record_ids=ids)
        if taken := [one for one in left if one.record_id in holds]:
            fate.leaving.append((branch.id, taken))
            left = [one for one in left if one.record_id not in holds]
    if left:
        fate.leaving.append((ELSE, left))
    return fate


@steps(ParallelNode)
def part(here: Here) -> Fate:
    """The token itself goes the first way, a new one each of the others."""
    plan = here.plan
    for edge in plan.definition.out(here.node.id)[1:]:
        split(here.tokens, place=Place(plan.flow_id, plan.number, edge.target), edge=edge.id)
    return Fate.all_leave(NEXT, here.tokens)
