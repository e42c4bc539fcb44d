"""One thing on a timeline that is no change of the record itself; and modules that bring such things."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.kernel.signed_on import SignedOn

# Before which moment, and at that moment before which key; None for the latest.
Before = tuple[dt.datetime, str] | None


@dataclass(frozen=True, slots=True)
class Piece:
    """`kind`: of record, or what the module calls it. `row`: the first facts, by field."""

    at: dt.datetime
    kind: str
    id: UUID
    title: str | None
    row: Mapping[str, Any]

    @property
    def key(self) -> str:
        return key_of(self.kind, self.id)


# Of the record, which the actor sees: the latest first, at most so many. It answers for what the actor may know.
Bring = Callable[[Actor, View, UUID, Before, int], Sequence[Piece]]
_brought = SignedOn[Bring]("bringers")


def key_of(kind: str, record_id: UUID) -> str:
    """By which what happened at one moment is put in order."""
    return f"{kind}:{record_id}"


def brings(kind: str) -> Callable[[Bring], Bring]:
    """Sign on, once the app is ready. Raises ValueError for a name that is taken."""
    return _brought.under(kind)


def brought() -> Mapping[str, Bring]:
    return _brought
