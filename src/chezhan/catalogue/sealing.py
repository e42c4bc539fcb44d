"""Sealed values as a table keeps them, in one column: a blind index, the tail in clear, then the sealed text.

The first INDEX bytes are equal for equal values of one type in one store, and say nothing without the store's key. The
next TAIL bytes are the last signs, or blanks, for the mask. Nothing else of the value is to be had without opening it.
"""

from collections.abc import Callable
from typing import Any

from django.db.models import Field as ModelField

from chezhan.catalogue.phones import digits_of
from chezhan.kernel.crypto import blind_index, nonces, seal_as, tail, unseal
from tenants.keys import key_here

INDEX, TAIL = 16, 4
# Numbers whose end is shown to whoever may not read them. The end of other text says too much, and is not kept.
TAILED = frozenset({"phone", "id_card"})


def purpose_of(column: ModelField) -> str:
    """What a value is bound to: moved to another column it does not open."""
    return f"{column.model._meta.db_table}.{column.column}"


def normal(*, type_name: str, text: str) -> str:
    """The form in which two spellings of one value are equal."""
    return digits_of(text) or "" if type_name == "phone" else "".join(text.split()).upper()


def sealed(*, column: ModelField, type_name: str, text: str | None) -> bytes | None:
    """`text` as the column keeps it, in the store whose transaction is open; None and "" are nothing."""
    return sealer(column=column, type_name=type_name)(text) if text else None


def sealer(*, column: ModelField, type_name: str) -> Callable[[str | None], bytes | None]:
    """`sealed` for many values, while this transaction is open."""
    key, purpose, fresh = key_here(), purpose_of(column), nonces()
    tailed = type_name in TAILED

    def kept(text: str | None) -> bytes | None:
        if not text:
            return None
        plain = normal(type_name=type_name, text=text)
        end = tail(plain, signs=TAIL) if tailed else ""
        plain_end = end.encode() if end.isascii() else b""
        index = blind_index(key=key, purpose=type_name, normalised=plain)
        return index + plain_end.ljust(TAIL) + seal_as(key=key, purpose=purpose, text=text, nonce=next(fresh))

    return kept


def index_of(*, type_name: str, text: str) -> bytes:
    """By which a value is found, in the store whose transaction is open."""
    return indexer(type_name=type_name)(text)


def indexer(*, type_name: str) -> Callable[[str], bytes]:
    """`index_of` for many values, while this transaction is open."""
    key = key_here()

    def found(text: str) -> bytes:
        return blind_index(key=key, purpose=type_name, normalised=normal(type_name=type_name, text=text))

    return found


def opened(*, purpose: str, kept: bytes | memoryview) -> str:
    """Raises SealBroken."""
    return unseal(key=key_here(), purpose=purpose, sealed=bytes(kept)[INDEX + TAIL :])


def same(one: Any, other: Any) -> bool:
    """Whether two values of a column are one: sealing the same text twice gives other bytes with the same index."""
    if isinstance(one, bytes | memoryview) and isinstance(other, bytes | memoryview):
        return bytes(one)[:INDEX] == bytes(other)[:INDEX]
    return bool(one == other)
