"""The own paper of a record as a document, and a document as a PDF. Whoever sets papers signs on."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.access import Actor

Document = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Press:
    """`fill`: by who reads, kind of record, its id, and values by path that go before the record's own."""

    fill: Callable[[Actor, str, UUID, Mapping[str, str]], Document]
    set: Callable[[Document], bytes]


_presses: list[Press] = []


def has_press(press: Press) -> None:
    """Sign on; once, when the app is ready."""
    _presses.append(press)


def fill_paper(*, actor: Actor, entity: str, record_id: UUID, over: Mapping[str, str]) -> Document:
    """With what the actor sees. Raises UnknownRecord."""
    return _presses[0].fill(actor, entity, record_id, over)


def set_paper(document: Document) -> bytes:
    """A PDF. Raises what setting raises."""
    return _presses[0].set(document)
