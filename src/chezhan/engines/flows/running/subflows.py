"""Flows within flows: one for the record, or one for each record that leads to it."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.lookups import Exact

from chezhan.catalogue.records.filters import compile_filter, within_reason
from chezhan.catalogue.records.statements import select_as
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import NEXT, REJECTED, SubflowNode
from chezhan.engines.flows.definition.parts import ByApi, ByButton
from chezhan.engines.flows.models import FlowInstance, FlowToken
from chezhan.engines.flows.running.plans import Plan, plan_in_force
from chezhan.engines.flows.running.starting import Occasion, begin
from chezhan.engines.flows.running.stepping import Fate, Here, steps
from chezhan.engines.flows.running.tokens import State, Token
from chezhan.kernel import clock

ROWS, DEPTH = 200, 5
NO_FLOW, TOO_DEEP, TOO_MANY, NONE_BEGAN = (
    "flow_without_flow", "flow_too_deep", "flow_too_many_rows", "flow_below_under_way",
)  # fmt: skip


@steps(SubflowNode, slow=True)
def descend(here: Here) -> Fate:
    node = here.node
    assert isinstance(node, SubflowNode)
    plan = plan_in_force(store=here.store, flow_id=node.flow) if node.flow else None
    if plan is None:
        return Fate.all_stuck(NO_FLOW, here.tokens)
    fate = Fate()
    for token in here.tokens:
        _descend_one(here, node, plan, token, fate)
    return fate


def _descend_one(here: Here, node: SubflowNode, plan: Plan, token: Token, fate: Fate) -> None:
    if _depth(token.instance_id) >= DEPTH:
        fate.stuck.append((TOO_DEEP, [token]))
        return
    ids = _rows(here, node, token) if node.each else [token.record_id]
    if len(ids) > ROWS:
        fate.stuck.append((TOO_MANY, [token]))
        return
    if not ids:
        fate.leaving.append((NEXT, [token]))
        return
    start = next(
        (one for one in plan.definition.starts if isinstance(one.trigger, ByApi | ByButton)), plan.definition.starts[0]
    )
    occasions = [Occasion(record_id, f"{token.id}:{token.moves}:{number}") for number, record_id in enumerate(ids)]
    begun = begin(store=here.store, plan=plan, node=start, occasions=occasions, starter=token.starter, parent=token.id)
    if len(begun) < len(ids):
        # One is under way there already: half of them would be no answer. What began is taken back.
        FlowInstance.objects.filter(id__in=begun).delete()
        fate.stuck.append((NONE_BEGAN, [token]))
        return
    fate.resting.append((State.BELOW, [token]))


def _rows(here: Here, node: SubflowNode, token: Token) -> list[UUID]:
    there = here.view.of(node.each)
    there.viewer.open(there.entity)
    link = there.sight(node.via)
    text = filter_of(node.condition)
    rows = there.seen().filter(link.read.only(Q(Exact(link.compared(), Value(token.record_id)))))
    if text:
        rows = rows.filter(compile_filter(text=text, today=clock.today(), view=there))
    with within_reason(text):
        found = select_as(rows.order_by("id").values_list("id")[: ROWS + 1], person_id=here.actor.person_id)
    return [record_id for (record_id,) in found]


def _depth(instance_id: UUID) -> int:
    depth, one = 0, FlowInstance.objects.filter(id=instance_id).values_list("parent", flat=True).first()
    while one is not None and depth < DEPTH:
        depth += 1
        token = FlowToken.objects.select_related("instance").filter(id=one).first()
        one = token.instance.parent if token else None
    return depth


def risen(here: Here, tokens: Sequence[Token]) -> list[tuple[str, list[Token]]]:
    """Those of the tokens below which nothing is under way any more, by the port that they leave by."""
    leaving: dict[str, list[Token]] = {}
    for token in tokens:
        below = list(FlowInstance.objects.filter(parent=token.id, key__startswith=f"{token.id}:{token.moves}:"))
        if any(one.status == "running" for one in below):
            continue
        bad = any(one.status != "done" or one.outcome == "rejected" for one in below)
        port = REJECTED if bad and here.plan.definition.out(here.node.id, REJECTED) else NEXT
        leaving.setdefault(port, []).append(token)
    return list(leaving.items())
