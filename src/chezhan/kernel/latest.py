"""Keep the values asked for last."""

from collections import OrderedDict
from collections.abc import Callable, Hashable
from threading import RLock
from typing import Generic, TypeVar

Value = TypeVar("Value")


class Latest(Generic[Value]):
    """At most `limit` values by key, shared by all threads."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._values: OrderedDict[Hashable, Value] = OrderedDict()
        self._lock = RLock()

    def find(self, key: Hashable) -> Value | None:
        with self._lock:
            if key not in self._values:
                return None
            self._values.move_to_end(key)
            return self._values[key]

    def keep(self, key: Hashable, value: Value) -> Value:
        """Two threads that made the same at once both keep what came first."""
        with self._lock:
            kept = self._values.setdefault(key, value)
            self._values.move_to_end(key)
            while len(self._values) > self._limit:
                self._values.popitem(last=False)
            return kept

    def drop(self, key: Hashable) -> None:
        with self._lock:
            self._values.pop(key, None)

    def make_once(self, key: Hashable, make: Callable[[], Value]) -> Value:
        """The value of `key`, by `make` when it is not kept; other threads wait, so `make` may not ask a database."""
        with self._lock:
            found = self.find(key)
            return self.keep(key, make()) if found is None else found
