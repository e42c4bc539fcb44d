"""A page of a list."""

import datetime as dt
from dataclasses import dataclass

import orjson
from django.db.models import Q

from chezhan.access import Actor, require
from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.counting import Count, count_rows
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.ordering import after, keys_of, read_cursor, write_cursor
from chezhan.catalogue.records.refusals import UnknownField
from chezhan.catalogue.records.search import search_for
from chezhan.catalogue.records.statements import page_of, run, select_fields
from chezhan.catalogue.registry import entity_named
from chezhan.kernel import clock

PAGE_LIMIT = 200


@dataclass(frozen=True, slots=True)
class Page:
    """`rows`: a JSON array as PostgreSQL made it. `count` is None when it was not asked for."""

    rows: str
    next_cursor: str | None
    count: Count | None

    def as_json(self) -> bytes:
        """The whole answer; the rows are not parsed again."""
        count = self.count and {"value": self.count.value, "exact": self.count.exact}
        rest = orjson.dumps({"next_cursor": self.next_cursor, "count": count})
        return b'{"rows":' + self.rows.encode() + b"," + rest[1:]


def list_records(
    *,
    actor: Actor,
    entity: str,
    q: str = "",
    sort: str = "",
    filter_json: str = "",
    fields: str = "",
    cursor: str = "",
    limit: int = 50,
    count: bool = True,
    today: dt.date | None = None,
) -> Page:
    """One statement, and one more for the count unless the page itself holds all.

    `sort` and `fields`: names parted by commas. `limit`: 1 to PAGE_LIMIT. `today`: what relative dates count from.
    """
    kind = entity_named(entity)
    require(actor=actor, permission=kind.read_permission)
    columns = _columns(kind, fields)
    keys = keys_of(entity=kind, sort=sort)
    which = compile_filter(entity=kind, text=filter_json, today=today or clock.today())
    matching = kind.model._default_manager.filter(which & search_for(entity=kind, text=q))
    start = after(keys=keys, values=read_cursor(keys=keys, cursor=cursor)) if cursor else Q()
    limit = max(1, min(limit, PAGE_LIMIT))
    page = select_fields(matching.filter(start), columns, keys=keys)[: limit + 1]
    rows, last, found = run(page_of(rows=page, fields=columns, limit=limit))
    if not count:
        total = None
    elif not cursor and found <= limit:
        total = Count(value=found, exact=True)
    else:
        total = count_rows(matching)
    return Page(
        rows=rows,
        next_cursor=write_cursor(keys=keys, texts=last) if found > limit else None,
        count=total,
    )


def _columns(entity: Entity, names: str) -> list[Field]:
    """The fields asked for, or those of the default list. Raises UnknownField."""
    if not names:
        return [field for field in entity.fields.values() if field.in_list]
    chosen = dict.fromkeys(name.strip() for name in names.split(","))
    for name in chosen:
        if name not in entity.fields:
            raise UnknownField(params={"field": name[:40], "entity": entity.name})
    return [entity.fields[name] for name in chosen]
