"""Records that are likely the same: by set, never pair by pair."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Any
from uuid import UUID

import orjson
from django.contrib.postgres.aggregates import ArrayAgg
from django.core.exceptions import EmptyResultSet
from django.db.models import Count, Func, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast, Coalesce, NullIf
from django.db.models.lookups import Exact

from chezhan.access import Actor
from chezhan.access.rights import Action
from chezhan.catalogue.records.duplicates.models import NotDuplicate
from chezhan.catalogue.records.duplicates.rules import Rule, seen_rules
from chezhan.catalogue.records.finding.showing import Told, show
from chezhan.catalogue.records.finding.terms import Term, has_parts, has_pinyin, is_whole
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sealed import index_in
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import Statement, run, select_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.types import PARSE_FAULTS, FieldRefused
from chezhan.kernel.errors import AppError
from chezhan.kernel.searching.pinyin import readings_of

GROUPS, IN_GROUP, AT_ENTRY = 200, 10, 5


@dataclass(frozen=True, slots=True)
class Match:
    """`why`: the names of the fields by which they match; `score` of 100."""

    records: list[Told]
    why: tuple[str, ...]
    score: int


@dataclass(frozen=True, slots=True)
class Found:
    """`more`: there are more than are told; those that are most likely are told first."""

    matches: list[Match]
    more: bool


def groups_of(*, actor: Actor, entity: str) -> Found:
    """All over the store, the likeliest first; of what the actor sees, by fields that they read.

    Raises UnknownEntity, Forbidden unless the actor may delete records of the kind: only they can merge.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.allow(kind, Action.DELETE)
    view = View(viewer, kind)
    found: dict[frozenset[UUID], Rule] = {}
    more = False
    for rule in sorted(seen_rules(view=view), key=lambda rule: -rule.score):
        groups = _groups(view, rule, actor.person_id) if rule.enabled else []
        more |= len(groups) > GROUPS
        for ids in groups[:GROUPS]:
            found.setdefault(frozenset(ids[:IN_GROUP]), rule)
    for apart in _all_told_apart(kind.name, list(found)):
        del found[apart]
    every = [one for ids in found for one in ids]
    shown = show(viewer=viewer, chosen={kind.name: list(dict.fromkeys(every))}, term=None, person_id=actor.person_id)
    by_id = {told[0]: told for told in shown.get(kind.name, ())}
    matches = [
        Match([by_id[one] for one in sorted(ids) if one in by_id], rule.fields, rule.score)
        for ids, rule in found.items()
    ]
    return Found([match for match in matches if len(match.records) > 1][:GROUPS], more or len(matches) > GROUPS)


def like_these(*, actor: Actor, entity: str, values: Mapping[str, Any], but: UUID | None = None) -> list[Match]:
    """Records like one that is being entered. Of what the actor does not see nothing is said. Values that don't fit
    match nothing. Raises UnknownEntity, Forbidden.
    """
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    view = View(viewer, kind)
    matches: list[Match] = []
    told: set[UUID] = {but} if but else set()
    for rule in seen_rules(view=view):
        which = _like(view, rule, values) if rule.enabled else None
        if which is None:
            continue
        rows = view.seen().filter(which).exclude(id__in=list(told)).order_by("-created_at", "-id").values_list("id")
        ids = [one for (one,) in select_as(rows[:AT_ENTRY], person_id=actor.person_id)]
        told |= set(ids)
        if ids:
            shown = show(viewer=viewer, chosen={kind.name: ids}, term=None, person_id=actor.person_id)
            matches.append(Match(shown[kind.name], rule.fields, rule.score))
    return matches


def _groups(view: View, rule: Rule, person_id: UUID) -> list[list[UUID]]:
    """Ids with equal values in all of the rule's fields, a group a list. Values that are not read make none."""
    rows = view.seen()
    keys = {}
    for number, name in enumerate(rule.fields):
        sight = view.sight(name)
        if sight.read.q is None:
            return []
        if sight.read.q:
            rows = rows.filter(sight.read.q)
        keys[f"g{number}"] = _key(sight, alike=name == rule.alike)
    rows = rows.annotate(**keys)
    for name in keys:
        rows = rows.filter(**{f"{name}__isnull": False})
    grouped = rows.order_by().values(*keys).annotate(n=Count("id"), ids=ArrayAgg("id")).filter(n__gt=1)
    try:
        sql, params = grouped.query.sql_with_params()
    except EmptyResultSet:
        return []
    wrapped = f"SELECT json_agg(f.ids) FROM (SELECT s.ids FROM ({sql}) s ORDER BY s.ids DESC LIMIT {GROUPS + 1}) f"
    (found,) = run(Statement(wrapped, params), person_id=person_id)
    return [sorted(UUID(one) for one in ids) for ids in orjson.loads(found or b"[]")]


def _key(sight: Sight, *, alike: bool) -> Combinable:
    """Equal for equal values; NULL for none. Of sealed ones the index, which nobody is told."""
    if sight.sealed:
        return index_in(sight.value)
    plain = _some(Func(sight.compared(), function="public.search_normal", output_field=TextField()))
    return Coalesce(_some(_sound(sight.compared())), plain, output_field=TextField()) if alike else plain


def _some(text: Combinable) -> Combinable:
    """NULL for empty text."""
    return NullIf(text, Value("", output_field=TextField()), output_field=TextField())


def _like(view: View, rule: Rule, values: Mapping[str, Any]) -> Q | None:
    """None when the values say nothing of one of the fields."""
    which = Q()
    for name in rule.fields:
        given, sight = values.get(name), view.sight(name)
        if not isinstance(given, str) or not given.strip():
            return None
        found = _alike(sight, given) if name == rule.alike else _equal(sight, given)
        if found is None:
            return None
        which &= found
    return which


def _equal(sight: Sight, given: str) -> Q | None:
    operator = next((one for one in sight.operators if one.name == "="), None)
    try:
        clean = sight.field.type.clean(given, sight.field)
        return sight.condition(operator, [sight.field.type.parse(clean)]) if operator and clean else None
    except (AppError, FieldRefused, *PARSE_FAULTS):
        return None


def _alike(sight: Sight, given: str) -> Q | None:
    """Of the same signs, or of the same sound."""
    term = Term(given)
    if sight.read.q is None or not term.normal:
        return None
    sound = "".join(map(_read, term.normal))
    column = sight.compared()
    found = has_parts(column, term) & is_whole(column, term)
    if sound and sound != term.normal:
        spelled = Term(sound)
        same = Exact(_sound(column), _sound(Value(given)))
        if spelled.pinyin:
            found |= has_pinyin(column, spelled) & Q(same)
    return found & sight.read.q if sight.read.q else found


def _read(sign: str) -> str:
    """As the sound of a name begins: any of its readings is compared whole afterwards."""
    told = readings_of(sign)
    return told[0] if told else sign if sign.isascii() and sign.isalnum() else ""


def _sound(value: Combinable) -> Combinable:
    return Cast(Func(value, function="public.search_pinyin", output_field=TextField()), TextField())


def _all_told_apart(entity: str, groups: Sequence[frozenset[UUID]]) -> list[frozenset[UUID]]:
    """The groups of which somebody said of every pair that they are different."""
    every = {one for ids in groups for one in ids}
    apart: dict[UUID, set[UUID]] = defaultdict(set)
    rows = NotDuplicate.objects.filter(entity=entity, first__in=list(every)).values_list("first", "second")
    for first, second in rows:
        apart[first].add(second)
    return [ids for ids in groups if all(two in apart[one] for one, two in combinations(sorted(ids), 2))]
