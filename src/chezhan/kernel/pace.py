"""How often somebody may ask: counted in Valkey by the minute."""

from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.valkey import valkey

WINDOW = 60


class TooFast(AppError):
    """`seconds`: after which it may be tried again; the answer says it as Retry-After too."""

    code = "too_fast"
    status = 429
    message = "Too many requests; go on after a pause."


def counter_of(name: str) -> str:
    """The key in Valkey under which the requests of this minute are counted; it may go after 2 * WINDOW seconds."""
    return f"cz2:pace:{name}:{_now() // WINDOW}"


def keep_pace(*, name: str, limit: int) -> None:
    """Count one request of `name`. Raises TooFast beyond `limit` within this minute; 0 is no limit."""
    if not limit:
        return
    counter = counter_of(name)
    with valkey().pipeline(transaction=False) as asked:
        asked.incr(counter)
        asked.expire(counter, 2 * WINDOW)
        count, _ = asked.execute()
    check_pace(count=count, limit=limit)


def check_pace(*, count: int, limit: int) -> None:
    """`count`: how many requests this minute has had with this one. Raises as keep_pace does."""
    if limit and count > limit:
        raise TooFast(params={"seconds": WINDOW - _now() % WINDOW, "limit": limit})


def _now() -> int:
    return int(clock.now().timestamp())
