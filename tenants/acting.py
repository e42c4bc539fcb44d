"""Who acts, why and from where: said once, carried by every transaction of a store that opens within.

It goes out with BEGIN as a setting of the transaction, signed under the store's key, since a store's role may set
any such setting; the store's audit (catalogue.audit) takes no other.
"""

import hmac
import json
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, replace
from uuid import UUID

from django.db import connections

from chezhan.kernel.crypto import open_data_key
from tenants.directory import StoreRef

SETTING = "chezhan.acting"
LONGEST = 200
_BLOCK = 64


@dataclass(frozen=True, slots=True)
class Acting:
    """`reason`: say import:<id of the job>, or what a person gave; `address`: of the network, as it reached us."""

    actor_id: UUID | None
    reason: str = ""
    request_id: str = ""
    address: str = ""

    @property
    def message(self) -> bytes:
        said = {
            "actor": "" if self.actor_id is None else str(self.actor_id),
            "reason": self.reason,
            "request": self.request_id,
            "address": self.address,
        }
        kept = {name: value[:LONGEST].replace("\x00", "") for name, value in said.items() if value}
        return json.dumps(kept).encode()

    @property
    def header(self) -> str:
        """What a queued task carries: ids alone, since a reason or an address may be personal."""
        return f"{self.actor_id or ''}/{self.request_id}"

    @classmethod
    def of_header(cls, text: str) -> "Acting":
        actor, _, request = text.partition("/")
        return cls(actor_id=UUID(actor) if actor else None, request_id=request)


_acting: ContextVar[Acting | None] = ContextVar("chezhan_acting", default=None)


def who_acts() -> Acting | None:
    return _acting.get()


@contextmanager
def acting_as(actor_id: UUID | None, *, reason: str = "", request_id: str = "", address: str = "") -> Iterator[None]:
    """Transactions opened within are this person's doing. One that is open already keeps what it began with."""
    with carrying(Acting(actor_id=actor_id, reason=reason, request_id=request_id, address=address)):
        yield


@contextmanager
def because(reason: str) -> Iterator[None]:
    """The same person, for this reason."""
    with carrying(replace(_acting.get() or Acting(actor_id=None), reason=reason)):
        yield


@contextmanager
def carrying(acting: Acting) -> Iterator[None]:
    """As `acting_as`, for what was kept."""
    token = _acting.set(acting)
    try:
        yield
    finally:
        _acting.reset(token)


def signed_for(store: StoreRef) -> str:
    """Signature and message in hex; empty when nobody acts. Raises as open_data_key does."""
    acting = _acting.get()
    if acting is None:
        return ""
    message = acting.message
    return (hmac.digest(_key(store), message, "sha256") + message).hex()


def declare_on(alias: str, *, store: StoreRef) -> None:
    """Say who acts in the open transaction of another alias that changes the store: the owner's."""
    with connections[alias].cursor() as cursor:
        cursor.execute("SELECT set_config(%s, %s, true)", [SETTING, signed_for(store)])


def pads_of(store: StoreRef) -> tuple[bytes, bytes]:
    """What checks a signature: H(outer + H(inner + message)), as in RFC 2104. They sign nothing but who acts."""
    block = _key(store).ljust(_BLOCK, b"\0")
    return bytes(byte ^ 0x36 for byte in block), bytes(byte ^ 0x5C for byte in block)


def _key(store: StoreRef) -> bytes:
    return open_data_key(store_id=store.id, wrapped=store.data_key).derived(b"who acts")
