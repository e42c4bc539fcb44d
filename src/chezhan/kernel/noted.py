"""Remember which ids were dealt with, under which key; what was asked for least recently goes first."""

from collections import OrderedDict
from collections.abc import Collection, Hashable, Iterable
from threading import Lock


class Noted:
    """At most about `limit` ids, shared by all threads. Forgetting one costs doing its work again, and no more."""

    def __init__(self, *, limit: int) -> None:
        self._limit = limit
        self._ids: OrderedDict[Hashable, set[bytes]] = OrderedDict()
        self._count = 0
        self._lock = Lock()

    def unknown(self, key: Hashable, ids: Iterable[bytes]) -> list[bytes]:
        """Those of `ids` that were not added under `key`, each once."""
        with self._lock:
            known = self._ids.get(key)
            if known is None:
                return list(dict.fromkeys(ids))
            self._ids.move_to_end(key)
            return list(dict.fromkeys(one for one in ids if one not in known))

    def add(self, key: Hashable, ids: Collection[bytes]) -> None:
        with self._lock:
            known = self._ids.setdefault(key, set())
            self._ids.move_to_end(key)
            self._count -= len(known)
            known.update(ids)
            self._count += len(known)
            while self._count > self._limit and self._ids:
                _, gone = self._ids.popitem(last=False)
                self._count -= len(gone)

    def forget(self) -> None:
        with self._lock:
            self._ids.clear()
            self._count = 0
