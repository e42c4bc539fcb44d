"""What timers are called in the outbox."""

import re

KIND = re.compile(r"[a-z_]{1,24}\Z")
# Neither a kind of record nor a consumer of such can be called so.
PREFIX = "timer:"
LONGEST_WHAT = 64


def checked(*, kind: str, what: str = "") -> tuple[str, str]:
    """Raises ValueError for what has no place in the table."""
    if not KIND.match(kind):
        raise ValueError(f"not a kind of timer: {kind!r}")
    if len(what) > LONGEST_WHAT:
        raise ValueError(f"more than {LONGEST_WHAT} characters: {what!r}")
    return kind, what


def is_timer(entity: str) -> bool:
    """Whether an event's `entity` says that it is a timer, and no record's."""
    return entity.startswith(PREFIX)
