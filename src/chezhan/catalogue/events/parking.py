"""Events that wait for another try, or behind one of the same record that does. On the owner alias."""

import datetime as dt
from collections.abc import Sequence
from uuid import UUID

from django.db import connections

from chezhan.catalogue.events.claiming import COLUMNS, event_of, lock_records
from chezhan.catalogue.events.registry import Event
from chezhan.kernel import clock
from chezhan.kernel.models import OutboxWaiting
from tenants.roles import OWNER
from tenants.work.trying import WAITS

OF_WAITING = COLUMNS.replace("id,", "event_id,", 1)
DUE = f"""
SELECT w.id, w.store_id, w.consumer, {", ".join(f"w.{name}" for name in OF_WAITING.split(", "))}
FROM outbox_waiting w
WHERE w.dead_at IS NULL AND w.next_at <= %s AND NOT EXISTS (
  SELECT FROM outbox_waiting b WHERE b.dead_at IS NULL AND b.store_id = w.store_id AND b.consumer = w.consumer
    AND b.record_id = w.record_id AND b.position < w.position)
ORDER BY w.next_at LIMIT %s FOR UPDATE OF w SKIP LOCKED
"""
Waiting = tuple[UUID, UUID, str, Event]


def park(*, store_id: UUID, consumer: str, left: Sequence[tuple[Event, str]], now: dt.datetime) -> None:
    """`left`: with the code of what went wrong; empty for one that only waits behind another."""
    rows = [
        OutboxWaiting(
            consumer=consumer,
            event_id=event.id,
            store_id=store_id,
            entity=event.entity,
            record_id=event.record_id,
            kind=event.kind,
            changed=list(event.changed),
            actor_id=event.actor_id,
            version=event.version,
            cause=list(event.cause),
            at=event.at,
            position=event.position,
            attempts=1 if code else 0,
            next_at=now + WAITS[0] if code else now,
            error=code,
        )
        for event, code in left
    ]
    OutboxWaiting.objects.using(OWNER).bulk_create(rows, ignore_conflicts=True)


def behind(*, store_id: UUID, consumer: str, events: Sequence[Event]) -> set[UUID | None]:
    """The records among those of the events of which an earlier event waits for this consumer."""
    waiting = OutboxWaiting.objects.using(OWNER).filter(
        store_id=store_id, consumer=consumer, dead_at=None, record_id__in={event.record_id for event in events}
    )
    return set(waiting.values_list("record_id", flat=True))


def claim_due(*, limit: int, now: dt.datetime) -> list[Waiting]:
    """The first of each record that waits, where its time has come and nobody else is at it."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(DUE, [now, limit])
        found = [(id_, store_id, name, event_of(row)) for id_, store_id, name, *row in cursor.fetchall()]
    mine = lock_records(event.record_id or event.id for *_, event in found)
    return [one for one in found if (one[3].record_id or one[3].id) in mine]


def settle(*, waiting_id: UUID, code: str | None) -> None:
    """`code` None: it was taken."""
    rows = OutboxWaiting.objects.using(OWNER).filter(id=waiting_id)
    if code is None:
        rows.delete()
        return
    tries = rows.values_list("attempts", flat=True).get() + 1
    given_up = tries > len(WAITS)
    now = clock.now()
    rows.update(
        attempts=tries,
        error=code,
        next_at=now if given_up else now + WAITS[tries - 1],
        dead_at=now if given_up else None,
    )
