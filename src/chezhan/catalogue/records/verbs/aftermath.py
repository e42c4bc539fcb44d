"""What acted by itself on a record: engines sign on, since they are not known here."""

import datetime as dt
from collections.abc import Callable
from uuid import UUID

from chezhan.catalogue.labels import Label

# Called in the store's transaction; answers what acted on the record since then, each by its name.
Acted = Callable[[UUID, dt.datetime], list[Label]]
_acted: list[Acted] = []


def tells_what_acted(acted: Acted) -> Acted:
    """Sign on; once, when the app is ready."""
    _acted.append(acted)
    return acted


def acted_since(*, record_id: UUID, since: dt.datetime) -> list[Label]:
    return [label for one in _acted for label in one(record_id, since)]
