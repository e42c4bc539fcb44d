"""Search: every word must be found in some field that may be searched."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet, Value
from django.db.models.lookups import Exact, In

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.operators import ilike, literal
from chezhan.catalogue.records.finding.sought import has_pinyin, is_link, is_textual, sought
from chezhan.catalogue.records.finding.terms import TAIL, Term, has_tail, is_all, is_sealed
from chezhan.catalogue.records.finding.terms import has_parts as holds
from chezhan.catalogue.records.finding.terms import has_pinyin as holds_pinyin
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidSearch
from chezhan.catalogue.records.sealed import NONE
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.where import EVERY, Where
from chezhan.catalogue.types import CHOICE, PHONE, TEXT

LENGTH_LIMIT, WORD_LIMIT = 100, 6
# 138 0013 8000: a whole number that is written in parts is one word.
WHOLE_PHONE = re.compile(r"(?<!\S)\+?[\d()-]+(?:\s+[\d()-]+)+(?!\S)")
PHONE_DIGITS = 11


@dataclass(frozen=True)
class Place:
    """`sight` may hold the word where `found` is true. `by`: the searched field of the kind itself that leads there.

    `found` is only ever asked for as it stands: nothing negates it, so that an index may serve it.
    """

    by: Sight
    sight: Sight
    found: Q


def terms_of(text: str) -> list[Term]:
    """Raises InvalidSearch when the text is too long."""
    if len(text) > LENGTH_LIMIT or "\x00" in text:
        raise InvalidSearch(params={"limit": LENGTH_LIMIT})
    every = [Term(word) for word in dict.fromkeys(WHOLE_PHONE.sub(_without_blanks, text).split())]
    # Beyond the first few, words make a search no narrower than people can tell; so many make one place them together.
    if len(every) > WORD_LIMIT:
        every = [*every[: WORD_LIMIT - 1], Term("".join(term.text for term in every[WORD_LIMIT - 1 :]))]
    return every


def _without_blanks(found: re.Match[str]) -> str:
    whole = "".join(found[0].split())
    return whole if sum(sign.isdigit() for sign in whole) >= PHONE_DIGITS else found[0]


def search_for(*, view: View, text: str) -> Q:
    """A phone is found whole or by its last four digits; a part of a value only where it may be read.

    Raises InvalidSearch when the text is too long.
    """
    return found_by(view=view, terms=terms_of(text))


def found_by(*, view: View, terms: Iterable[Term], one_by_one: bool = False) -> Q:
    """The records that hold all of the words. `one_by_one`: asked of few records that are at hand, by no index."""
    found = Q()
    for term in terms:
        there = list(places(view=view, term=term))
        found &= reduce(or_, (place.found for place in there), Q()) if one_by_one and there else _somewhere(view, there)
    return found


def has_own_sql(kind: Entity, target: Callable[[str], Entity]) -> bool:
    """Whether two words of one shape may be searched by different SQL: names of options are compared here."""
    fields = [(kind, one) for one in sought(kind)]
    fields += [(there, there.fields[name]) for _, one in fields if is_link(one) for there in [target(one.target)]
               for name in there.title]  # fmt: skip
    return any(not is_textual(one) and not is_link(one) and one.sensitivity != "sealed" for _, one in fields)


def places(*, view: View, term: Term) -> Iterator[Place]:
    """Where the word may be found: in fields of the kind itself, and in what names the records that links lead to."""
    if not term.normal:
        return
    names = {one.name for one in sought(view.entity)}
    for sight in view.sights():
        if sight.field.name not in names:
            continue
        if not is_link(sight.field):
            yield from _in_field(sight, sight, view.entity, term, EVERY)
            continue
        there = view.viewer.target(sight.field.target)
        for title in sight.title:
            if not is_link(title.field):
                yield from _in_field(sight, title, there, term, sight.read)


def _somewhere(view: View, found: list[Place]) -> Q:
    """Own columns together, each link by itself: a join would look at every record before it looked at the word."""
    if not found:
        # Where no field may be searched the list is empty, and still a statement.
        return NONE
    groups: dict[str, Q] = {}
    for place in found:
        path = place.sight.column.rpartition("__")[0]
        groups[path] = groups[path] | place.found if path in groups else place.found
    if set(groups) == {""}:
        return groups[""]
    first, *others = (_ids(view, which) for which in groups.values())
    return Q(pk__in=first.union(*others, all=True) if others else first)


def _ids(view: View, which: Q) -> QuerySet:
    return view.entity.model._default_manager.filter(which).order_by().values("pk")


def _in_field(by: Sight, sight: Sight, entity: Entity, term: Term, guard: Where) -> Iterator[Place]:
    """`entity`: whose field `sight` is. `guard`: on which rows the link to it is there."""
    for where, found in _conditions(sight, entity, term):
        rows = where & guard
        if rows.q is not None:
            # Side by side, not one inside the other: what may be seen is asked beside what the index finds.
            yield Place(by, sight, found & rows.q if rows.q else found)


def _conditions(sight: Sight, entity: Entity, term: Term) -> Iterator[tuple[Where, Q]]:
    """What would be found, each on the rows where that may be asked."""
    field, read = sight.field, sight.read
    if field.type is PHONE or sight.sealed:
        yield from _number_conditions(sight, term)
    elif is_textual(field):
        yield from _text_conditions(sight, entity, term)
    elif read.never:
        return
    elif field.type is CHOICE:
        if values := _options(sight, term):
            yield read, Q(In(sight.compared(), values))
    elif field.type is TEXT:
        yield read, ilike(sight.compared("contains"), f"%{literal(term.text)}%")


def _text_conditions(sight: Sight, entity: Entity, term: Term) -> Iterator[tuple[Where, Q]]:
    """By any part and by pinyin where it is read; whole where it may only be matched."""
    column = sight.compared("contains")
    if not sight.read.never:
        spelled = (term.pinyin or term.mixed) and has_pinyin(entity, sight.field)
        # Beside pinyin the pairs suffice: to look at each name for their order would read the pinyin of each too.
        yield sight.read, holds(column, term, loosely=bool(spelled and term.pinyin))
        if spelled:
            yield sight.read, holds_pinyin(column, term)
    if sight.met != sight.read:
        yield sight.met, is_all(column, term)


def _number_conditions(sight: Sight, term: Term) -> Iterator[tuple[Where, Q]]:
    """Whole wherever it may be matched; by its tail, which masks show, where it is read."""
    name = sight.field.type.name
    number = term.number(name)
    if not number:
        return
    if not sight.sealed:
        whole = sight.compared()
        yield sight.met, Q(Exact(whole, Value(number)))
        yield sight.read, ilike(whole, f"%{literal(number)}")
        return
    yield sight.met, is_sealed(sight.value, term, name)
    if len(number) == TAIL and sight.field.type.operator("endsWith"):
        yield sight.read, has_tail(sight.value, term, name)


def _options(sight: Sight, term: Term) -> list[str]:
    """Of a choice, those whose name holds the word."""
    return [
        one.value
        for one in sight.field.options
        if any(term.normal in Term(name).normal for name in (one.label.zh, one.label.en) if name)
    ]
