"""Who takes events. A layer above signs on once, when its app is ready; of what it wants to hear, see `interest`."""

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from uuid import UUID

from chezhan.kernel.signed_on import SignedOn
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Event:
    """`changed`: attributes. `cause`: what acted by itself that it came to this, first to last."""

    id: UUID
    entity: str
    record_id: UUID | None
    kind: str
    changed: tuple[str, ...]
    actor_id: UUID | None
    version: int | None
    cause: tuple[str, ...]
    at: dt.datetime
    position: int


# Called in a transaction of the store, with events that it has not taken yet, in order. What it writes there is
# committed together with the word that they were taken; what it raises takes both back.
Take = Callable[[StoreRef, Sequence[Event]], None]
_consumers = SignedOn[Take]("consumers")


def consumes(name: str) -> Callable[[Take], Take]:
    """Raises ValueError for a name that is taken."""
    return _consumers.under(name)


def consumer(name: str) -> Take | None:
    """None for one that this release does not have: its events wait for the release that has it."""
    return _consumers.get(name)
