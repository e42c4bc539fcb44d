"""Tell the rest of the product what happened, in the same transaction."""

from collections.abc import Iterable, Sequence
from uuid import UUID

from chezhan.kernel.models import OutboxEvent

BATCH = 1000


def announce(
    *,
    entity: str,
    kind: str,
    record_ids: Iterable[UUID],
    store_id: UUID | None,
    actor_id: UUID | None,
    changed: Sequence[str] = (),
) -> None:
    """Write one event for each record. Must run inside the transaction that made the change."""
    OutboxEvent.objects.bulk_create(
        (
            OutboxEvent(
                store_id=store_id,
                entity=entity,
                record_id=record_id,
                kind=kind,
                changed=list(changed),
                actor_id=actor_id,
            )
            for record_id in record_ids
        ),
        batch_size=BATCH,
    )
