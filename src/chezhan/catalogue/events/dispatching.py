"""One round after another, until nothing waits: claim, hand on, strike out. Killed anywhere, it loses nothing: what was
taken is told in the store with what came of it, and what was not struck out comes again and is passed over.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Mapping
from uuid import UUID

from django.db import connections, transaction

from chezhan.catalogue.events.claiming import claim, strike_out
from chezhan.catalogue.events.delivering import deliver
from chezhan.catalogue.events.parking import behind, claim_due, park, settle
from chezhan.kernel import clock
from chezhan.kernel.models import OutboxInterest
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER

# Events claimed of one store at once: a store with a million of them does not keep the others waiting.
AT_ONCE = 250
# How many dispatchers are at work at most.
HANDS = 3
SWEPT = 20_000
HAND = "SELECT pg_try_advisory_xact_lock(hashtext('chezhan outbox'), %s)"
WAITING = """
SELECT i.store_id FROM (SELECT DISTINCT store_id FROM outbox_interest) i
WHERE EXISTS (SELECT FROM outbox_event e WHERE e.store_id = i.store_id)
"""
SWEEP = """
WITH none AS (
  SELECT e.id FROM outbox_event e WHERE NOT EXISTS (
    SELECT FROM outbox_interest i JOIN store s ON s.id = i.store_id AND s.status <> 'closed'
    WHERE i.store_id = e.store_id AND i.entity = e.entity)
  LIMIT %s FOR UPDATE OF e SKIP LOCKED)
DELETE FROM outbox_event WHERE id IN (SELECT id FROM none)
"""
Interest = Mapping[str, set[str]]


def dispatch(*, until: dt.datetime) -> int:
    """Answers how many events were claimed. Ends when nothing is left that others are not at, or at `until`."""
    done = 0
    while clock.now() < until:
        moved = sum(_round(store_id) for store_id in waiting_stores())
        moved += try_again()
        if not moved:
            break
        done += moved
    return done


def waiting_stores() -> list[UUID]:
    with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
        cursor.execute(WAITING)
        return [store_id for (store_id,) in cursor.fetchall()]


def sweep() -> int:
    """Drop the events that nobody takes, in sets; answers how many."""
    dropped = 0
    while True:
        with transaction.atomic(using=OWNER), connections[OWNER].cursor() as cursor:
            cursor.execute(SWEEP, [SWEPT])
            dropped += cursor.rowcount
            if cursor.rowcount < SWEPT:
                return dropped


def _round(store_id: UUID) -> int:
    with transaction.atomic(using=OWNER):
        store = _store(store_id)
        if store is None or not _a_hand_is_free():
            return 0
        events = claim(store_id=store_id, limit=AT_ONCE)
        for consumer, entities in _interest(store_id).items():
            wanted = [event for event in events if event.entity in entities]
            held = behind(store_id=store_id, consumer=consumer, events=wanted) if wanted else set()
            left = [(event, "") for event in wanted if event.record_id in held]
            free = [event for event in wanted if event.record_id not in held]
            if free:
                left += deliver(store=store, name=consumer, events=free)
            if left:
                park(store_id=store_id, consumer=consumer, left=left, now=clock.now())
        strike_out(events)
        return len(events)


def try_again(*, limit: int = 50) -> int:
    """The due ones of those that could not be taken; answers how many were tried."""
    with transaction.atomic(using=OWNER):
        due = claim_due(limit=limit, now=clock.now()) if _a_hand_is_free() else []
        for waiting_id, store_id, consumer, event in due:
            store = _store(store_id)
            left = deliver(store=store, name=consumer, events=[event]) if store else []
            settle(waiting_id=waiting_id, code=left[0][1] if left else None)
        return len(due)


def _interest(store_id: UUID) -> Interest:
    found: dict[str, set[str]] = defaultdict(set)
    rows = OutboxInterest.objects.using(OWNER).filter(store_id=store_id)
    for consumer, entity in rows.values_list("consumer", "entity"):
        found[consumer].add(entity)
    return found


def _store(store_id: UUID) -> StoreRef | None:
    """None for one that is closed or gone: nothing is to be made of its events any more."""
    found = Store.objects.using(OWNER).select_related("group").filter(id=store_id).first()
    return None if found is None or found.status == Store.Status.CLOSED else StoreRef.of(found)


def _a_hand_is_free() -> bool:
    with connections[OWNER].cursor() as cursor:
        for number in range(HANDS):
            cursor.execute(HAND, [number])
            row = cursor.fetchone()
            if row and row[0]:
                return True
    return False
