"""Timers whose moment has come become events, in one statement: from there on they are handed on as all events are,
once, over failures and kills (see catalogue.events).
"""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import connections, transaction

from chezhan.catalogue.events.registry import Event, consumes
from chezhan.catalogue.timers.names import PREFIX, checked
from chezhan.kernel import clock
from tenants.directory import StoreRef
from tenants.roles import OWNER

AT_ONCE = 1_000
# The timer's id becomes the event's: what is taken once can't be taken again. Who is called takes the events, so that
# nobody sweeps them away; that is said here, not by the store, whose role may only set timers.
RING = f"""
WITH due AS (
  DELETE FROM timer WHERE id IN (
    SELECT t.id FROM timer t JOIN store s ON s.id = t.store_id AND s.status = 'active'
    WHERE NOT t.held AND t.due_at <= %(now)s
    ORDER BY t.due_at LIMIT %(limit)s FOR UPDATE OF t SKIP LOCKED)
  RETURNING *),
takers AS (
  INSERT INTO outbox_interest (id, store_id, consumer, entity)
  SELECT gen_random_uuid(), store_id, '{PREFIX}' || kind, '{PREFIX}' || kind FROM due GROUP BY store_id, kind
  ON CONFLICT (store_id, entity, consumer) DO NOTHING)
INSERT INTO outbox_event (id, store_id, entity, record_id, kind, changed, actor_id, at, cause, version)
SELECT id, store_id, '{PREFIX}' || kind, key, what, '[]', NULL, due_at, cause, NULL FROM due ORDER BY due_at, id
"""
# Of a store that is closed or gone nothing is to happen any more.
DROP = """
DELETE FROM timer WHERE id IN (
  SELECT t.id FROM timer t LEFT JOIN store s ON s.id = t.store_id
  WHERE s.id IS NULL OR s.status = 'closed' FOR UPDATE OF t SKIP LOCKED)
"""
# Those of a store that is not open are taken out of the way until it opens again: else each look would pass over them.
HOLD = """
UPDATE timer t SET held = true FROM store s
WHERE s.id = t.store_id AND s.status <> 'active' AND NOT t.held AND t.due_at <= %s
"""
RELEASE = "UPDATE timer t SET held = false FROM store s WHERE s.id = t.store_id AND s.status = 'active' AND t.held"
# A country has moved its clocks, and PostgreSQL was told of it.
BY_THE_WALL = """
UPDATE timer SET due_at = wall::timestamp AT TIME ZONE zone
WHERE wall <> '' AND due_at <> wall::timestamp AT TIME ZONE zone
"""


@dataclass(frozen=True, slots=True)
class Ring:
    """`cause`: what acted by itself that it came to this, as told when the timer was set."""

    id: UUID
    key: UUID
    what: str
    due_at: dt.datetime
    cause: tuple[str, ...]


# Called in a transaction of the store, which may be late. What it writes there is committed together with the word that
# the timers have rung; what it raises takes both back, and it is called again.
Heed = Callable[[StoreRef, Sequence[Ring]], None]


def rings(kind: str) -> Callable[[Heed], Heed]:
    """Sign on, once the app is ready, for timers of a kind. Raises ValueError for one that is taken."""
    name = f"{PREFIX}{checked(kind=kind)[0]}"

    def signed_on(heed: Heed) -> Heed:
        @consumes(name)
        def take(store: StoreRef, events: Sequence[Event]) -> None:
            heed(store, [_ring(event) for event in events])

        return heed

    return signed_on


def ring_due(*, until: dt.datetime) -> int:
    """Answers how many rang. Ends when none is due that another hand is not at, or at `until`."""
    rung = 0
    while (now := clock.now()) < until:
        with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
            cursor.execute(RING, {"now": now, "limit": AT_ONCE})
            moved = cursor.rowcount
        rung += moved
        if moved < AT_ONCE:
            break
    return rung


def follow_stores() -> None:
    """Hold the timers of stores that do not open, and let go those of stores that do again."""
    _run(HOLD, [clock.now()])
    _run(RELEASE)


def put_in_order() -> None:
    """Drop the timers of stores that closed; set those anew whose wall clock was moved."""
    _run(DROP)
    _run(BY_THE_WALL)


def _run(statement: str, params: Sequence | None = None) -> None:
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(statement, params)


def _ring(event: Event) -> Ring:
    # Each timer has a key.
    assert event.record_id is not None
    return Ring(id=event.id, key=event.record_id, what=event.kind, due_at=event.at, cause=event.cause)
