"""What became of a row: one short entry for each, in the ledger and in the file of the dry run."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple
from uuid import UUID

from chezhan.catalogue.importing.converting import Fault
from chezhan.catalogue.importing.likeness import Like

Became = Literal["created", "updated", "unchanged", "skipped", "asked", "alike", "refused"]
BECAME: tuple[Became, ...] = ("created", "updated", "unchanged", "skipped", "asked", "alike", "refused")


class Entry(NamedTuple):
    """`record_id`: as text; what the row became or met, of one that is alike what it is like, or None. `faults`:
    [target or None, code, params]; of a row that is not refused, what is to be known of it.
    """

    row: int
    became: Became
    record_id: str | None
    faults: list[list[Any]]

    @classmethod
    def of(cls, row: int, became: Became, record_id: UUID | None = None) -> "Entry":
        return cls(row, became, None if record_id is None else str(record_id), [])

    @classmethod
    def like(cls, row: int, became: Became, like: Like) -> "Entry":
        fault = like.as_fault()
        met = None if like.record_id is None else str(like.record_id)
        return cls(row, became, met, [[None, fault.code, dict(fault.params)]])

    @classmethod
    def refused(cls, row: int, faults: Iterable[tuple[str | None, Fault]]) -> "Entry":
        return cls(row, "refused", None, [[target, fault.code, dict(fault.params)] for target, fault in faults])


def counted(entries: Iterable[Entry]) -> dict[str, int]:
    return dict(Counter(entry.became for entry in entries))
