"""Tell people in the app that they are asked, reminded, or told."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.notices.counting import counts
from chezhan.catalogue.notices.telling import News, tell
from chezhan.engines.flows.models import Flow, FlowInstance, FlowItem, FlowVersion
from chezhan.engines.flows.running.tokens import Token
from chezhan.kernel import clock
from tenants.directory import StoreRef
from tenants.lookup import members_of

MOST = 1_000


def tell_asked(items: Iterable[FlowItem], *, entity: str, records: dict[UUID, UUID], by: UUID | None = None) -> None:
    """`records`: by instance. Those that are queued are told when it is their turn."""
    tell(
        [
            News(
                person_id=one.person,
                kind="flow_told" if one.kind == "copy" else "flow_asked",
                entity=entity,
                record_id=records[one.instance_id],
                key=f"flow:{one.id}:{one.person}",
                by=by,
            )
            for one in items
            if one.state == FlowItem.State.OPEN
        ]
    )


def tell_reminded(items: Iterable[FlowItem], *, entity: str, record_id: UUID, by: UUID | None = None) -> None:
    at = clock.now().isoformat()
    tell(
        [
            News(
                person_id=one.person,
                kind="flow_reminded",
                entity=entity,
                record_id=record_id,
                key=f"flow:{one.id}:{at}",
                by=by,
            )
            for one in items
        ]
    )


def tell_stuck(tokens: Sequence[Token], *, store: StoreRef, node: str, code: str) -> None:
    """Whoever published it, or changed it last where they are gone: once a day for each flow, step and reason."""
    rows = FlowInstance.objects.filter(id__in=[one.instance_id for one in tokens]).order_by("flow_id", "id")
    first = {row.flow_id: row for row in rows.distinct("flow_id")}
    people = members_of(store=store)
    told = []
    for flow_id, row in first.items():
        by = FlowVersion.objects.filter(flow_id=flow_id, number=row.number).values_list("by", flat=True).first()
        changed = Flow.objects.filter(id=flow_id).values_list("changed_by", flat=True).first()
        owner = next((one for one in (by, changed) if one in people), None)
        if owner is not None:
            key = f"flow_stuck:{flow_id}:{node}:{code}:{clock.today()}"
            told.append(News(owner, "flow_stuck", row.entity, row.record_id, key))
    tell(told)


@counts("flows")
def count_asked(actor: Actor) -> int:
    """What one is asked; copies are no work."""
    rows = FlowItem.objects.filter(person=actor.person_id, state="open", instance__status="running")
    return len(rows.exclude(kind="copy").order_by().values_list("id")[:MOST])
