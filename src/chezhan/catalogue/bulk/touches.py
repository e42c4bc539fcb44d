"""What a bulk write did to one record: enough to take it back later."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal
from uuid import UUID

Kind = Literal["created", "updated"]


@dataclass(frozen=True, slots=True)
class Touch:
    """`version` is the record's after the write; `before` holds the old values of the changed attributes only.

    `before` is JSON-ready: ids and dates as text, money as decimal text. `entity` is a catalogue name.
    """

    entity: str
    record_id: UUID
    kind: Kind
    version: int
    before: Mapping[str, Any] = field(default_factory=dict)

    def as_json(self) -> dict[str, Any]:
        """A JSON-ready dict that `from_json` reads back."""
        return {
            "entity": self.entity,
            "id": str(self.record_id),
            "kind": self.kind,
            "version": self.version,
            "before": dict(self.before),
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> "Touch":
        return cls(
            entity=data["entity"],
            record_id=UUID(data["id"]),
            kind=data["kind"],
            version=data["version"],
            before=data["before"],
        )


@dataclass(frozen=True, slots=True)
class TakenIn:
    """The record that a row became or met; `touch` when this row was the first of its call to change it."""

    record_id: UUID
    touch: Touch | None


def hand_out(*, ids: Sequence[UUID], touches: Mapping[UUID, Touch]) -> list[TakenIn]:
    """One entry per id, in order; each touch goes to the first row with its record."""
    left = dict(touches)
    return [TakenIn(record_id=record_id, touch=left.pop(record_id, None)) for record_id in ids]
