"""A store's own key. It rests wrapped, travels wrapped, and is open only in the memory of a process."""

import os
from functools import lru_cache
from typing import Never
from uuid import UUID

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings

from chezhan.kernel.crypto import masters
from chezhan.kernel.crypto.errors import DataKeyMissing

KEPT_OPEN = 256


class DataKey:
    """What opens a store's sealed values. Can't be pickled, so it never reaches a cache or a queue."""

    __slots__ = ("_bound", "_derived", "_indexes", "_secret", "cipher", "store_id")

    def __init__(self, *, store_id: UUID, secret: bytes) -> None:
        self.store_id = store_id
        self._secret = secret
        self._bound: dict[str, bytes] = {}
        self._derived: dict[bytes, bytes] = {}
        self._indexes: dict[str, bytes] = {}
        self.cipher = AESGCM(self.derived(b"seal"))

    def bound_to(self, purpose: str) -> bytes:
        """What a value sealed for `purpose` (say customer.phone) is tied to."""
        found = self._bound.get(purpose)
        if found is None:
            found = self._bound[purpose] = b"chezhan\x00" + self.store_id.bytes + _named(purpose)
        return found

    def index_key(self, purpose: str) -> bytes:
        found = self._indexes.get(purpose)
        if found is None:
            found = self._indexes[purpose] = self.derived(b"blind index\x00" + _named(purpose))
        return found

    def derived(self, info: bytes) -> bytes:
        """32 bytes for one use alone."""
        found = self._derived.get(info)
        if found is None:
            expand = HKDF(algorithm=SHA256(), length=32, salt=self.store_id.bytes, info=b"chezhan\x00" + info)
            found = self._derived[info] = expand.derive(self._secret)
        return found

    def __repr__(self) -> str:
        return f"DataKey({self.store_id})"

    def __reduce__(self) -> Never:
        raise TypeError("a store's open key does not leave the process")


def make_data_key(*, store_id: UUID) -> bytes:
    """A new key, wrapped. Raises MasterKeyMissing."""
    return masters.wrap(key=os.urandom(masters.KEY_BYTES), store_id=store_id)


def open_data_key(*, store_id: UUID, wrapped: bytes | None) -> DataKey:
    """The store's key, from memory when it was opened lately.

    Raises DataKeyMissing, MasterKeyMissing, MasterKeyUnknown, SealBroken.
    """
    if not wrapped:
        raise DataKeyMissing
    # the masters are part of the question: a key whose master was taken away does not stay open
    return _opened(store_id, bytes(wrapped), tuple(settings.MASTER_KEYS))


def rewrap_data_key(*, store_id: UUID, wrapped: bytes) -> bytes:
    """The same key under the first master; `wrapped` itself when it is so already. Values stay as they are.

    Raises as open_data_key does.
    """
    key = masters.unwrap(wrapped=wrapped, store_id=store_id)
    return wrapped if masters.is_wrapped_by_first(wrapped=wrapped) else masters.wrap(key=key, store_id=store_id)


@lru_cache(maxsize=KEPT_OPEN)
def _opened(store_id: UUID, wrapped: bytes, master_texts: tuple[str, ...]) -> DataKey:
    return DataKey(store_id=store_id, secret=masters.unwrap(wrapped=wrapped, store_id=store_id))


def _named(purpose: str) -> bytes:
    if not purpose or not purpose.replace(".", "_").isidentifier():
        raise ValueError(f"not a purpose: {purpose!r}; name a column, say customer.phone")
    return purpose.encode()
