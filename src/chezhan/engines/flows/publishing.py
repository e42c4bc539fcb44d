"""Put flows into force, switch them, and put back what they were: on the owner alias, with the ledger of the design,
and with the interest that the store takes in its events.
"""

from uuid import UUID

from django.db.models import F

from chezhan.access import Actor
from chezhan.catalogue.definitions.design import Design
from chezhan.catalogue.definitions.designing import change_design
from chezhan.catalogue.definitions.versioned import require_fresh
from chezhan.catalogue.definitions.versions import Versions
from chezhan.catalogue.events.interest import take_interest
from chezhan.catalogue.timers.setting import drop_timers
from chezhan.engines.flows.checking.checks import problems_of
from chezhan.engines.flows.definition.flow import read_definition
from chezhan.engines.flows.drafts import get_flow
from chezhan.engines.flows.models import Flow, FlowVersion
from chezhan.engines.flows.refusals import (
    FlowChanged,
    FlowHasProblems,
    FlowSaysTheSame,
    UnknownFlow,
    UnknownFlowVersion,
)
from chezhan.engines.flows.running.clockwork import STARTS, set_start
from chezhan.engines.flows.running.reacting import CONSUMER
from chezhan.kernel import clock

VERSIONS = Versions("flow", Flow, FlowVersion, ("name", "definition"), UnknownFlow, UnknownFlowVersion)


def publish_flow(*, actor: Actor, flow_id: UUID, draft_version: int, note: str = "") -> int:
    """Answers the number of the new version, which acts with this actor's rights. Raises Forbidden, UnknownFlow,
    FlowChanged, FlowHasProblems, FlowSaysTheSame and what change_design raises.
    """
    flow = get_flow(actor=actor, flow_id=flow_id)
    _require_sound(actor, flow)

    def work(design: Design) -> int:
        row = VERSIONS.locked(design=design, draft_id=flow_id)
        require_fresh(draft=row, draft_version=draft_version, changed=FlowChanged)
        last = None if row.published is None else VERSIONS.numbered(design=design, draft=row, number=row.published)
        if last is not None and not VERSIONS.differs(row, last) and last.by == actor.person_id:
            raise FlowSaysTheSame
        number = VERSIONS.put(design=design, draft=row, note=note)
        _listen(design, changed=flow_id)
        return number

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def roll_back_flow(*, actor: Actor, flow_id: UUID, number: int) -> int:
    """A new version that is as version `number` was; the draft becomes it too. Raises UnknownFlowVersion, and as
    publish_flow, but no FlowChanged."""
    flow = get_flow(actor=actor, flow_id=flow_id)
    old = FlowVersion.objects.filter(flow=flow, number=number).first()
    if old is None:
        raise UnknownFlowVersion
    VERSIONS.take(draft=flow, version=old)
    _require_sound(actor, flow)

    def work(design: Design) -> int:
        new = VERSIONS.put_back(design=design, draft_id=flow_id, number=number)
        _listen(design, changed=flow_id)
        return new

    return change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def switch_flow(*, actor: Actor, flow_id: UUID, on: bool) -> None:
    """Raises Forbidden, UnknownFlow."""
    get_flow(actor=actor, flow_id=flow_id)

    def work(design: Design) -> None:
        row = VERSIONS.locked(design=design, draft_id=flow_id)
        if row.enabled != on:
            before, row.enabled = row.enabled, on
            row.save(using=design.using, update_fields=["enabled"])
            told = {"name": row.name, "enabled": before}
            design.enter("flow_switched", entity=row.entity, field="", before=told, after=told | {"enabled": on})
            _listen(design, changed=flow_id)

    change_design(actor=actor, store=actor.in_store, origin="store", work=work)


def _require_sound(actor: Actor, flow: Flow) -> None:
    definition = read_definition(flow.definition)
    found = problems_of(actor=actor, flow_id=flow.id, entity=flow.entity, definition=definition)
    if found:
        raise FlowHasProblems(params={"count": len(found)})


def _listen(design: Design, *, changed: UUID) -> None:
    """To events of the kinds of records that ever had a flow: those under way go on when it is off. And to the clock,
    for the starts of the flow that was changed.
    """
    rows = Flow.objects.using(design.using).filter(published__isnull=False)
    entities = set(rows.values_list("entity", flat=True))
    take_interest(store_id=design.store.id, consumer=CONSUMER, entities=entities)
    drop_timers(store_id=design.store.id, kind=STARTS, keys=[changed])
    now = clock.now()
    in_force = FlowVersion.objects.using(design.using).filter(
        flow_id=changed, number=F("flow__published"), flow__enabled=True
    )
    for version in in_force:
        for node in read_definition(version.definition).starts:
            set_start(
                store_id=design.store.id,
                flow_id=changed,
                number=version.number,
                node=node,
                now=now,
                using=design.using,
            )
