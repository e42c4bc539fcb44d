"""How often somebody may ask: counted in Valkey by the minute."""

from functools import cache

import redis
from django.conf import settings

from chezhan.kernel import clock
from chezhan.kernel.errors import AppError

WINDOW = 60


class TooFast(AppError):
    """`seconds`: after which it may be tried again; the answer says it as Retry-After too."""

    code = "too_fast"
    status = 429
    message = "Too many requests; go on after a pause."


def keep_pace(*, name: str, limit: int) -> None:
    """Count one request of `name`. Raises TooFast beyond `limit` within this minute; 0 is no limit."""
    if not limit:
        return
    now = int(clock.now().timestamp())
    key = f"cz2:pace:{name}:{now // WINDOW}"
    with _valkey().pipeline(transaction=False) as asked:
        asked.incr(key)
        asked.expire(key, 2 * WINDOW)
        count, _ = asked.execute()
    if count > limit:
        raise TooFast(params={"seconds": WINDOW - now % WINDOW, "limit": limit})


@cache
def _valkey() -> redis.Redis:
    return redis.Redis.from_url(settings.REDIS_URL)
