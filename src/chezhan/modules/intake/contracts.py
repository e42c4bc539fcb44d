"""What crosses this module's border."""

from collections.abc import Mapping
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Taken:
    """Rows of sales brought in: so many orders created, updated, found as they were. `touched`: records in all."""

    rows: int = 0
    created: int = 0
    updated: int = 0
    unchanged: int = 0
    touched: int = 0
    chunks: int = 0


@dataclass(frozen=True, slots=True)
class KeptRecord:
    """A record that the undo left alone, since somebody `changed` it or other records are `referred` to it."""

    entity: str
    record_id: UUID
    reason: str


@dataclass(frozen=True, slots=True)
class Returned:
    """One step of an undo. Counts by entity; `left` says how many touches are still to be taken back."""

    deleted: Mapping[str, int]
    restored: Mapping[str, int]
    kept: int
    left: int
