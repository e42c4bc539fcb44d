"""What the latest look found, page by page, before one viewer: compared anew, on what they see and read now."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import F

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.duplicates.keys import keys_of_rule
from chezhan.catalogue.records.duplicates.likeness import are_alike
from chezhan.catalogue.records.duplicates.models import NotDuplicate
from chezhan.catalogue.records.duplicates.rules import Rule, seen_rules
from chezhan.catalogue.records.duplicates.scanning import IN_GROUP
from chezhan.catalogue.records.duplicates.scans import Look, look_of
from chezhan.catalogue.records.finding.showing import Told, show
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidCursor
from chezhan.catalogue.records.statements import Statement, run
from chezhan.catalogue.records.viewer import viewer_of

# Kept groups looked at in one statement.
LOOKED_AT = 200
Ids = frozenset[UUID]
# Kept groups that still hold, of one rule, the likeliest first.
HELD = """
SELECT (SELECT json_agg(f ORDER BY f.at) FROM (
  SELECT g.id AS at, json_agg(json_build_array(r.i, r.said) ORDER BY r.i) AS members
  FROM (SELECT id, ids FROM duplicate_group WHERE entity = %s AND rule = %s AND {which} ORDER BY id LIMIT {limit}) g
  CROSS JOIN LATERAL unnest(g.ids) m(i) JOIN ({rows}) r ON r.i = m.i
  GROUP BY {keys} HAVING count(*) > 1) f),
(SELECT max(id) FROM (
  SELECT id FROM duplicate_group WHERE entity = %s AND rule = %s AND {which} ORDER BY id LIMIT {limit}) g)
"""


@dataclass(frozen=True, slots=True)
class Group:
    """`why`: the names of the fields by which they match; `score` of 100. `more`: there are more than are told."""

    records: list[Told]
    why: tuple[str, ...]
    alike: str
    score: int
    more: bool


@dataclass(frozen=True, slots=True)
class Page:
    """`look`: of which moment it is told, and whether one is going on. `capped`: more was found than is kept."""

    groups: list[Group]
    next_cursor: str | None
    look: Look
    capped: bool


def list_groups(*, actor: Actor, entity: str, cursor: str = "", limit: int = 20) -> Page:
    """The likeliest first; of what the actor sees, by fields that they read. A page may hold fewer than `limit` while
    there is a next one.

    Raises UnknownEntity, InvalidCursor, Forbidden unless the actor may delete records of the kind: only they can merge.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    view = View(viewer, kind)
    rules = sorted((rule for rule in seen_rules(view=view) if rule.enabled), key=lambda rule: (-rule.score, rule.name))
    start, after = _read_cursor(cursor, rules)
    found: list[tuple[Ids, Rule]] = []
    last: str | None = None
    for at, rule in enumerate(rules[start:], start=start):
        while len(found) < limit:
            held, end = _held(view, rule, actor.person_id, after=after, limit=min(LOOKED_AT, limit * 2))
            if end is None:
                break
            fresh = _not_told_by(view, rules[:at], held, actor.person_id)
            found += [(ids, rule) for ids in _not_apart(kind.name, fresh)]
            after = end
        if len(found) >= limit:
            last = f"{rule.name}~{after}"
            break
        after = 0
    groups = _shown(view, found, actor.person_id)
    look = look_of(kind.name)
    # Whether there are more is told to those who see all of them.
    capped = view.rows().always and bool({rule.name for rule in rules} & set(look.capped))
    return Page(groups, last, look, capped)


def _held(
    view: View, rule: Rule, person_id: UUID, *, after: int = 0, among: Collection[UUID] | None = None, limit: int
) -> tuple[list[Ids], int | None]:
    """And where the next begin; None when there were none."""
    sights = {name: view.sight(name) for name in rule.fields}
    rows = view.seen()
    for sight in sights.values():
        if sight.read.q is None:
            return [], None
        rows = rows.filter(sight.read.q) if sight.read.q else rows
    keys = keys_of_rule(rule, sights)
    rows = rows.annotate(**keys).filter(**{f"{name}__isnull": False for name in keys}).order_by()
    said = sights[rule.alike].compared() if rule.alike else F("id")
    try:
        sql, params = rows.values(*keys, i=F("id"), said=said).query.sql_with_params()
    except EmptyResultSet:
        return [], None
    which, value = ("ids && %s", list(among)) if among is not None else ("id > %s", after)
    grouped = ", ".join(["g.id", *(f"r.{key}" for key in keys)])
    kept = (view.entity.name, rule.name, value)
    statement = Statement(HELD.format(which=which, limit=int(limit), rows=sql, keys=grouped), (*kept, *params, *kept))
    found, end = run(statement, person_id=person_id)
    groups = [
        frozenset(UUID(one) for one, _ in members)
        for row in orjson.loads(found or b"[]")
        for members in [_alike(row["members"]) if rule.alike else row["members"]]
        if len(members) > 1
    ]
    return groups, end


def _alike(members: list[list[Any]]) -> list[list[Any]]:
    """Those whose name is still like another's."""
    kept = {
        at
        for (one, (_, name)), (two, (_, other)) in combinations(enumerate(members), 2)
        if are_alike(name or "", other or "")
        for at in (one, two)
    }
    return [member for at, member in enumerate(members) if at in kept]


def _not_told_by(view: View, rules: Sequence[Rule], groups: list[Ids], person_id: UUID) -> list[Ids]:
    """Without those that a likelier rule tells this viewer of already."""
    every = [one for ids in groups for one in ids]
    told: set[Ids] = set()
    for rule in rules if every else ():
        held, _ = _held(view, rule, person_id, among=every, limit=len(every))
        told.update(held)
    return [ids for ids in groups if ids not in told]


def _not_apart(entity: str, groups: Sequence[Ids]) -> list[Ids]:
    """Without those of which somebody said of every pair that they are different."""
    every = {one for ids in groups for one in ids}
    apart: dict[UUID, set[UUID]] = defaultdict(set)
    rows = NotDuplicate.objects.filter(entity=entity, first__in=list(every)).values_list("first", "second")
    for first, second in rows:
        apart[first].add(second)
    return [ids for ids in groups if not all(two in apart[one] for one, two in combinations(sorted(ids), 2))]


def _shown(view: View, found: Iterable[tuple[Ids, Rule]], person_id: UUID) -> list[Group]:
    found = list(found)
    name = view.entity.name
    every = list(dict.fromkeys(one for ids, _ in found for one in sorted(ids)))
    shown = show(viewer=view.viewer, chosen={name: every} if every else {}, term=None, person_id=person_id)
    by_id = {told[0]: told for told in shown.get(name, ())}
    groups = [([by_id[one] for one in sorted(ids) if one in by_id], rule) for ids, rule in found]
    return [
        Group(records[:IN_GROUP], rule.fields, rule.alike, rule.score, len(records) > IN_GROUP)
        for records, rule in groups
        if len(records) > 1
    ]


def _read_cursor(cursor: str, rules: Sequence[Rule]) -> tuple[int, int]:
    """The rule to begin with, by its place, and the kept group after which."""
    if not cursor:
        return 0, 0
    name, _, after = cursor.rpartition("~")
    at = next((at for at, rule in enumerate(rules) if rule.name == name), None)
    if at is None or not after.isdigit() or len(after) > 18:
        raise InvalidCursor
    return at, int(after)
