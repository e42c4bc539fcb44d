"""What keeps a record from going, whatever rules say: work that is not finished. Whoever has such work declares it."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Protocol
from uuid import UUID


class Open(Protocol):
    """Those of the ids, by kind of record, at which something is unfinished, read on the alias `using`."""

    def __call__(self, *, using: str, ids: Mapping[str, Collection[UUID]]) -> set[UUID]: ...


@dataclass(frozen=True, slots=True)
class Blocker:
    """`rests_on`: kind of record → fields that it looks at. Who does not read them is told no number of it."""

    code: str
    rests_on: Mapping[str, tuple[str, ...]]
    open: Open


_blockers: dict[str, Blocker] = {}


def blocks(code: str, *, rests_on: Mapping[str, tuple[str, ...]]) -> Callable[[Open], Open]:
    """Raises ValueError for a code that is taken."""

    def add(open: Open) -> Open:
        if code in _blockers:
            raise ValueError(f"two blockers are called {code}")
        _blockers[code] = Blocker(code, rests_on, open)
        return open

    return add


def blockers() -> list[Blocker]:
    return [_blockers[code] for code in sorted(_blockers)]
