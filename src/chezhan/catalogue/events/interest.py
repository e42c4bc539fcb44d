"""Say of which kinds of records events are wanted. On the owner alias: an interest begins with what it is for."""

from collections.abc import Collection
from uuid import UUID

from chezhan.kernel.models import OutboxInterest
from tenants.roles import OWNER


def take_interest(*, store_id: UUID, consumer: str, entities: Collection[str]) -> None:
    """In these kinds and no others from now on. Call in an open transaction of the owner alias."""
    rows = OutboxInterest.objects.using(OWNER).filter(store_id=store_id, consumer=consumer)
    rows.exclude(entity__in=list(entities)).delete()
    OutboxInterest.objects.using(OWNER).bulk_create(
        (OutboxInterest(store_id=store_id, consumer=consumer, entity=one) for one in sorted(entities)),
        ignore_conflicts=True,
    )
