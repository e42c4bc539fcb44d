"""Rows that are likely the same as a record, or as an earlier row, by the store's own rules for duplicates.

Earlier rows are known by what they share, as FirstRows keeps it; records are found set by set, a statement for each
rule and chunk.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.importing.converting import Fault
from chezhan.catalogue.importing.first_rows import FirstRows
from chezhan.catalogue.importing.keys import Key, Marks, find_alike_names, find_records
from chezhan.catalogue.importing.targets import Target
from chezhan.catalogue.records.duplicates.likeness import are_alike, is_loose, keys_of
from chezhan.catalogue.records.duplicates.rules import Rule, seen_rules
from chezhan.catalogue.records.looking import View

# Names of an earlier row's that are compared with a later one's; and of all the file's that are kept for it.
BLOCK, KEPT = 300, 200_000


@dataclass(frozen=True, slots=True)
class Like:
    """What a row is like: `first_row` of the file or a record; `fields`: by which, in (zh, en)."""

    fields: tuple[str, str]
    first_row: int = 0
    record_id: UUID | None = None

    def as_fault(self) -> Fault:
        if self.first_row:
            return Fault.of("like_row", first_row=self.first_row, fields=[*self.fields])
        return Fault.of("like_record", fields=[*self.fields])


@dataclass(frozen=True, slots=True)
class _Signs:
    """Of a row before a rule: what must be equal, and the name that need only be alike, or ""."""

    equal: Key
    name: str = ""


@dataclass
class _Applied:
    """A rule whose fields are all read from the file."""

    number: int
    equal: list[Target]
    alike: Target | None
    fields: tuple[str, str]
    names: dict[int, list[tuple[int, str]]] = field(default_factory=lambda: defaultdict(list))
    kept: int = 0

    def signs(self, values: Mapping[str, Any], marks: Mapping[str, Marks]) -> _Signs | None:
        """None of a row that lacks one of the fields."""
        found = [marks[one.key][values.get(one.key)] for one in self.equal]
        name = values.get(self.alike.key) if self.alike else ""
        if name is None or any(mark is None or isinstance(mark, Fault) for mark in found):
            return None
        return _Signs(tuple(found), str(name))

    def first(self, row: int, signs: _Signs, seen: FirstRows) -> int:
        """The earlier row that this one is like, or 0; this one is remembered."""
        if not self.alike:
            return seen.claim(("like", self.number, signs.equal), row)
        found = 0
        for key in keys_of(signs.name):
            whole = ("like", self.number, signs.equal, key)
            found = (self._compared(row, signs.name, hash(whole)) if is_loose(key) else seen.claim(whole, row)) or found
        return found

    def _compared(self, row: int, name: str, block: int) -> int:
        there = self.names[block]
        found = next((first for first, other in there if are_alike(name, other)), 0)
        if len(there) < BLOCK and self.kept < KEPT:
            there.append((row, name))
            self.kept += 1
        return found


class Likeness:
    """For the rows of one file, in their order. What is known of earlier rows lies in `seen` and outlives a chunk."""

    def __init__(self, *, view: View, targets: Mapping[str, Target], used: set[str]) -> None:
        self.rules = list(_applied(seen_rules(view=view), targets, used))

    def marks(self) -> dict[str, Marks]:
        """For a chunk, in its transaction."""
        return {one.key: Marks(one) for one in chain.from_iterable(rule.equal for rule in self.rules)}

    def first_like(
        self, *, row: int, values: Mapping[str, Any], marks: Mapping[str, Marks], seen: FirstRows
    ) -> Like | None:
        found = None
        for rule in self.rules:
            signs = rule.signs(values, marks)
            first = rule.first(row, signs, seen) if signs else 0
            found = found or (Like(rule.fields, first_row=first) if first else None)
        return found

    def like_records(self, *, actor: Actor, view: View, rows: Mapping[int, Mapping[str, Any]]) -> dict[int, Like]:
        """Rows by number and their values → the record that the likeliest rule finds, of those that the actor sees."""
        marks, found = self.marks(), dict[int, Like]()
        for rule in self.rules:
            told = {row: rule.signs(values, marks) for row, values in rows.items() if row not in found}
            asked = {row: signs for row, signs in told.items() if signs}
            there = _records(actor, view, rule, asked)
            found |= {row: Like(rule.fields, record_id=record_id) for row, record_id in there.items()}
        return found


def _applied(rules: Iterable[Rule], targets: Mapping[str, Target], used: set[str]) -> Iterator[_Applied]:
    """The likeliest first."""
    for number, rule in enumerate(sorted(rules, key=lambda one: -one.score)):
        if not rule.enabled or not all(name in used and targets[name].sight for name in rule.fields):
            continue
        labels = [targets[name].field.label for name in rule.fields]
        yield _Applied(
            number=number,
            equal=[targets[name] for name in rule.fields if name != rule.alike],
            alike=targets[rule.alike] if rule.alike else None,
            fields=("、".join(one.zh for one in labels), ", ".join(one.en for one in labels)),
        )


def _records(actor: Actor, view: View, rule: _Applied, asked: Mapping[int, _Signs]) -> dict[int, UUID]:
    if not rule.alike:
        there = find_records(actor=actor, view=view, by=rule.equal, keys=[one.equal for one in asked.values()])
        return {row: there[signs.equal][0] for row, signs in asked.items() if signs.equal in there}
    names: Mapping[Key, Sequence[tuple[UUID, str]]] = find_alike_names(
        actor=actor, view=view, by=rule.equal, name=rule.alike,
        asked=[(signs.equal, signs.name) for signs in asked.values()],
    )  # fmt: skip
    found = {}
    for row, signs in asked.items():
        like = next((one for one, name in names.get(signs.equal, ()) if are_alike(name, signs.name)), None)
        if like:
            found[row] = like
    return found
