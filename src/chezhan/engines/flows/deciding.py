"""What people are asked to approve in a flow is not done beside it: whoever may do the verb by hand waits for them."""

from collections.abc import Collection, Mapping
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.catalogue.doing.moving import DoVerb
from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import Watch, watched_by
from chezhan.engines.flows.definition.flow import FlowDefinition
from chezhan.engines.flows.definition.nodes import APPROVED, REJECTED, ActionNode, ApprovalNode
from chezhan.engines.flows.models import FlowInstance
from chezhan.engines.flows.refusals import DecidedInFlow
from chezhan.engines.flows.running.plans import plan_of
from chezhan.kernel.errors import AppError


class _Decided:
    def __init__(self, actor: Actor, entity: Entity) -> None:
        self.actor, self.entity = actor, entity

    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        return self.entity.state in names

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        state = self.entity.fields[self.entity.state].column
        if state not in draft.changed:
            return {}
        moved = {one.name for one in self.entity.verbs if one.to == draft.value(state)}
        rows = FlowInstance.objects.filter(record_id=draft.id, status=FlowInstance.Status.RUNNING)
        # The flow itself does it once it was approved.
        for flow_id, number in rows.exclude(flow_id=self.actor.person_id).values_list("flow_id", "number"):
            plan = plan_of(store=self.actor.in_store, flow_id=flow_id, number=number)
            if moved & approved_in(plan.definition):
                return {self.entity.state: DecidedInFlow(params={"flow": plan.name})}
        return {}


def approved_in(definition: FlowDefinition) -> set[str]:
    """The verbs that the flow does once somebody approved, and not after a refusal."""
    approved, rejected = set[str](), set[str]()
    for node in definition.nodes:
        if isinstance(node, ApprovalNode):
            approved |= _beyond(definition, node.id, APPROVED)
            rejected |= _beyond(definition, node.id, REJECTED)
    acting = [definition.by_id[one] for one in approved - rejected]
    return {
        action.verb
        for node in acting
        if isinstance(node, ActionNode)
        for action in node.actions
        if isinstance(action, DoVerb)
    }


def _beyond(definition: FlowDefinition, node: str, port: str) -> set[str]:
    firsts = {edge.target for edge in definition.out(node, port)}
    return firsts | {one for one in definition.by_id for first in firsts if definition.leads_to(first, one)}


@watched_by
def decided_in_flows(actor: Actor, view: View, new: bool, step: Step | None) -> Watch | None:
    return _Decided(actor, view.entity) if view.entity.state and not new else None
