"""Flows that a person may start on a record, and starting one."""

from typing import Any
from uuid import UUID

from chezhan.access import Actor, allowed
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.occasions.meeting import met
from chezhan.catalogue.records.refusals import UnknownRecord
from chezhan.engines.flows.definition.flow import filter_of
from chezhan.engines.flows.definition.nodes import StartNode
from chezhan.engines.flows.definition.parts import ByApi, ByButton
from chezhan.engines.flows.models import FlowInstance
from chezhan.engines.flows.people.finding import require_writing
from chezhan.engines.flows.refusals import FlowUnderWay, NotForThis, UnknownFlow
from chezhan.engines.flows.running.advancing import advance_here
from chezhan.engines.flows.running.plans import Plan, plan_in_force, plans_in_force
from chezhan.engines.flows.running.starting import Occasion, begin
from chezhan.kernel.errors import AppError


def list_startable(*, actor: Actor, entity: str, record_id: UUID) -> list[dict[str, Any]]:
    """The flows with a button for the actor on this record, and whether one is under way. Raises UnknownRecord."""
    _require_seen(actor, entity, record_id)
    plans = [plan for plan in plans_in_force(actor.in_store) if plan.entity == entity]
    running = set(FlowInstance.objects.filter(record_id=record_id, status="running").values_list("flow_id", flat=True))
    found = []
    for plan in plans:
        node = _start_of(actor, plan, record_id, buttons_only=True)
        if node is not None:
            told = {"flow_id": plan.flow_id, "name": plan.name, "button": node.name or plan.name}
            found.append(told | {"under_way": plan.flow_id in running})
    return found


def start_flow(*, actor: Actor, flow_id: UUID, record_id: UUID) -> UUID:
    """Answers the instance. Raises UnknownFlow, UnknownRecord, NotForThis, FlowUnderWay, Forbidden."""
    plan = plan_in_force(store=actor.in_store, flow_id=flow_id)
    if plan is None:
        raise UnknownFlow
    require_writing(actor=actor, entity=plan.entity)
    _require_seen(actor, plan.entity, record_id)
    node = _start_of(actor, plan, record_id, buttons_only=False)
    if node is None:
        raise NotForThis(params={"name": plan.name})
    begun = begin(store=actor.in_store, plan=plan, node=node, occasions=[Occasion(record_id)], starter=actor.person_id)
    if not begun:
        raise FlowUnderWay
    instance = FlowInstance.objects.select_for_update().get(id=begun[0])
    advance_here(store=actor.in_store, instance=instance)
    return instance.id


def _require_seen(actor: Actor, entity: str, record_id: UUID) -> None:
    view = view_of(actor, entity)
    if not met(actor=actor, view=view, text="", record_ids=[record_id]):
        raise UnknownRecord(params={"entity": entity})


def _start_of(actor: Actor, plan: Plan, record_id: UUID, *, buttons_only: bool) -> StartNode | None:
    for node in plan.definition.starts:
        if _may(actor, node, buttons_only) and _fits(actor, plan, node, record_id):
            return node
    return None


def _may(actor: Actor, node: StartNode, buttons_only: bool) -> bool:
    trigger = node.trigger
    if isinstance(trigger, ByButton):
        return not trigger.roles or bool(actor.roles & set(trigger.roles))
    if isinstance(trigger, ByApi) and not buttons_only:
        return actor.token_id is not None or allowed(actor=actor, permission="catalogue.design")
    return False


def _fits(actor: Actor, plan: Plan, node: StartNode, record_id: UUID) -> bool:
    """By the flow's own rights, as everywhere in it; nothing is told of why not."""
    try:
        flow, view = plan.actor(store=actor.in_store), plan.view(store=actor.in_store)
        return bool(met(actor=flow, view=view, text=filter_of(node.condition), record_ids=[record_id]))
    except AppError:
        return False
