"""Sealed values as a table keeps them, in one column: a blind index, the tail in clear, then the sealed text.

The first INDEX bytes are equal for equal values of one type in one store, and say nothing without the store's key. The
next TAIL bytes are the last signs, or blanks, for the mask. Nothing else of the value is to be had without opening it.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any

from django.db.models import Field as ModelField

from chezhan.catalogue.phones import digits_of
from chezhan.kernel.crypto import blind_index, nonces, seal_as, tail, unseal
from tenants.keys import key_here

INDEX, TAIL = 16, 4
# Numbers whose end is shown to whoever may not read them. The end of other text says too much, and is not kept.
TAILED = frozenset({"phone", "id_card"})
_known: ContextVar[dict[tuple[str, str], bytes] | None] = ContextVar("chezhan_blind_indexes", default=None)


@contextmanager
def indexes_kept() -> Iterator[None]:
    """Within, a value that is looked for and then sealed has its index worked out once. For one set of rows in one
    transaction: what it keeps is in clear.
    """
    token = _known.set({})
    try:
        yield
    finally:
        _known.reset(token)


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
    index_by = _indexer(type_name=type_name)
    tailed = type_name in TAILED

    def kept(text: str | None) -> bytes | None:
        if not text:
            return None
        plain = normal(type_name=type_name, text=text)
        end = tail(plain, signs=TAIL) if tailed else ""
        plain_end = end.encode() if end.isascii() else b""
        index = index_by(plain)
        return index + plain_end.ljust(TAIL) + seal_as(key=key, purpose=purpose, text=text, nonce=next(fresh))

    return kept


def index_of(*, type_name: str, text: str) -> bytes:
    """By which a value is found, in the store whose transaction is open."""
    return indexer(type_name=type_name)(text)


def indexer(*, type_name: str) -> Callable[[str], bytes]:
    """`index_of` for many values, while this transaction is open."""
    index_by = _indexer(type_name=type_name)

    def found(text: str) -> bytes:
        return index_by(normal(type_name=type_name, text=text))

    return found


def _indexer(*, type_name: str) -> Callable[[str], bytes]:
    """Of values in their normal form."""
    key, known = key_here(), _known.get()

    def worked_out(plain: str) -> bytes:
        return blind_index(key=key, purpose=type_name, normalised=plain)

    if known is None:
        return worked_out

    def remembered(plain: str) -> bytes:
        found = known.get((type_name, plain))
        if found is None:
            found = known[type_name, plain] = worked_out(plain)
        return found

    return remembered


def opened(*, purpose: str, kept: bytes | memoryview) -> str:
    """Raises SealBroken."""
    return unseal(key=key_here(), purpose=purpose, sealed=bytes(kept)[INDEX + TAIL :])


def same(one: Any, other: Any) -> bool:
    """Whether two values of a column are one: sealing the same text twice gives other bytes with the same index."""
    if isinstance(one, bytes | memoryview) and isinstance(other, bytes | memoryview):
        return bytes(one)[:INDEX] == bytes(other)[:INDEX]
    return bool(one == other)
