"""Look through all records of a kind for groups that are likely one, by set and by blocks: never every pair.

It compares what is there, whoever may see it; what it keeps are ids, compared anew before they are shown to anybody.
"""

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import combinations
from typing import Any
from uuid import UUID

import orjson
from django.contrib.postgres.aggregates import ArrayAgg
from django.db.models import Count, QuerySet

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.records.duplicates.keys import bare_sights, keys_of_rule
from chezhan.catalogue.records.duplicates.likeness import are_alike, is_loose, keys_of
from chezhan.catalogue.records.duplicates.rules import Rule
from chezhan.catalogue.records.statements import ANY_ID, Statement, run
from tenants.context import tenant_context
from tenants.directory import StoreRef

# Groups kept of a rule, records kept of a group; one more of each tells that there were more.
GROUPS, IN_GROUP = 2_000, 10
# Rows read in one transaction; keys sorted out at one go; names compared with each other in one block.
CHUNK, AT_ONCE, BLOCK = 20_000, 250_000, 300
Groups = list[list[UUID]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """`capped`: more was found than is kept, or a block was too large to be compared whole."""

    groups: Groups
    capped: bool


def find_equal(*, store: StoreRef, kind: Entity, rule: Rule) -> Outcome:
    """By a rule whose fields must all be equal: one statement."""
    keys = keys_of_rule(rule, bare_sights(kind, rule))
    grouped = _with(kind, keys).order_by().values(*keys).annotate(n=Count("id"), ids=ArrayAgg("id", order_by="id"))
    sql, params = grouped.filter(n__gt=1).query.sql_with_params()
    latest = (
        f"SELECT json_agg(f.ids) FROM (SELECT s.ids[1:{IN_GROUP + 1}] AS ids FROM ({sql}) s "
        f"ORDER BY s.ids[cardinality(s.ids)] DESC LIMIT {GROUPS + 1}) f"
    )
    with tenant_context(store):
        (found,) = run(Statement(latest, params), person_id=ANY_ID)
    groups = [[UUID(one) for one in ids] for ids in orjson.loads(found or b"[]")]
    return Outcome(groups[:GROUPS], len(groups) > GROUPS)


def find_alike(*, store: StoreRef, kind: Entity, rule: Rule, moved: Callable[[int], None]) -> Outcome:
    """By a rule with a name that need only be alike. `moved`: told how many more rows were read, between chunks."""
    blocks = _Blocks()
    for rows in _chunks(store, kind, rule):
        for record_id, name, *equal in rows:
            blocks.add(record_id, name, tuple(bytes(one) if isinstance(one, memoryview) else one for one in equal))
        moved(len(rows))
    groups, whole = blocks.groups(moved)
    groups.sort(key=max, reverse=True)
    return Outcome([ids[: IN_GROUP + 1] for ids in groups[:GROUPS]], not whole or len(groups) > GROUPS)


def _with(kind: Entity, keys: dict[str, Any]) -> QuerySet:
    rows = kind.model._default_manager.annotate(**keys)
    return rows.filter(**{f"{name}__isnull": False for name in keys})


def _chunks(store: StoreRef, kind: Entity, rule: Rule) -> Iterator[list[tuple[Any, ...]]]:
    sights = bare_sights(kind, rule)
    keys = keys_of_rule(rule, sights)
    rows = _with(kind, keys).annotate(alike=sights[rule.alike].compared()).order_by("id")
    last = ANY_ID
    while True:
        with tenant_context(store):
            found = list(rows.filter(id__gt=last).values_list("id", "alike", *keys)[:CHUNK])
        if found:
            last = found[-1][0]
            yield found
        if len(found) < CHUNK:
            return


@dataclass
class _Blocks:
    """Rows by the hashes of what they share, in little memory: 40 bytes for a row, and the names that are compared."""

    ids: bytearray = field(default_factory=bytearray)
    hashes: array = field(default_factory=lambda: array("q"))
    rows: array = field(default_factory=lambda: array("l"))
    loose: bytearray = field(default_factory=bytearray)
    names: dict[int, str] = field(default_factory=dict)

    def add(self, record_id: UUID, name: str | None, equal: tuple[Any, ...]) -> None:
        row = len(self.ids) // 16
        added = False
        for key in keys_of(name or ""):
            self.hashes.append(hash((key, equal)))
            self.rows.append(row)
            self.loose.append(is_loose(key))
            added = True
            if is_loose(key):
                self.names[row] = name or ""
        if added:
            self.ids += record_id.bytes

    def groups(self, moved: Callable[[int], None]) -> tuple[Groups, bool]:
        """And whether every block was compared whole. `moved` is told of every part and block: it goes on."""
        joined, whole = _Joined(), True
        parts = len(self.hashes) // AT_ONCE + 1
        for part in range(parts):
            moved(0)
            for block, loose in self._blocks(part, parts):
                if loose:
                    moved(0)
                whole &= not loose or len(block) <= BLOCK
                pairs = self._alike(block[:BLOCK]) if loose else ((block[0], other) for other in block[1:])
                for one, other in pairs:
                    joined.join(one, other)
        return [sorted(map(self._id, rows)) for rows in joined.sets()], whole

    def _blocks(self, part: int, parts: int) -> Iterator[tuple[list[int], bool]]:
        found: dict[int, list[int]] = defaultdict(list)
        for at, one in enumerate(self.hashes):
            if one % parts == part:
                found[one].append(at)
        for places in found.values():
            if len(places) > 1:
                yield [self.rows[at] for at in places], bool(self.loose[places[0]])

    def _alike(self, block: list[int]) -> Iterable[tuple[int, int]]:
        return ((one, two) for one, two in combinations(block, 2) if are_alike(self.names[one], self.names[two]))

    def _id(self, row: int) -> UUID:
        return UUID(bytes=bytes(self.ids[row * 16 : row * 16 + 16]))


@dataclass
class _Joined:
    """Sets that grow together."""

    above: dict[int, int] = field(default_factory=dict)

    def join(self, one: int, other: int) -> None:
        self.above[self._top(one)] = self._top(other)

    def sets(self) -> list[list[int]]:
        found: dict[int, list[int]] = defaultdict(list)
        for one in list(self.above):
            found[self._top(one)].append(one)
        return list(found.values())

    def _top(self, one: int) -> int:
        while (above := self.above.setdefault(one, one)) != one:
            self.above[one] = self.above[above]
            one = above
        return one
