"""What is shown of a few records, by their ids: what names each, and the first facts of its list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.db.models import BooleanField, Expression, F, Func, Q

from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.finding.sought import NUMBERED, has_pinyin, is_textual, sought
from chezhan.catalogue.records.finding.terms import TAIL, Term
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import Reads, beside, joined, note, reads_of
from chezhan.catalogue.records.statements import Statement, list_of, run, select_fields, together
from chezhan.catalogue.records.titles import title_in
from chezhan.catalogue.records.viewer import Viewer
from chezhan.kernel.searching.parts import normal
from chezhan.kernel.searching.spelling import is_spelled_as

FACTS = 3
Told = tuple[UUID, str | None, str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Ids:
    """Stands in a compiled statement where the ids go."""


class _Ids(Expression):
    def as_sql(self, compiler: Any, connection: Any) -> Any:
        return "(%s::uuid[])", [Ids()]


@dataclass(frozen=True, slots=True)
class Showing:
    """`places`: the fields that are searched, each with whether it is a number and whether pinyin finds it."""

    statement: Statement
    reads: Reads
    title: tuple[str, ...]
    places: tuple[tuple[str, bool, bool], ...]


def show(
    *, viewer: Viewer, chosen: Mapping[str, Sequence[UUID]], term: Term | None, person_id: UUID
) -> dict[str, list[Told]]:
    """By kind, in the order of the ids: id, title, the field that holds the word, and the record. One statement.

    Only ids that the viewer sees are answered. `term`: None when nothing was searched for.
    """
    plans = {name: showing_of(viewer, name) for name in chosen}
    if not plans:
        return {}
    parts = [_filled(plan.statement, chosen[name]) for name, plan in plans.items()]
    reads = joined([Reads(plan.reads.reads, _filled(plan.reads.column, chosen[name])) for name, plan in plans.items()])
    found = run(beside(together(parts), reads), person_id=person_id)
    note(reads.reads, *found[len(parts) :])
    answer: dict[str, list[Told]] = {}
    for (name, plan), rows in zip(plans.items(), found, strict=False):
        by_id = {UUID(row["id"]): row for row in orjson.loads(rows)}
        answer[name] = [
            (one, title_in(by_id[one], list(plan.title)), _matched(plan, by_id[one], term), by_id[one])
            for one in chosen[name]
            if one in by_id
        ]
    return answer


@lru_cache(maxsize=512)
def showing_of(viewer: Viewer, entity: str) -> Showing:
    kind = viewer.target(entity)
    view = View(viewer, kind)
    titles = list(view.titles())
    names = {sight.field.name for sight in titles}
    facts = [sight for sight in view.sights() if sight.field.in_list and sight.field.name not in names][:FACTS]
    fields = [*titles, *facts]
    which = Func(F("id"), _Ids(), template="(%(expressions)s)", arg_joiner=" = ANY ", output_field=BooleanField())
    rows = view.seen().filter(Q(which))
    known = {sight.field.name for sight in view.sights()}
    return Showing(
        statement=list_of(rows=select_fields(rows, fields), fields=fields),
        reads=reads_of(view=view, rows=rows, fields=fields),
        title=tuple(sight.field.name for sight in titles),
        places=tuple(
            (one.name, one.type.name in NUMBERED, bool(one.target) or (is_textual(one) and has_pinyin(kind, one)))
            for one in sought(kind)
            if one.name in known
        ),
    )


def _filled(statement: Statement, ids: Sequence[UUID]) -> Statement:
    params = tuple(list(ids) if isinstance(value, Ids) else value for value in statement.params)
    return Statement(statement.sql, params)


def _matched(plan: Showing, record: Mapping[str, Any], term: Term | None) -> str:
    """Of what is shown, the field that holds the word; of what is not, the only one that may. Else empty."""
    if term is None:
        return ""
    for name, numbered, spelled in plan.places:
        value = _text(record.get(name))
        if value and (_same_end(value, term) if numbered else _holds(normal(value), term, spelled)):
            return name
    hidden = [name for name, numbered, _ in plan.places if name not in record and numbered == bool(term.digits)]
    return hidden[0] if len(hidden) == 1 else ""


def _holds(value: str, term: Term, spelled: bool) -> bool:
    return term.normal in value or bool(spelled and (term.pinyin or term.mixed) and is_spelled_as(value, term.normal))


def _text(value: Any) -> str:
    if isinstance(value, dict):
        value = value.get("title")
    return value if isinstance(value, str) else ""


def _same_end(value: str, term: Term) -> bool:
    digits = digits_of(value)
    return bool(digits and term.digits and digits[-TAIL:] == term.digits[-TAIL:])
