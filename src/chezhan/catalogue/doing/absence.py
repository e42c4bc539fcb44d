"""Who is away: whoever knows of leave signs on here, and whoever gives out work asks."""

import datetime as dt
from collections.abc import Callable, Set
from uuid import UUID

# In the store's transaction: who is away on the day.
Absent = Callable[[dt.date], Set[UUID]]
_known: list[Absent] = []


def tells_absence(absent: Absent) -> Absent:
    """Sign on; once, when the app is ready."""
    _known.append(absent)
    return absent


def away_on(day: dt.date) -> frozenset[UUID]:
    return frozenset().union(*(absent(day) for absent in _known))
