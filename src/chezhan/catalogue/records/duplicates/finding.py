"""Records like one that is being entered."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Func, Q, TextField, Value
from django.db.models.expressions import Combinable
from django.db.models.functions import Cast
from django.db.models.lookups import Exact

from chezhan.access import Actor
from chezhan.catalogue.records.duplicates.rules import Rule, seen_rules
from chezhan.catalogue.records.finding.showing import Told, show
from chezhan.catalogue.records.finding.terms import Term, has_pinyin, is_all
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.catalogue.types import PARSE_FAULTS, FieldRefused
from chezhan.kernel.errors import AppError
from chezhan.kernel.searching.pinyin import readings_of

AT_ENTRY = 5


@dataclass(frozen=True, slots=True)
class Match:
    """`why`: the names of the fields by which they match; `score` of 100."""

    records: list[Told]
    why: tuple[str, ...]
    score: int


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
    sound = "".join(
        (readings_of(sign) or (sign if sign.isascii() and sign.isalnum() else "",))[0] for sign in term.normal
    )
    column = sight.compared()
    found = is_all(column, term)
    if sound and sound != term.normal:
        spelled = Term(sound)
        same = Exact(_sound(column), _sound(Value(given)))
        if spelled.pinyin:
            found |= has_pinyin(column, spelled) & Q(same)
    return found & sight.read.q if sight.read.q else found


def _sound(value: Combinable) -> Combinable:
    return Cast(Func(value, function="public.search_pinyin", output_field=TextField()), TextField())
