"""Where else old values of a record lie. Whoever keeps such a ledger adds how it is emptied.

Called in the owner's transaction in the store's schema, where `public` is in reach too; what is done there is done or
undone with the erasure as a whole.
"""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.personal.reach import Reach
from chezhan.kernel.signed_on import SignedOn
from tenants.directory import StoreRef

# Answers how many entries were emptied.
Place = Callable[[StoreRef, Reach], int]
_places = SignedOn[Place]("places")
# What else is held of a person's records, beside them: rows for people to read, as far as the actor may.
Beside = Callable[[Actor, list[UUID]], list[dict[str, Any]]]
_beside = SignedOn[Beside]("tellers of what is beside")


def place(name: str) -> Callable[[Place], Place]:
    """Raises ValueError for a name that is taken."""
    return _places.under(name)


def empty_places(*, store: StoreRef, reach: Reach) -> dict[str, int]:
    return {name: emptied(store, reach) for name, emptied in sorted(_places.items())}


def tells(name: str) -> Callable[[Beside], Beside]:
    """Raises ValueError for a name that is taken."""
    return _beside.under(name)


def told_beside(*, actor: Actor, record_ids: list[UUID]) -> dict[str, list[dict[str, Any]]]:
    return {name: told(actor, record_ids) for name, told in sorted(_beside.items())}
