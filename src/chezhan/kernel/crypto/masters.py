"""Master keys come from the environment and wrap the stores' keys. The first one wraps, all of them open."""

import base64
import hashlib
import os
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from django.conf import settings

from chezhan.kernel.crypto.errors import MasterKeyMissing, MasterKeyUnknown, SealBroken

KEY_BYTES = 32
VERSION = b"\x01"
ID_BYTES, NONCE_BYTES = 4, 12
_HEAD = len(VERSION) + ID_BYTES + NONCE_BYTES


class Master(NamedTuple):
    """`id` is the first bytes of a hash of the key: it says which one, and nothing about it."""

    id: bytes
    cipher: AESGCM

    def __repr__(self) -> str:
        return f"Master({self.id.hex()})"


def read_masters(texts: Sequence[str]) -> tuple[str, ...]:
    """Checks keys as people give them: 32 bytes in base64, of either alphabet. Raises ValueError, never with a key."""
    for number, text in enumerate(texts, start=1):
        if len(_decode(text)) != KEY_BYTES:
            raise ValueError(f"Master key {number} is not {KEY_BYTES} bytes in base64 (openssl rand -base64 32).")
    return tuple(texts)


def wrap(*, key: bytes, store_id: UUID) -> bytes:
    """`key` under the first master: version, the master's id, nonce, ciphertext. Raises MasterKeyMissing."""
    master, nonce = _masters()[0], os.urandom(NONCE_BYTES)
    head = VERSION + master.id
    return head + nonce + master.cipher.encrypt(nonce, key, _bound_to(head, store_id))


def unwrap(*, wrapped: bytes, store_id: UUID) -> bytes:
    """Raises MasterKeyMissing, MasterKeyUnknown, SealBroken (changed, or another store's)."""
    head, nonce = wrapped[: _HEAD - NONCE_BYTES], wrapped[_HEAD - NONCE_BYTES : _HEAD]
    master = next((master for master in _masters() if VERSION + master.id == head), None)
    if master is None:
        raise MasterKeyUnknown
    try:
        return master.cipher.decrypt(nonce, wrapped[_HEAD:], _bound_to(head, store_id))
    except (InvalidTag, ValueError) as error:
        raise SealBroken from error


def is_wrapped_by_first(*, wrapped: bytes) -> bool:
    return wrapped.startswith(VERSION + _masters()[0].id)


def _masters() -> tuple[Master, ...]:
    found = _load(tuple(settings.MASTER_KEYS))
    if not found:
        raise MasterKeyMissing
    return found


@lru_cache(maxsize=4)
def _load(texts: tuple[str, ...]) -> tuple[Master, ...]:
    keys = [_decode(text) for text in texts]
    return tuple(
        Master(id=hashlib.sha256(b"chezhan master" + key).digest()[:ID_BYTES], cipher=AESGCM(key)) for key in keys
    )


def _decode(text: str) -> bytes:
    plain = text.rstrip("=").translate(_STANDARD)
    try:
        return base64.b64decode(plain + "=" * (-len(plain) % 4), validate=True)
    except ValueError:
        return b""


def _bound_to(head: bytes, store_id: UUID) -> bytes:
    return b"chezhan store key" + head + store_id.bytes


_STANDARD = str.maketrans("-_", "+/")
