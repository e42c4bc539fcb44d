"""Seal a value, open it, match it without opening it, and show its end."""

import hmac
import os
from collections.abc import Iterator

from cryptography.exceptions import InvalidTag

from chezhan.kernel.crypto.data_keys import DataKey
from chezhan.kernel.crypto.errors import SealBroken

VERSION = b"\x01"
NONCE_BYTES, TAG_BYTES = 12, 16
NONCES = 64
_HEAD = len(VERSION) + NONCE_BYTES
INDEX_BYTES = 16


def seal(*, key: DataKey, purpose: str, text: str) -> bytes:
    """Version, nonce, ciphertext with its tag: 29 bytes more than the text. Twice the same text differs.

    `purpose` names the column, say customer.phone; only under the same one does the value open again.
    """
    return seal_as(key=key, purpose=purpose, text=text, nonce=os.urandom(NONCE_BYTES))


def seal_as(*, key: DataKey, purpose: str, text: str, nonce: bytes) -> bytes:
    """As `seal`. `nonce`: NONCE_BYTES of chance, never used before."""
    return VERSION + nonce + key.cipher.encrypt(nonce, text.encode(), key.bound_to(purpose))


def nonces() -> Iterator[bytes]:
    """For many values at one go: chance by the hundred costs as much as for one. Of one process and one thread: never
    carried over a fork, where both would seal with the same.
    """
    while True:
        chance = os.urandom(NONCE_BYTES * NONCES)
        for at in range(0, len(chance), NONCE_BYTES):
            yield chance[at : at + NONCE_BYTES]


def unseal(*, key: DataKey, purpose: str, sealed: bytes | memoryview) -> str:
    """Raises SealBroken."""
    whole = bytes(sealed)
    if whole[:1] != VERSION or len(whole) < _HEAD + TAG_BYTES:
        raise SealBroken
    try:
        return key.cipher.decrypt(whole[1:_HEAD], whole[_HEAD:], key.bound_to(purpose)).decode()
    except InvalidTag as error:
        raise SealBroken from error


def blind_index(*, key: DataKey, purpose: str, normalised: str) -> bytes:
    """16 bytes that are equal for equal texts of one purpose in one store, and say nothing without the key.

    A purpose shared by several columns (say phone) makes their values comparable; a column's own does not.
    """
    return hmac.digest(key.index_key(purpose), normalised.encode(), "sha256")[:INDEX_BYTES]


def tail(text: str, *, signs: int = 4) -> str:
    """The last letters or digits, kept in clear for search and mask; empty when they would be half of it or more."""
    plain = text if text.isalnum() else "".join(sign for sign in text if sign.isalnum())
    return plain[-signs:] if len(plain) > 2 * signs else ""
