"""By which form, and how far, a record is shown to whoever is asked; and which flows show records by a form."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Exists, F, OuterRef, Q

from chezhan.access import Actor
from chezhan.catalogue.records.steps import AskedStep, Step, asked_by, uses_by
from chezhan.engines.flows.definition.nodes import AskingNode
from chezhan.engines.flows.models import FlowInstance, FlowItem, FlowVersion
from chezhan.engines.flows.people.finding import closed, own_item
from chezhan.engines.flows.running.plans import plan_of


@asked_by
def find_step(actor: Actor, asked: UUID, writing: bool) -> AskedStep:
    """Raises UnknownItem; when it is to be written in, ItemClosed."""
    item = own_item(actor=actor, item_id=asked)
    if writing and item.state != FlowItem.State.OPEN:
        raise closed(actor=actor, item=item)
    instance = item.instance
    plan = plan_of(store=actor.in_store, flow_id=instance.flow_id, number=instance.number)
    node = plan.definition.by_id.get(item.node)
    step = node.step if isinstance(node, AskingNode) else Step(None, {})
    return AskedStep(instance.entity, instance.record_id, step)


@uses_by
def flows_with_form(form: UUID, using: str) -> Sequence[str]:
    """Of versions in force, and of those by which something is under way."""
    running = FlowInstance.objects.filter(flow=OuterRef("flow"), number=OuterRef("number"), status="running")
    rows = FlowVersion.objects.using(using).filter(
        Q(number=F("flow__published")) | Exists(running), definition__nodes__contains=[{"form": str(form)}]
    )
    return sorted(set(rows.values_list("name", flat=True)))
