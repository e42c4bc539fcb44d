"""What somebody has to know of a record who is to decide about it: its key facts, as far as they may see them."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import beside, note, reads_of
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import list_of, run, select_fields, together
from chezhan.catalogue.records.viewer import Viewer

MOST = 6
Facts = dict[str, Any]


def facts_of(*, view: View, record_ids: Collection[UUID], person_id: UUID) -> dict[UUID, Facts]:
    """Id and version, then the facts in their order; records that the viewer does not see are not there."""
    fields = list(_sights(view.viewer, view.entity.name))
    rows = view.seen().filter(id__in=list(record_ids))
    try:
        statement = list_of(rows=select_fields(rows, fields), fields=fields)
    except EmptyResultSet:
        return {}
    found, *shown = run(
        beside(together([statement]), reads := reads_of(view=view, rows=rows, fields=fields)), person_id=person_id
    )
    note(reads.reads, *shown)
    return {UUID(row["id"]): row for row in orjson.loads(found)}


@lru_cache(maxsize=512)
def _sights(viewer: Viewer, entity: str) -> tuple[Sight, ...]:
    kind = viewer.target(entity)
    sights = {sight.field.name: sight for sight in View(viewer, kind).sights()}
    if kind.key_facts:
        return tuple(sights[name] for name in kind.key_facts if name in sights)
    told = [one for name, one in sights.items() if one.field.in_list and name not in (*kind.title, kind.state)]
    return tuple(told[:MOST])
