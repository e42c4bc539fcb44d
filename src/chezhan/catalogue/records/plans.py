"""What a list asks for, compiled to SQL once: the same question of any store is answered by the same statement."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.finding.conditions import search_for
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import Read, beside, reads_of_page
from chezhan.catalogue.records.ordering import Key, after, keys_of, read_cursor
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import Statement, ids_of, kept, page_of
from chezhan.catalogue.records.talk.tags import tagged
from chezhan.catalogue.records.viewer import Viewer

KEPT = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`sort` and `fields`: names parted by commas; `tags`: ids. `today`: what relative dates count from."""

    viewer: Viewer
    entity: str
    q: str
    sort: str
    filter_json: str
    fields: str
    cursor: str
    limit: int
    today: dt.date
    tags: str = ""


@dataclass(frozen=True, slots=True)
class ListPlan:
    """`page` is what `page_of` says, kept, and, where it shows personal data in clear, of whom `reads` are;
    `matching` selects the ids of all that match."""

    keys: Sequence[Key]
    page: Statement
    reads: Sequence[Read]
    matching: Statement


@lru_cache(maxsize=KEPT)
def plan_list(asked: Asked) -> ListPlan:
    """Raises Forbidden, what filters, search, ordering and cursors refuse, and UnknownField."""
    entity = asked.viewer.entity(asked.entity)
    asked.viewer.open(entity)
    view = View(asked.viewer, entity)
    columns = _columns(view, asked.fields)
    keys = keys_of(view=view, sort=asked.sort)
    which = compile_filter(text=asked.filter_json, today=asked.today, view=view)
    which &= search_for(view=view, text=asked.q) & tagged(entity=entity.name, tags=asked.tags)
    matching = view.seen().filter(which)
    start = after(keys=keys, values=read_cursor(keys=keys, cursor=asked.cursor)) if asked.cursor else Q()
    page = page_of(chosen=matching.filter(start), fields=columns, keys=keys, limit=asked.limit)
    reads = reads_of_page(view=view, fields=columns, limit=asked.limit)
    return ListPlan(keys=keys, page=kept(beside(page, reads)), reads=reads.reads, matching=ids_of(rows=matching))


def _columns(view: View, names: str) -> list[Sight]:
    """The fields asked for, or those of the default list."""
    if not names:
        return [sight for sight in view.sights() if sight.field.in_list]
    return [view.sight(name) for name in dict.fromkeys(name.strip() for name in names.split(","))]
