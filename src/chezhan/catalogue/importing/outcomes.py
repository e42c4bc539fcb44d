"""What became of a row: one short entry for each, in the ledger and in the file of the dry run."""

from collections import Counter
from collections.abc import Iterable
from typing import Any, Literal, NamedTuple
from uuid import UUID

from chezhan.catalogue.importing.converting import Fault

Became = Literal["created", "updated", "unchanged", "skipped", "asked", "refused"]
BECAME: tuple[Became, ...] = ("created", "updated", "unchanged", "skipped", "asked", "refused")


class Entry(NamedTuple):
    """`record_id`: as text; what the row became or met, or None. `faults`: [target or None, code, params]."""

    row: int
    became: Became
    record_id: str | None
    faults: list[list[Any]]

    @classmethod
    def of(cls, row: int, became: Became, record_id: UUID | None = None) -> "Entry":
        return cls(row, became, None if record_id is None else str(record_id), [])

    @classmethod
    def refused(cls, row: int, faults: Iterable[tuple[str | None, Fault]]) -> "Entry":
        return cls(row, "refused", None, [[target, fault.code, dict(fault.params)] for target, fault in faults])


def counted(entries: Iterable[Entry]) -> dict[str, int]:
    return dict(Counter(entry.became for entry in entries))
