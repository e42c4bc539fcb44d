"""Hand events to one consumer, in the store: what it makes of them and that it took them are one transaction."""

from collections.abc import Iterable, Sequence

import structlog
from django.db import connection

from chezhan.catalogue.events.attempting import begin, begin_alone, done_here, take_back
from chezhan.catalogue.events.claiming import by_record
from chezhan.catalogue.events.registry import Event, consumer
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.work.trying import LOST

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
        attempt, ended = begin(store=store, name=name, events=events)
    except Exception as error:
        # Nobody gets into the store; another store's events are not to wait for it.
        return _left(by_record(events).values(), code=_told(name, error))
    if ended is None:
        code = _tried(store, name, events, attempt)
        if not code or len(events) == 1:
            return [(events[0], code)] if code else []
    # One of them is in the way: record by record, and event by event, all the others are taken.
    left: list[tuple[Event, str]] = []
    for of_record in by_record(events).values():
        for number, event in enumerate(of_record):
            code = LOST if ended and event.id in ended.alone else _alone(store, name, event)
            if code:
                left += _left([of_record[number:]], code=code)
                break
    if ended:
        take_back(store=store, attempts=ended.words)
    return left


def _left(of_records: Iterable[Sequence[Event]], *, code: str) -> list[tuple[Event, str]]:
    """Of each record the first is in the way, and the later ones wait behind it."""
    return [(event, "" if number else code) for events in of_records for number, event in enumerate(events)]


def _alone(store: StoreRef, name: str, event: Event) -> str:
    return _tried(store, name, [event], begin_alone(store=store, name=name, event=event))


def _tried(store: StoreRef, name: str, events: Sequence[Event], attempt: int) -> str:
    """The code of what went wrong."""
    try:
        hand_over(store=store, name=name, events=events, attempt=attempt)
        return ""
    except Exception as error:
        take_back(store=store, attempts=[attempt])
        return _told(name, error)


def hand_over(*, store: StoreRef, name: str, events: Sequence[Event], attempt: int) -> None:
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
        done_here(attempt)


def _told(name: str, error: Exception) -> str:
    """A code, or what kind of error it was: its words may be of somebody."""
    code = error.code if isinstance(error, AppError) else type(error).__name__
    log.warning("event_not_taken", consumer=name, code=code)
    return code[:80]
