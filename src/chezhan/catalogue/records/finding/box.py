"""The one box: the best few of every kind of record that holds what is typed.

Two statements: which records, ranked, of all kinds at once; then what is shown of these few. Neither is compiled anew
for other words of the same shape. What is in every tenth name, a sign or a letter or two, is looked for among the
latest records first, and in all of them only where those are too few: an index of it leads to half of the table.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import Case, F, IntegerField, Q, Value, When

from chezhan.access import Actor
from chezhan.catalogue.records.finding.conditions import found_by, has_own_sql, places, terms_of
from chezhan.catalogue.records.finding.showing import show
from chezhan.catalogue.records.finding.sought import is_textual
from chezhan.catalogue.records.finding.terms import Term, begins, filled, is_whole
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import Statement, run_alone
from chezhan.catalogue.records.viewer import Viewer, viewer_of

LIMIT = 5
# So many of the latest are ranked; a single sign is in too many names for a rank to tell anything.
RANKED, RANKED_OF_ONE_SIGN = 500, 200
# So many of the latest are looked through for what many have; so many letters or digits are a word that many have.
LATEST, BROAD = 300, 2
WHOLE, BEGINS, HOLDS = 3, 2, 1


@dataclass(frozen=True, slots=True)
class Hit:
    """`record`: what names it and a few facts, as a list has them. `matched`: the field that holds the first word, when
    that can be told.
    """

    id: UUID
    title: str | None
    matched: str
    record: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Group:
    """`more`: whether the list would show more of them than these."""

    entity: str
    hits: list[Hit]
    more: bool


def find(*, actor: Actor, q: str, limit: int = LIMIT) -> list[Group]:
    """Kinds of record with what matches whole come first, then those with what begins so; within a kind likewise, the
    latest first. Nothing for an empty `q`. Raises InvalidSearch.
    """
    terms = [*terms_of(q), Term(q)]
    if len(terms) == 1:
        return []
    viewer = viewer_of(actor)
    kinds = [kind.name for kind in viewer.entities()]
    ranked: dict[str, list[tuple[int, UUID]]] = {}
    if all(_is_broad(term) for term in terms[:-1]):
        ranked = _rank_all(viewer, kinds, terms, limit, actor.person_id, latest=True)
        ranked = {name: rows for name, rows in ranked.items() if len(rows) > limit}
    rest = [name for name in kinds if name not in ranked]
    ranked |= _rank_all(viewer, rest, terms, limit, actor.person_id, latest=False)
    chosen = {name: [record_id for _, record_id in rows[:limit]] for name, rows in ranked.items()}
    shown = show(viewer=viewer, chosen=chosen, term=terms[0], person_id=actor.person_id)
    # Python's sort keeps the order of the modules where the best are alike.
    best = sorted((name for name in kinds if name in chosen), key=lambda name: -ranked[name][0][0])
    return [Group(name, [Hit(*one) for one in shown[name]], len(ranked[name]) > limit) for name in best]


def _is_broad(term: Term) -> bool:
    return len(term.normal) <= (BROAD if term.normal.isascii() else 1)


def _rank_all(
    viewer: Viewer, kinds: Sequence[str], terms: Sequence[Term], limit: int, person_id: UUID, *, latest: bool
) -> dict[str, list[tuple[int, UUID]]]:
    """By kind, rank and id of the best, one more than `limit`. `terms`: the words, then all of them as one."""
    parts = [part for name in kinds if (part := _part(viewer, name, terms, limit, latest))]
    if not parts:
        return {}
    union = " UNION ALL ".join(part.sql for part in parts)
    params = filled([value for part in parts for value in part.params], terms)
    (found,) = run_alone(Statement(f"SELECT json_agg(f) FROM ({union}) f", params), person_id=person_id)
    ranked: dict[str, list[tuple[int, UUID]]] = defaultdict(list)
    for row in orjson.loads(found or b"[]"):
        ranked[row["e"]].append((row["r"], UUID(row["i"])))
    return ranked


def _part(viewer: Viewer, entity: str, terms: Sequence[Term], limit: int, latest: bool) -> Statement | None:
    exact = has_own_sql(viewer.target(entity), viewer.target)
    words = tuple(term.text if exact else term.shape for term in terms)
    return _candidates(viewer, entity, words, exact, limit, latest=latest)


@lru_cache(maxsize=1024)
def _candidates(
    viewer: Viewer, entity: str, words: tuple[str, ...], exact: bool, limit: int, *, latest: bool
) -> Statement | None:
    """Entity, id and rank of the best, one more than `limit`; None when no field of this kind may hold the words."""
    *terms, whole = (Term(word, None if exact else place) for place, word in enumerate(words))
    view = View(viewer, viewer.target(entity))
    if not all(any(places(view=view, term=term)) for term in terms):
        return None
    many = RANKED if len(terms) > 1 or len(terms[0].normal) > 1 else RANKED_OF_ONE_SIGN
    rows = view.seen()
    if latest:
        rows = rows.filter(pk__in=view.seen().order_by("-created_at", "-id").values("pk")[:LATEST])
    rows = rows.filter(found_by(view=view, terms=terms, one_by_one=latest)).order_by("-created_at", "-id")
    rank = _rank(view, terms[0], whole)
    try:
        sql, params = rows.values(i=F("id"), r=rank, c=F("created_at"))[:many].query.sql_with_params()
    except EmptyResultSet:
        return None
    order = f"ORDER BY r DESC, c DESC, i DESC LIMIT {int(limit) + 1}"
    return Statement(f"(SELECT '{entity}' AS e, i, r FROM ({sql}) s {order})", params)


def _rank(view: View, first: Term, whole: Term) -> Case:
    """By what the record itself holds and the viewer reads. A number that is found is found whole, or by its tail."""
    own = [place for place in places(view=view, term=first) if place.by is place.sight]
    read = [place.sight for place in own if is_textual(place.sight.field) and not place.sight.read.never]
    texts = {sight.field.name: sight for sight in read}.values()
    branches = [When(_read(sight, is_whole(sight.compared("contains"), whole)), then=Value(WHOLE)) for sight in texts]
    branches += [When(place.found, then=Value(WHOLE)) for place in own if place.sight.sealed]
    branches += [When(_read(sight, begins(sight.compared("contains"), first)), then=Value(BEGINS)) for sight in texts]
    return Case(*branches, default=Value(HOLDS), output_field=IntegerField())


def _read(sight: Sight, condition: Q) -> Q:
    return condition & sight.read.q if sight.read.q else condition
