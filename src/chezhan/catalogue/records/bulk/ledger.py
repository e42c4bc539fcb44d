"""Write down what was done to many records, so that it can be taken back."""

from collections.abc import Collection, Mapping
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.touches import Touch
from chezhan.catalogue.records.bulk.choosing import Kind
from chezhan.catalogue.records.bulk.models import BulkOperation, BulkTouch
from chezhan.kernel import clock

AT_ONCE = 2_000


def write_down(
    *,
    actor: Actor,
    entity: str,
    kind: Kind,
    fields: Collection[str],
    touches: Mapping[UUID, Touch],
    records: int | None = None,
) -> BulkOperation:
    """`records`: how many, where it is not one for each touch."""
    operation = BulkOperation.objects.create(
        entity=entity,
        kind=kind,
        person_id=actor.person_id,
        at=clock.now(),
        records=len(touches) if records is None else records,
        fields=sorted(fields),
    )
    BulkTouch.objects.bulk_create(
        (
            BulkTouch(operation=operation, record_id=touch.record_id, version=touch.version, before=dict(touch.before))
            for touch in touches.values()
        ),
        batch_size=AT_ONCE,
    )
    return operation
