"""Begin flows: one row for each record and occasion, once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.engines.flows.definition.nodes import StartNode
from chezhan.engines.flows.models import FlowEntry, FlowInstance, FlowToken
from chezhan.engines.flows.running.advancing import wake
from chezhan.engines.flows.running.entries import enter_each
from chezhan.engines.flows.running.plans import Plan
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.directory import StoreRef

# How many rules and flows act in a row, each on what the one before it did.
LONGEST_CHAIN = 8


@dataclass(frozen=True, slots=True)
class Occasion:
    """`key`: what it begins by; the same does not begin the flow twice. `cause`: what acted by itself that it came to
    this, first to last.
    """

    record_id: UUID
    key: str | None = None
    cause: tuple[str, ...] = ()


def begin(
    *, store: StoreRef, plan: Plan, node: StartNode, occasions: Sequence[Occasion],
    starter: UUID | None = None, parent: UUID | None = None,
) -> list[UUID]:  # fmt: skip
    """The ids of what began; one that began by the same before, or is under way on the record, does not again."""
    going = [one for one in occasions if not _in_circles(plan, one)]
    circling = [one for one in occasions if _in_circles(plan, one)]
    begun = _put(plan, going, starter=starter, parent=parent)
    now = clock.now()
    FlowToken.objects.bulk_create(
        (
            FlowToken(instance_id=one.id, flow_id=plan.flow_id, number=plan.number, node=node.id, since=now)
            for one in begun
        ),
        batch_size=2_000,
    )
    enter_each([FlowEntry(instance=one, node=node.id, kind="started", by=starter, at=now) for one in begun])
    if begun:
        wake(store=store, flow_id=plan.flow_id)
    _tell_of_circles(plan, node, circling)
    return [one.id for one in begun]


def _in_circles(plan: Plan, occasion: Occasion) -> bool:
    return str(plan.flow_id) in occasion.cause or len(occasion.cause) >= LONGEST_CHAIN


def _put(
    plan: Plan, occasions: Iterable[Occasion], *, starter: UUID | None, parent: UUID | None, status: str = "running"
) -> list[FlowInstance]:
    now = clock.now()
    rows = [
        FlowInstance(
            id=new_id(),
            flow_id=plan.flow_id,
            number=plan.number,
            entity=plan.entity,
            record_id=one.record_id,
            status=status,
            starter=starter,
            key=one.key,
            parent=parent,
            cause=list(one.cause),
            started_at=now,
            ended_at=None if status == "running" else now,
        )
        for one in occasions
    ]
    FlowInstance.objects.bulk_create(rows, batch_size=2_000, ignore_conflicts=True)
    there = set(FlowInstance.objects.filter(id__in=[row.id for row in rows]).values_list("id", flat=True))
    return [row for row in rows if row.id in there]


def _tell_of_circles(plan: Plan, node: StartNode, occasions: Sequence[Occasion]) -> None:
    """A flow that came of itself is not gone through again: it is there, cancelled, with what led to it."""
    rows = _put(plan, occasions, starter=None, parent=None, status="cancelled")
    enter_each(
        [FlowEntry(instance=row, node=node.id, kind="looped", details={"chain": list(row.cause)}) for row in rows]
    )
