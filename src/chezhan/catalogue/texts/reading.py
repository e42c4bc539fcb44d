"""Records' values for texts, through the gate; what was read of persons is put down."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import Reads, beside, joined, note, reads_of
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import list_of, run, select_fields, together
from chezhan.catalogue.texts.reaching import Reached

Row = dict[str, Any]


def read_values(
    *, view: View, record_ids: Sequence[UUID], reached: dict[str, Reached], person_id: UUID
) -> dict[UUID, Row]:
    """By record the values by path, as `reached` has them. What is not there for the viewer is left out."""
    rows = view.seen().filter(id__in=list(record_ids))
    found = _read(rows, reached, _noted(rows, reached), person_id)
    return {UUID(row["id"]): row for row in found}


def _read(rows: QuerySet, reached: dict[str, Reached], whose: Reads, person_id: UUID) -> list[Row]:
    # Fields of several kinds may be called alike: each is a column under its number.
    names = {path: f"p{number}" for number, path in enumerate(reached)}
    columns = [
        replace(one.sight, field=replace(one.sight.field, name=names[path], path=one.sight.field.column))
        for path, one in reached.items()
    ]
    try:
        statement = list_of(rows=select_fields(rows, columns), fields=columns)
    except EmptyResultSet:
        return []
    body, *told = run(beside(together([statement]), whose), person_id=person_id)
    note(whose.reads, *told)
    return [{"id": row["id"]} | {path: row[name] for path, name in names.items()} for row in orjson.loads(body)]


def _noted(rows: QuerySet, reached: dict[str, Reached]) -> Reads:
    by_view: dict[str, tuple[View, list[Sight]]] = {}
    for one in reached.values():
        by_view.setdefault(one.view.prefix, (one.view, []))[1].append(one.sight)
    return joined([reads_of(view=view, rows=rows, fields=sights) for view, sights in by_view.values()])
