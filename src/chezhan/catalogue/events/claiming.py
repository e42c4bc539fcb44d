"""Claim events of a store, on the owner alias. Held until its transaction ends: by a lock on each record, so that the
events of one are in one hand, and by SKIP LOCKED, so that many hands take different ones.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from uuid import UUID

import orjson
from django.db import connections

from chezhan.catalogue.events.registry import Event
from tenants.roles import OWNER

COLUMNS = "id, entity, record_id, kind, changed, actor_id, version, cause, at, position"
HEAD = """
SELECT id, record_id, position FROM outbox_event WHERE store_id = %s ORDER BY position LIMIT %s FOR UPDATE SKIP LOCKED
"""
# A lock is left with the transaction, after what it guarded can be seen: whoever has it next reads what is true.
LOCKED = "SELECT r FROM unnest(%s::uuid[]) AS r WHERE pg_try_advisory_xact_lock(hashtextextended(r::text, 5))"
OF_RECORDS = f"""
SELECT {COLUMNS} FROM outbox_event WHERE store_id = %s AND position <= %s AND coalesce(record_id, id) = ANY(%s)
ORDER BY position
"""
# One that another hand holds for the moment stays; it is found to be taken when it comes again.
DONE = "DELETE FROM outbox_event WHERE id IN (SELECT id FROM outbox_event WHERE id = ANY(%s) FOR UPDATE SKIP LOCKED)"


def claim(*, store_id: UUID, limit: int) -> list[Event]:
    """In order: of each record that nobody else is at, all from its first waiting event on."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(HEAD, [store_id, limit])
        head = cursor.fetchall()
        if not head:
            return []
        mine = lock_records(record_id or event_id for event_id, record_id, _ in head)
        cursor.execute(OF_RECORDS, [store_id, head[-1][2], list(mine)])
        return [event_of(row) for row in cursor.fetchall()]


def lock_records(ids: Iterable[UUID]) -> set[UUID]:
    """Those of them that nobody else is at."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(LOCKED, [sorted(set(ids))])
        return {record_id for (record_id,) in cursor.fetchall()}


def strike_out(events: Sequence[Event]) -> None:
    with connections[OWNER].cursor() as cursor:
        cursor.execute(DONE, [[event.id for event in events]])


def event_of(row: Sequence) -> Event:
    id_, entity, record_id, kind, changed, actor_id, version, cause, at, position = row
    return Event(
        id=id_,
        entity=entity,
        record_id=record_id,
        kind=kind,
        changed=tuple(orjson.loads(changed)),
        actor_id=actor_id,
        version=version,
        cause=tuple(orjson.loads(cause)),
        at=at,
        position=position,
    )


def by_record(events: Iterable[Event]) -> dict[UUID, list[Event]]:
    found: dict[UUID, list[Event]] = defaultdict(list)
    for event in events:
        found[event.record_id or event.id].append(event)
    return found
