"""Three-way merge of JSON: what a pack gave, what the store made of it, what the pack gives now. Pure.

What one side alone changed is taken. What both changed differently is a conflict at its path, for somebody to say
which holds. Lists whose members can be told apart go member by member, others as a whole; what means something only
together (a number and its unit) is one thing.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

Side = Literal["mine", "theirs"]
SIDES: tuple[Side, ...] = ("mine", "theirs")


class _Nothing:
    def __repr__(self) -> str:
        return "NOTHING"


# What is not there, as opposed to null.
NOTHING: Any = _Nothing()
# Members by which a list's are told apart, the first that all have and none has twice.
IDENTITIES = ("id", "key", "value", "field", "name", "path", "kind")
TOGETHER = (("after", "unit", "working"), ("within", "unit"), ("operator", "value"), ("days", "side"), ("x", "y"))


class _Together(dict[str, Any]):
    """One spot of several members."""


@dataclass(frozen=True, slots=True)
class Conflict:
    """`path`: steps parted by /; each side NOTHING where it is not there."""

    path: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, slots=True)
class Difference:
    path: str
    before: Any
    after: Any


@dataclass(frozen=True, slots=True)
class Merged:
    """`value`: with the chosen sides; where nothing was chosen, mine. `open`: conflicts without a choice."""

    value: Any
    conflicts: tuple[Conflict, ...]
    open: tuple[Conflict, ...]


def merge(*, base: Any, mine: Any, theirs: Any, choices: Mapping[str, str] | None = None) -> Merged:
    merger = _Merger(choices or {})
    value = merger.merged("", base, mine, theirs)
    found = tuple(merger.found)
    return Merged(value, found, tuple(one for one in found if merger.choices.get(one.path) not in SIDES))


def differences(*, before: Any, after: Any) -> list[Difference]:
    """Path by path, as deep as both go the same way."""
    return list(_differing("", before, after))


@dataclass
class _Merger:
    choices: Mapping[str, str]
    found: list[Conflict] = field(default_factory=list)

    def merged(self, path: str, base: Any, mine: Any, theirs: Any) -> Any:
        if _same(mine, theirs) or _same(theirs, base):
            return mine
        if _same(mine, base):
            return theirs
        if _parted(mine) and _parted(theirs) and _of_one_kind(base, mine, theirs):
            return _ungrouped(self._members(path, _grouped(base if isinstance(base, dict) else {}, mine, theirs)))
        if isinstance(mine, list) and isinstance(theirs, list):
            keyed = _keyed(base if isinstance(base, list) else [], mine, theirs)
            if keyed is not None:
                return list(self._members(path, keyed).values())
        self.found.append(Conflict(path, base, mine, theirs))
        return theirs if self.choices.get(path) == "theirs" else mine

    def _members(self, path: str, sides: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
        base, mine, theirs = sides
        members = {
            name: self.merged(
                _step(path, name), base.get(name, NOTHING), mine.get(name, NOTHING), theirs.get(name, NOTHING)
            )
            for name in _order(base, mine, theirs)
        }
        return {name: value for name, value in members.items() if value is not NOTHING}


def _parted(value: Any) -> bool:
    return isinstance(value, dict) and not isinstance(value, _Together)


def _of_one_kind(*sides: Any) -> bool:
    """What says its kind is merged with its own kind alone."""
    return len({str(one["kind"]) if "kind" in one else "" for one in sides if isinstance(one, dict)}) <= 1


def _grouped(*sides: Mapping[str, Any]) -> list[dict[str, Any]]:
    """What means something together under one name, "after,unit", on all sides where one has it so."""
    found = [dict(one) for one in sides]
    for names in TOGETHER:
        if any(names[0] in one and names[1] in one for one in found):
            for one in found:
                if held := {name: one.pop(name) for name in names if name in one}:
                    one[",".join(names)] = _Together(held)
    return found


def _ungrouped(merged: Mapping[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in merged.items():
        found |= value if isinstance(value, _Together) else {name: value}
    return found


def _keyed(*lists: Sequence[Any]) -> list[dict[str, Any]] | None:
    """The members by what tells them apart, the same in each list; None where nothing does."""
    members = [one for whole in lists for one in whole]
    if all(isinstance(one, str) for one in members):
        found = [{one: one for one in whole} for whole in lists]
        return found if all(len(one) == len(whole) for one, whole in zip(found, lists, strict=True)) else None
    if not all(isinstance(one, dict) for one in members):
        return None
    for name in IDENTITIES:
        if all(isinstance(one.get(name), str) for one in members):
            found = [{one[name]: one for one in whole} for whole in lists]
            if all(len(one) == len(whole) for one, whole in zip(found, lists, strict=True)):
                return found
    if len({len(whole) for whole in lists}) == 1:
        return [{str(number): one for number, one in enumerate(whole)} for whole in lists]
    return None


def _order(base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]) -> list[str]:
    """Theirs, if the store left the order as it was, else mine; what the other added stands behind its neighbour."""
    common = set(base) & set(mine)
    kept = [name for name in base if name in common] == [name for name in mine if name in common]
    first, second = (theirs, mine) if kept else (mine, theirs)
    order = list(first)
    before = ""
    for name in second:
        if name not in first:
            order.insert(order.index(before) + 1 if before else 0, name)
        before = name
    return order


def _differing(path: str, before: Any, after: Any) -> Iterator[Difference]:
    if _same(before, after):
        return
    if isinstance(before, dict) and isinstance(after, dict) and _of_one_kind(before, after):
        for name in _order(before, before, after):
            yield from _differing(_step(path, name), before.get(name, NOTHING), after.get(name, NOTHING))
        return
    if isinstance(before, list) and isinstance(after, list) and (keyed := _keyed(before, after)) is not None:
        old, new = keyed
        for name in _order(old, old, new):
            yield from _differing(_step(path, name), old.get(name, NOTHING), new.get(name, NOTHING))
        return
    yield Difference(path, before, after)


def _same(one: Any, other: Any) -> bool:
    """1 is not true, and 1 is 1.0."""
    if isinstance(one, bool) != isinstance(other, bool):
        return False
    if isinstance(one, dict) and isinstance(other, dict):
        return one.keys() == other.keys() and all(_same(value, other[name]) for name, value in one.items())
    if isinstance(one, list) and isinstance(other, list):
        return len(one) == len(other) and all(_same(a, b) for a, b in zip(one, other, strict=True))
    return bool(one == other)


def _step(path: str, name: str) -> str:
    return f"{path}/{name}" if path else name
