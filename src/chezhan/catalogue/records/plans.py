"""What a list asks for, compiled to SQL once: the same question of any store is answered by the same statement."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import Q

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.filters import compile_filter
from chezhan.catalogue.records.ordering import Key, after, keys_of, read_cursor
from chezhan.catalogue.records.refusals import UnknownField
from chezhan.catalogue.records.search import search_for
from chezhan.catalogue.records.statements import Statement, ids_of, page_of, select_fields
from chezhan.catalogue.registry import entity_named

KEPT = 512


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`sort` and `fields`: names parted by commas. `today`: what relative dates count from."""

    entity: str
    q: str
    sort: str
    filter_json: str
    fields: str
    cursor: str
    limit: int
    today: dt.date


@dataclass(frozen=True, slots=True)
class ListPlan:
    """`page` is what `page_of` says; `matching` selects the ids of all that match."""

    keys: Sequence[Key]
    page: Statement
    matching: Statement


@lru_cache(maxsize=KEPT)
def plan_list(asked: Asked) -> ListPlan:
    """Raises what filters, search, ordering and cursors refuse, and UnknownField."""
    entity = entity_named(asked.entity)
    columns = _columns(entity, asked.fields)
    keys = keys_of(entity=entity, sort=asked.sort)
    which = compile_filter(entity=entity, text=asked.filter_json, today=asked.today)
    matching = entity.model._default_manager.filter(which & search_for(entity=entity, text=asked.q))
    start = after(keys=keys, values=read_cursor(keys=keys, cursor=asked.cursor)) if asked.cursor else Q()
    # The page's ids first and its columns after: a sort then carries two columns and not the whole row.
    ids = matching.filter(start).order_by(*(key.order() for key in keys)).values("id")[: asked.limit + 1]
    rows = select_fields(entity.model._default_manager.filter(id__in=ids), columns, keys=keys)
    return ListPlan(
        keys=keys, page=page_of(rows=rows, fields=columns, limit=asked.limit), matching=ids_of(rows=matching)
    )


def _columns(entity: Entity, names: str) -> list[Field]:
    """The fields asked for, or those of the default list."""
    if not names:
        return [field for field in entity.fields.values() if field.in_list]
    chosen = dict.fromkeys(name.strip() for name in names.split(","))
    for name in chosen:
        if name not in entity.fields:
            raise UnknownField(params={"field": name[:40], "entity": entity.name})
    return [entity.fields[name] for name in chosen]
