"""How often somebody may ask: counted in Valkey by the minute, the hour or the day."""

from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.valkey import valkey

MINUTE, HOUR, DAY = 60, 3_600, 86_400


class TooFast(AppError):
    """`seconds`: after which it may be tried again, and `minutes` for people; the answer says Retry-After too."""

    code = "too_fast"
    status = 429
    message = "Too many requests; go on after a pause."


def counter_of(name: str, *, window: int = MINUTE) -> str:
    """The key in Valkey under which the requests of this window are counted; it may go after 2 * `window` seconds."""
    kind = "" if window == MINUTE else f"{window}:"
    return f"cz2:pace:{kind}{name}:{_now() // window}"


def keep_pace(*, name: str, limit: int, window: int = MINUTE, times: int = 1, refusal: type[TooFast] = TooFast) -> None:
    """Count `times` more of `name`. Raises `refusal` beyond `limit` within this window of seconds; 0 is no limit."""
    if not limit:
        return
    counter = counter_of(name, window=window)
    with valkey().pipeline(transaction=False) as asked:
        asked.incrby(counter, times)
        asked.expire(counter, 2 * window)
        count, _ = asked.execute()
    check_pace(count=count, limit=limit, window=window, refusal=refusal)


def check_pace(*, count: int, limit: int, window: int = MINUTE, refusal: type[TooFast] = TooFast) -> None:
    """`count`: how many requests this window has had with this one. Raises as keep_pace does."""
    if limit and count > limit:
        wait = window - _now() % window
        raise refusal(params={"seconds": wait, "minutes": -(-wait // MINUTE), "limit": limit})


def _now() -> int:
    return int(clock.now().timestamp())
