"""What is wrong with what a node is told."""

from collections.abc import Iterator
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.doing.registry import problems_of_actions
from chezhan.catalogue.occasions.checking import problems_of_condition, problems_of_trigger
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import OPEN, find_step_form
from chezhan.catalogue.records.writes.rights import check_names
from chezhan.catalogue.types import DATETIME, LINK
from chezhan.engines.flows.checking.found import FlowProblem, at, refused
from chezhan.engines.flows.checking.people import problems_of_roles, problems_of_who
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import (
    ActionNode,
    ApprovalNode,
    AskingNode,
    ConditionNode,
    CopyNode,
    Node,
    StartNode,
    SubflowNode,
    TaskNode,
    WaitNode,
)
from chezhan.engines.flows.definition.parts import ByApi, ByButton, ByForm, Condition, WaitDate, WaitRecord
from chezhan.engines.flows.models import Flow
from chezhan.kernel.errors import AppError

OF_TASKS = frozenset({"remind", "escalate", "skip"})
OF_APPROVALS = frozenset({"remind", "escalate", "approve", "reject"})


def problems_of_node(*, actor: Actor, view: View, flow_id: UUID, node: Node) -> Iterator[FlowProblem]:
    match node:
        case StartNode():
            yield from _of_start(actor, view, node)
        case AskingNode():
            yield from _of_asking(actor, view, node)
        case CopyNode():
            yield from problems_of_who(view=view, store=actor.in_store, node=node.id, where="who", whom=node.who)
        case ConditionNode():
            for number, branch in enumerate(node.branches):
                where = f"branches.{number}"
                if not filter_of(branch.condition):
                    yield FlowProblem(node.id, where, "flow_branch_without_condition")
                yield from _of_condition(view, node.id, where, branch.condition)
        case WaitNode():
            yield from _of_wait(view, node)
        case SubflowNode():
            yield from _of_subflow(view, flow_id, node)
        case ActionNode():
            if not node.actions:
                yield FlowProblem(node.id, "actions", "flow_without_action")
            for number, error in problems_of_actions(actor=actor, view=view, actions=node.actions):
                yield refused(node.id, f"actions.{number}", error)


def _of_condition(view: View, node: str, where: str, condition: Condition) -> Iterator[FlowProblem]:
    for problem in problems_of_condition(view=view, text=filter_of(condition)):
        yield FlowProblem(node, where, problem.code, problem.params)


def _of_start(actor: Actor, view: View, node: StartNode) -> Iterator[FlowProblem]:
    trigger = node.trigger
    if isinstance(trigger, ByButton):
        yield from problems_of_roles(store=actor.in_store, node=node.id, where="trigger", roles=trigger.roles)
    elif isinstance(trigger, ByForm):
        if trigger.form is None:
            yield FlowProblem(node.id, "trigger", "flow_without_form")
    elif not isinstance(trigger, ByApi):
        yield from (at(node.id, problem) for problem in problems_of_trigger(view=view, trigger=trigger))
    yield from _of_condition(view, node.id, "condition", node.condition)


def _of_asking(actor: Actor, view: View, node: AskingNode) -> Iterator[FlowProblem]:
    yield from problems_of_who(view=view, store=actor.in_store, node=node.id, where="who", whom=node.who)
    if node.otherwise:
        store, whom = actor.in_store, node.otherwise
        yield from problems_of_who(view=view, store=store, node=node.id, where="otherwise", whom=whom)
    if isinstance(node, TaskNode):
        yield from _of_condition(view, node.id, "done_when", node.done_when)
    for number, one in enumerate(node.fields):
        try:
            view.sight(one.field)
            if one.right in OPEN:
                check_names(view=view, names=[one.field])
        except AppError as error:
            yield refused(node.id, f"fields.{number}", error)
    yield from _of_form(actor, view, node)
    allowed = OF_APPROVALS if isinstance(node, ApprovalNode) else OF_TASKS
    for number, deadline in enumerate(node.deadlines):
        where = f"deadlines.{number}"
        if deadline.then not in allowed:
            yield FlowProblem(node.id, where, "flow_deadline_unfit")
        if deadline.then == "escalate":
            yield from problems_of_who(view=view, store=actor.in_store, node=node.id, where=where, whom=deadline.to)


def _of_form(actor: Actor, view: View, node: AskingNode) -> Iterator[FlowProblem]:
    """What the step wants filled in must be in its form."""
    if node.form is None:
        return
    form = find_step_form(actor=actor, view=view, form=node.form)
    if form is None:
        yield FlowProblem(node.id, "form", "flow_form_gone")
        return
    for number, one in enumerate(node.fields):
        if one.right in OPEN and one.field not in form.entered:
            yield FlowProblem(
                node.id, f"fields.{number}", "flow_field_not_in_form", {"field": one.field, "form": form.name}
            )


def _of_wait(view: View, node: WaitNode) -> Iterator[FlowProblem]:
    until = node.until
    try:
        match until:
            case WaitDate(field=name):
                if not name or view.sight(name).field.type.name not in ("date", "datetime"):
                    yield FlowProblem(node.id, "until", "flow_no_date", {"field": name})
            case WaitRecord(fields=names):
                if not names and not filter_of(until.condition):
                    yield FlowProblem(node.id, "until", "flow_wait_for_nothing")
                for name in names:
                    view.sight(name)
                if until.not_before and view.sight(until.not_before).field.type is not DATETIME:
                    yield FlowProblem(node.id, "until", "flow_no_date", {"field": until.not_before})
                yield from _of_condition(view, node.id, "until", until.condition)
    except AppError as error:
        yield refused(node.id, "until", error)


def _of_subflow(view: View, flow_id: UUID, node: SubflowNode) -> Iterator[FlowProblem]:
    other = Flow.objects.filter(id=node.flow).first() if node.flow else None
    if other is None or other.published is None:
        yield FlowProblem(node.id, "flow", "flow_without_flow")
        return
    if other.id == flow_id:
        yield FlowProblem(node.id, "flow", "flow_in_itself")
    if other.entity != (node.each or view.entity.name):
        yield FlowProblem(node.id, "flow", "flow_of_another_kind", {"entity": other.entity})
    if not node.each:
        return
    try:
        there = view.of(node.each)
        view.viewer.open(there.entity)
        field = there.sight(node.via).field
        if field.type is not LINK or field.target != view.entity.name:
            yield FlowProblem(node.id, "via", "flow_via_leads_elsewhere", {"field": node.via})
        yield from _of_condition(there, node.id, "condition", node.condition)
    except AppError as error:
        yield refused(node.id, "via", error)
