"""Where else old values of a record lie. Whoever keeps such a ledger adds how it is emptied.

Called in the owner's transaction in the store's schema, where `public` is in reach too; what is done there is done or
undone with the erasure as a whole.
"""

from collections.abc import Callable

from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef

# Answers how many entries were emptied.
Place = Callable[[StoreRef, Reach], int]
_places: dict[str, Place] = {}


def place(name: str) -> Callable[[Place], Place]:
    """Raises ValueError for a name that is taken."""

    def add(emptied: Place) -> Place:
        if _places.setdefault(name, emptied) is not emptied:
            raise ValueError(f"two places are called {name}")
        return emptied

    return add


def empty_places(*, store: StoreRef, reach: Reach) -> dict[str, int]:
    return {name: emptied(store, reach) for name, emptied in sorted(_places.items())}
