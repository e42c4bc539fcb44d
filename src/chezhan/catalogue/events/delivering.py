"""Hand events to one consumer, in the store: what it makes of them and that it took them are one transaction."""

from collections.abc import Sequence

import structlog
from django.db import connection

from chezhan.catalogue.events.claiming import by_record
from chezhan.catalogue.events.registry import Event, consumer
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

log = structlog.get_logger(__name__)
TAKEN = """
INSERT INTO event_taken (consumer, event_id, at) SELECT %s, e, %s FROM unnest(%s::uuid[]) AS e
ON CONFLICT (event_id, consumer) DO NOTHING RETURNING event_id
"""


class NoSuchConsumer(Exception):
    """This release has none of the name."""


def deliver(*, store: StoreRef, name: str, events: Sequence[Event]) -> list[tuple[Event, str]]:
    """Answers those that could not be taken, each with the code of why; of a record none is passed over to a later."""
    try:
        hand_over(store=store, name=name, events=events)
        return []
    except Exception as error:
        if len(events) == 1:
            return [(events[0], _told(name, error))]
    # One of them is in the way: record by record, and event by event, all the others are taken.
    left: list[tuple[Event, str]] = []
    for of_record in by_record(events).values():
        for number, event in enumerate(of_record):
            try:
                hand_over(store=store, name=name, events=[event])
            except Exception as error:
                left.append((event, _told(name, error)))
                left += [(later, "") for later in of_record[number + 1 :]]
                break
    return left


def hand_over(*, store: StoreRef, name: str, events: Sequence[Event]) -> None:
    """Raises what the consumer raises, and NoSuchConsumer."""
    take = consumer(name)
    if take is None:
        raise NoSuchConsumer
    with acting_as(None, reason=f"task:{name}"), tenant_context(store):
        with connection.cursor() as cursor:
            cursor.execute(TAKEN, [name, clock.now(), [event.id for event in events]])
            new = {event_id for (event_id,) in cursor.fetchall()}
        fresh = [event for event in events if event.id in new]
        if fresh:
            take(store, fresh)


def _told(name: str, error: Exception) -> str:
    """A code, or what kind of error it was: its words may be of somebody."""
    code = error.code if isinstance(error, AppError) else type(error).__name__
    log.warning("event_not_taken", consumer=name, code=code)
    return code[:80]
