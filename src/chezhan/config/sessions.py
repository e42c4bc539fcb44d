"""Sessions in Valkey, sealed: what a sign-in has half done holds phones and addresses, and Valkey is no place for them.

The key comes from SECRET_KEY, whose change signs everybody out anyway.
"""

import os
from functools import lru_cache
from typing import Any

import orjson
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from django.conf import settings
from django.contrib.sessions.backends.cache import SessionStore as CacheStore
from django.core.cache import caches

NONCE_BYTES = 12


class SessionStore(CacheStore):
    def __init__(self, session_key: str | None = None) -> None:
        super().__init__(session_key)
        self._cache: Any = _Sealed(caches[settings.SESSION_CACHE_ALIAS])

    def take(self, kept: Any) -> None:
        """Load what was found under `cache_key` by a question that had others in it; None for nothing."""
        found = _opened(self.cache_key, kept)
        self._session_cache = found or {}
        if found is None:
            self._session_key = None


class _Sealed:
    """The calls of a cache that a session makes."""

    def __init__(self, cache: Any) -> None:
        self._cache = cache

    def get(self, key: str) -> dict[str, Any] | None:
        return _opened(key, self._cache.get(key))

    def set(self, key: str, data: dict[str, Any], timeout: int) -> None:
        self._cache.set(key, _seal(key, data), timeout)

    def add(self, key: str, data: dict[str, Any], timeout: int) -> bool:
        return self._cache.add(key, _seal(key, data), timeout)

    def delete(self, key: str) -> bool:
        return self._cache.delete(key)

    def __contains__(self, key: str) -> bool:
        return key in self._cache


def _opened(key: str, sealed: Any) -> dict[str, Any] | None:
    """None for what does not open: another session's, or of a SECRET_KEY that is gone."""
    if not isinstance(sealed, bytes):
        return None
    try:
        plain = _cipher(settings.SECRET_KEY).decrypt(sealed[:NONCE_BYTES], sealed[NONCE_BYTES:], key.encode())
    except InvalidTag:
        return None
    return orjson.loads(plain)


def _seal(key: str, data: dict[str, Any]) -> bytes:
    nonce = os.urandom(NONCE_BYTES)
    return nonce + _cipher(settings.SECRET_KEY).encrypt(nonce, orjson.dumps(data), key.encode())


@lru_cache(maxsize=4)
def _cipher(secret: str) -> AESGCM:
    return AESGCM(HKDF(algorithm=SHA256(), length=32, salt=None, info=b"chezhan sessions").derive(secret.encode()))
