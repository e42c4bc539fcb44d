"""Logs and error reports say in which store something happened, also after its transaction has ended."""

import json
from collections.abc import Iterator
from contextlib import contextmanager

from structlog.contextvars import bound_contextvars

PLACE = "in store "


@contextmanager
def whereabouts(*, store: str, group: str) -> Iterator[None]:
    """Logs written within name the slugs; an exception that leaves carries them as a note (see place_of)."""
    place = {"store": store, "group": group}
    with bound_contextvars(**place):
        try:
            yield
        except Exception as error:
            if not place_of(error):
                error.add_note(f"{PLACE}{json.dumps(place)}")
            raise


def place_of(error: BaseException | None) -> dict[str, str]:
    """The `store` and `group` from which an exception came; empty for none."""
    seen = set[int]()
    # One that is raised from itself is its own cause.
    while error is not None and id(error) not in seen:
        seen.add(id(error))
        for note in getattr(error, "__notes__", ()):
            if note.startswith(PLACE):
                return json.loads(note.removeprefix(PLACE))
        error = error.__cause__
    return {}
