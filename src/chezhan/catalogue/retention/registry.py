"""Kinds of data that are kept for a period. Whoever keeps some declares it, with what takes the old away."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, Protocol

from tenants.directory import StoreRef

Unit = Literal["days", "months"]


class Clear(Protocol):
    """Takes away what is older than `before`, in batches, with no scope open; may be killed and called again. Answers
    how many."""

    def __call__(self, *, store: StoreRef, before: dt.datetime) -> int: ...


@dataclass(frozen=True, slots=True)
class Kept:
    """A store chooses from `least` to `most` units. `usual`: unless it did; None for ever, which it may choose too."""

    name: str
    unit: Unit
    least: int
    most: int
    usual: int | None
    clear: Clear


_kept: dict[str, Kept] = {}


def kept_for(name: str, *, unit: Unit, least: int, most: int, usual: int | None) -> Callable[[Clear], Clear]:
    """Raises ValueError for a name that is taken and for a usual period out of its bounds."""
    if usual is not None and not least <= usual <= most:
        raise ValueError(f"{name}: {usual} {unit} are out of bounds")

    def add(clear: Clear) -> Clear:
        if name in _kept:
            raise ValueError(f"two kinds of data are called {name}")
        _kept[name] = Kept(name, unit, least, most, usual, clear)
        return clear

    return add


def every_kept() -> list[Kept]:
    return [_kept[name] for name in sorted(_kept)]


def kept_named(name: str) -> Kept | None:
    return _kept.get(name)
