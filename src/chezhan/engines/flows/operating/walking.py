"""Walk through a drawing step by step, on a record: nothing is written, nobody is asked, nothing goes out."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import foretold_by, problems_of_actions
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.occasions.meeting import met
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.engines.flows.definition.flow import filter_of, read_definition
from chezhan.engines.flows.definition.nodes import (
    ELSE,
    NEXT,
    ActionNode,
    ApprovalNode,
    ConditionNode,
    CopyNode,
    EndNode,
    Node,
    ParallelNode,
    TaskNode,
)
from chezhan.engines.flows.drafts import get_flow
from chezhan.engines.flows.running.asking import whom_to_ask
from chezhan.engines.flows.running.plans import Plan
from chezhan.engines.flows.running.stepping import Here
from chezhan.engines.flows.running.tokens import Token
from chezhan.engines.flows.running.whom import Asking
from chezhan.kernel.errors import AppError
from chezhan.kernel.ids import new_id
from tenants.lookup import people_of_store

STEPS = 200


def walk_flow(
    *, actor: Actor, flow_id: UUID, record_id: UUID, start: str, choices: Mapping[str, str]
) -> dict[str, Any]:
    """The draft, with the asker's rights. `choices`: node → port, of the steps that people answer or time decides; the
    walk ends at the first for which none is given. Raises Forbidden, UnknownFlow, UnknownRecord.
    """
    row = get_flow(actor=actor, flow_id=flow_id)
    definition = read_definition(row.definition)
    view = view_of(actor, row.entity)
    if not met(actor=actor, view=view, text="", record_ids=[record_id]):
        raise UnknownRecord(params={"entity": row.entity})
    plan = Plan(row.id, 0, row.entity, row.name, actor.person_id, definition)
    walk = _Walk(actor=actor, view=view, plan=plan, record_id=record_id, choices=choices)
    begin = start or next((node.id for node in definition.starts), "")
    if begin in definition.by_id:
        walk.go([begin])
    return {"steps": walk.steps, "waits_at": walk.waits_at, "capped": len(walk.steps) >= STEPS}


class _Walk:
    def __init__(self, *, actor: Actor, view: View, plan: Plan, record_id: UUID, choices: Mapping[str, str]) -> None:
        self.actor, self.view, self.plan, self.definition = actor, view, plan, plan.definition
        self.record_id, self.choices = record_id, choices
        self.names = dict(people_of_store(store=actor.in_store))
        self.steps: list[dict[str, Any]] = []
        self.waits_at: list[str] = []

    def go(self, left: list[str]) -> None:
        joined: set[str] = set()
        while left and len(self.steps) < STEPS:
            node = self.definition.by_id.get(left.pop(0))
            if node is None or (node.kind == "join" and node.id in joined):
                continue
            if node.kind == "join":
                joined.add(node.id)
            step = self._step(node)
            self.steps.append(step)
            if step["port"] is None:
                if not isinstance(node, EndNode):
                    self.waits_at.append(node.id)
                continue
            ways = self.definition.out(node.id, step["port"])
            left += [way.target for way in (ways if isinstance(node, ParallelNode) else ways[:1])]

    def _step(self, node: Node) -> dict[str, Any]:
        step: dict[str, Any] = {"node": node.id, "port": NEXT, "ports": list(node.ports), "people": [], "problems": []}
        step["foretold"] = []
        try:
            step["port"] = self._port(node)
            if isinstance(node, TaskNode | ApprovalNode | CopyNode):
                step["people"] = self._people(node)
                if not step["people"]:
                    step["problems"].append({"code": "flow_nobody_to_ask", "params": {}})
            if isinstance(node, ActionNode):
                told = problems_of_actions(actor=self.actor, view=self.view, actions=node.actions)
                step["problems"] += [{"code": error.code, "params": error.params} for _, error in told]
                if not told:
                    ids = [self.record_id]
                    step["foretold"] = foretold_by(
                        actor=self.actor, view=self.view, actions=node.actions, record_ids=ids
                    )
        except AppError as error:
            step["port"] = None
            step["problems"].append({"code": error.code, "params": error.params})
        return step

    def _port(self, node: Node) -> str | None:
        if isinstance(node, EndNode):
            return None
        if isinstance(node, ConditionNode):
            return self._branch(node)
        if node.at_rest or node.kind == "subflow":
            chosen = self.choices.get(node.id)
            return chosen if chosen in node.ports else None
        return NEXT

    def _branch(self, node: ConditionNode) -> str:
        for branch in node.branches:
            text = filter_of(branch.condition)
            if met(actor=self.actor, view=self.view, text=text, record_ids=[self.record_id]):
                return branch.id
        return ELSE

    def _people(self, node: TaskNode | ApprovalNode | CopyNode) -> list[str]:
        """As if the asker had started it."""
        token = Token(new_id(), new_id(), 0, "", self.record_id, self.actor.person_id, ())
        here = Here(self.actor.in_store, self.plan, node, [token])
        asked = (Asking(here).whom(node.who) if isinstance(node, CopyNode) else whom_to_ask(here))[token.id]
        return [self.names.get(one.person, "") for one in asked]
