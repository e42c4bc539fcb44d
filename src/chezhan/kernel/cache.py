"""Remember what was read, and forget it at once when it changes.

A reader that read before a change and stores after it would bring back the old value; so forgetting leaves a
tombstone for longer than a read lasts, and a reader only adds.
"""

import hashlib
from collections.abc import Iterable
from functools import lru_cache
from typing import Any, cast
from uuid import UUID

from django.core.cache import cache
from django.db import transaction

from chezhan.kernel.valkey import Cache

TTL = 300
TOMBSTONE_SECONDS = 15
_TOMBSTONE = "\x00gone"


@lru_cache(maxsize=4096)
def key(kind: str, *parts: object) -> str:
    """The one way to spell a cache key: kind and the ids it hangs on.

    What is no id of ours goes as a hash: a slug in an address is whatever a stranger typed.
    """
    return ":".join(["cz3", kind, *(str(part) if isinstance(part, UUID) else _hashed(str(part)) for part in parts)])


def _hashed(text: str) -> str:
    return hashlib.blake2b(text.encode(), digest_size=16).hexdigest()


def recall(keys: Iterable[str]) -> dict[str, Any]:
    """What is known of `keys`, in one round trip; missing and forgotten ones are absent."""
    return _unburied(cache.get_many(keys))


def _unburied(found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if value != _TOMBSTONE}


def recall_counting(keys: Iterable[str], *, counter: str, seconds: int) -> tuple[dict[str, Any], int]:
    """As recall; and in the same round trip one more for `counter`, whose first counts for `seconds`: how many now."""
    found, count = cast(Cache, cache).get_many_counting(keys, counter=counter, seconds=seconds)
    return _unburied(found), count


def remember(name: str, value: Any) -> None:
    cache.add(name, value, TTL)


def forget(*names: str, using: str = "default") -> None:
    """Drop `names` now and once more when the transaction on `using` has committed."""

    def bury() -> None:
        cache.set_many(dict.fromkeys(names, _TOMBSTONE), TOMBSTONE_SECONDS)

    bury()
    transaction.on_commit(bury, using=using)
