"""Valkey, asked through clients that are kept: to make one costs more than the question."""

from collections.abc import Iterable
from functools import cache as once
from typing import Any, cast

import redis
from django.conf import settings
from django.core.cache.backends.redis import RedisCache, RedisCacheClient

# Counts one more, and answers how many with what is kept under the other keys.
COUNT_AND_GET = """
local count = redis.call('INCR', KEYS[1])
if count == 1 then redis.call('EXPIRE', KEYS[1], ARGV[1]) end
return {count, unpack(redis.call('MGET', unpack(KEYS, 2)))}
"""


@once
def valkey() -> redis.Redis:
    """The client of this process, for what is no cache. Its pool is safe between threads and across a fork."""
    return redis.Redis.from_url(settings.REDIS_URL)


class Cache(RedisCache):
    """Django's, but that its client is kept, and one question more."""

    def __init__(self, server: str, params: dict[str, Any]) -> None:
        super().__init__(server, params)
        self._class = _Client

    def validate_key(self, key: str) -> None:
        """Memcached's rules, sign by sign, are not Valkey's."""

    def get_many_counting(self, keys: Iterable[str], *, counter: str, seconds: int) -> tuple[dict[str, Any], int]:
        """As get_many; and one more for `counter` (spelled as it is), which ends `seconds` after its first."""
        names = {self.make_key(key): key for key in keys}
        count, found = cast(_Client, self._cache).get_many_counting(list(names), counter=counter, seconds=seconds)
        return {names[name]: value for name, value in found.items()}, count


class _Client(RedisCacheClient):
    """Of one server."""

    _kept: Any = None
    _script: Any = None

    def get_client(self, key: Any = None, *, write: bool = False) -> Any:
        if self._kept is None:
            self._kept = super().get_client(key, write=True)
        return self._kept

    def get_many_counting(self, keys: list[str], *, counter: str, seconds: int) -> tuple[int, dict[str, Any]]:
        client = self.get_client()
        if self._script is None:
            self._script = client.register_script(COUNT_AND_GET)
        try:
            count, *values = _asked(client, "EVALSHA", self._script.sha, len(keys) + 1, counter, *keys, seconds)
        except redis.RedisError:
            # The server has forgotten the script, or the connection went: the client knows what to do.
            count, *values = self._script(keys=[counter, *keys], args=[seconds])
        found = zip(keys, values, strict=True)
        return count, {key: self._loads(value) for key, value in found if value is not None}

    def _loads(self, value: bytes) -> Any:
        return cast(Any, self)._serializer.loads(value)


def _asked(client: redis.Redis, *command: Any) -> Any:
    """The answer as it came: the client's own way does four times as much for each question."""
    pool: Any = client.connection_pool
    connection = pool.get_connection()
    try:
        connection.send_command(*command)
        return connection.read_response()
    except redis.ResponseError:
        raise
    except BaseException:
        # Whatever came between: nobody may read the answer to somebody else's question.
        connection.disconnect()
        raise
    finally:
        pool.release(connection)
