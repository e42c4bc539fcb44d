"""Tell beforehand what is handed to a consumer, so that an event which ends its process is known for it.

The word is written in a transaction of its own and taken back in the one of the work. What is still there when the same
events are had again is of a process that ended at them: one event alone, and that was a try; several, and each goes
alone from now on.
"""

import datetime as dt
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.catalogue.events.models import EventAttempt
from chezhan.catalogue.events.registry import Event
from tenants.context import tenant_context
from tenants.directory import StoreRef

KEPT = dt.timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Ended:
    """Words that were left behind: of events `alone`, and of all."""

    words: tuple[int, ...] = ()
    alone: frozenset[UUID] = frozenset()


def begin(*, store: StoreRef, name: str, events: Sequence[Event]) -> tuple[int, Ended | None]:
    """The number of the word; or, of events at which a process ended, what is left of it, and no word is written."""
    ids = [event.id for event in events]
    with tenant_context(store):
        left = list(EventAttempt.objects.filter(consumer=name, events__overlap=ids))
        if left:
            alone = frozenset(one.events[0] for one in left if len(one.events) == 1)
            return 0, Ended(tuple(one.id for one in left), alone)
        return EventAttempt.objects.create(consumer=name, events=ids).id, None


def begin_alone(*, store: StoreRef, name: str, event: Event) -> int:
    with tenant_context(store):
        return EventAttempt.objects.create(consumer=name, events=[event.id]).id


def done_here(attempt: int) -> None:
    """In the transaction of what came of it."""
    EventAttempt.objects.filter(id=attempt).delete()


def take_back(*, store: StoreRef, attempts: Collection[int]) -> None:
    with tenant_context(store):
        EventAttempt.objects.filter(id__in=list(attempts)).delete()


def forget_here(*, now: dt.datetime) -> None:
    """Of events that never came again, as those of a kind of record that nobody wants any more."""
    EventAttempt.objects.filter(at__lt=now - KEPT).delete()
