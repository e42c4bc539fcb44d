"""Published versions as they are gone by, kept in the process: a version never changes."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.doing.acting import acting_for
from chezhan.catalogue.occasions.dates import view_of
from chezhan.catalogue.records.looking import View
from chezhan.engines.flows.definition.flow import FlowDefinition, read_definition
from chezhan.engines.flows.definition.nodes import StartNode
from chezhan.engines.flows.models import FlowVersion
from chezhan.engines.flows.refusals import BadFlow, UnknownFlowVersion
from chezhan.kernel.latest import Latest
from tenants.context import require_open
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Plan:
    """`by`: who published it, whose rights it acts with."""

    flow_id: UUID
    number: int
    entity: str
    name: str
    by: UUID
    definition: FlowDefinition

    def actor(self, *, store: StoreRef) -> Actor:
        """The flow itself. Raises PublisherGone."""
        return acting_for(id=self.flow_id, name=self.name, by=self.by, store=store)

    def view(self, *, store: StoreRef) -> View:
        """Its records before it. Raises PublisherGone, UnknownEntity, Forbidden."""
        return view_of(self.actor(store=store), self.entity)


_plans: Latest[Plan] = Latest(1_000)
_in_force: Latest[Sequence[Plan]] = Latest(500)


def plan_of(*, store: StoreRef, flow_id: UUID, number: int) -> Plan:
    """Raises UnknownFlowVersion, and BadFlow for what this release can't read."""
    key = (store.id, flow_id, number)
    known = _plans.find(key)
    if known is not None:
        return known
    require_open(store)
    row = FlowVersion.objects.select_related("flow").filter(flow_id=flow_id, number=number).first()
    if row is None:
        raise UnknownFlowVersion
    return _plans.keep(key, _made(row))


def plans_in_force(store: StoreRef) -> Sequence[Plan]:
    """Of the flows that are on: those by which new instances begin. One that this release can't read is left out."""
    if not store.revision:
        return ()
    key = (store.id, store.revision)
    known = _in_force.find(key)
    if known is not None:
        return known
    require_open(store)
    rows = FlowVersion.objects.filter(number=F("flow__published"), flow__enabled=True).select_related("flow")
    found = []
    for row in rows.order_by("name", "flow_id"):
        try:
            found.append(_made(row))
        except BadFlow:
            continue
    return _in_force.keep(key, tuple(found))


def plan_in_force(*, store: StoreRef, flow_id: UUID) -> Plan | None:
    return next((plan for plan in plans_in_force(store) if plan.flow_id == flow_id), None)


def begins(plan: Plan, kind: type) -> list[StartNode]:
    """The starts that are triggered in this way."""
    return [node for node in plan.definition.starts if isinstance(node.trigger, kind)]


def _made(row: FlowVersion) -> Plan:
    return Plan(
        flow_id=row.flow_id,
        number=row.number,
        entity=row.flow.entity,
        name=row.name,
        by=row.by,
        definition=read_definition(row.definition),
    )
