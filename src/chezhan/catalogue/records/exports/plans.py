"""The pages of a list for a file: chosen by all that the asker sees, shown without what they may not take away."""

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any
from uuid import UUID

import orjson
from django.db.models import Q, QuerySet

from chezhan.access.rights import Action
from chezhan.catalogue.records.exports.refusals import ExportTooLarge
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.finding.conditions import search_for
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.ordering import Key, after, keys_of, read_cursor, write_cursor
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import Statement, ids_of, page_of, run
from chezhan.catalogue.records.talk.tags import tagged
from chezhan.catalogue.records.viewer import Viewer

EXPORT_LIMIT = 50_000
PAGE = 1_000


@dataclass(frozen=True, slots=True)
class Wanted:
    """As a list takes them; `fields` empty means the list's own columns."""

    entity: str
    q: str = ""
    sort: str = ""
    filter_json: str = ""
    fields: str = ""
    tags: str = ""


@dataclass(frozen=True, slots=True)
class ExportPlan:
    """`columns`: what goes into the file; `left_out`: personal fields that the asker may look at and not take along,
    and links that go without the name of what they lead to.
    """

    view: View
    columns: Sequence[Sight]
    left_out: Sequence[str]
    matching: QuerySet
    keys: Sequence[Key]

    def count(self, *, person_id: UUID) -> int:
        """Raises ExportTooLarge beyond EXPORT_LIMIT."""
        ids = ids_of(rows=self.matching)
        bounded = Statement(f"SELECT count(*) FROM ({ids.sql} LIMIT {EXPORT_LIMIT + 1}) counted", ids.params)
        (found,) = run(bounded, person_id=person_id)
        if found > EXPORT_LIMIT:
            raise ExportTooLarge(params={"limit": EXPORT_LIMIT})
        return found

    def pages(self, *, person_id: UUID) -> Iterator[list[dict[str, Any]]]:
        """Rows as the API shows them, a page at a time, each by one statement."""
        cursor = ""
        while True:
            start = after(keys=self.keys, values=read_cursor(keys=self.keys, cursor=cursor)) if cursor else Q()
            page = page_of(chosen=self.matching.filter(start), fields=self.columns, keys=self.keys, limit=PAGE)
            rows, last, found = run(page, person_id=person_id)
            yield orjson.loads(rows)
            if found <= PAGE:
                return
            cursor = write_cursor(keys=self.keys, texts=last)


def plan_export(*, viewer: Viewer, wanted: Wanted, today: dt.date) -> ExportPlan:
    """Raises Forbidden without the action of exporting, and what lists refuse."""
    kind = viewer.entity(wanted.entity)
    viewer.allow(kind, Action.EXPORT)
    view = View(viewer, kind)
    asked = _asked(view, wanted.fields)
    taken = View(replace(viewer, cut=replace(viewer.cut, impersonal=True)), kind)
    there = {sight.field.name: sight for sight in taken.sights()}
    which = compile_filter(text=wanted.filter_json, today=today, view=view)
    which &= search_for(view=view, text=wanted.q) & tagged(entity=kind.name, tags=wanted.tags)
    return ExportPlan(
        view=view,
        columns=[there[sight.field.name] for sight in asked if sight.field.name in there],
        left_out=[sight.field.name for sight in asked if _less(sight, there.get(sight.field.name))],
        matching=view.seen().filter(which),
        keys=keys_of(view=view, sort=wanted.sort),
    )


def _asked(view: View, names: str) -> list[Sight]:
    if not names:
        return [sight for sight in view.sights() if sight.field.in_list]
    return [view.sight(name) for name in dict.fromkeys(name.strip() for name in names.split(","))]


def _less(sight: Sight, taken: Sight | None) -> bool:
    return taken is None or len(taken.title) < len(sight.title)
