"""Tell people in the app that they are asked, reminded, or told."""

from collections.abc import Iterable
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.notices.counting import counts
from chezhan.catalogue.notices.telling import News, tell
from chezhan.engines.flows.models import FlowItem
from chezhan.kernel import clock

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


@counts("flows")
def count_asked(actor: Actor) -> int:
    """What one is asked; copies are no work."""
    rows = FlowItem.objects.filter(person=actor.person_id, state="open", instance__status="running")
    return len(rows.exclude(kind="copy").order_by().values_list("id")[:MOST])
