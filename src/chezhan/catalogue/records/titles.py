"""What records are called, as far as one viewer may know it."""

from typing import Any
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import QuerySet

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import beside, note, reads_of
from chezhan.catalogue.records.statements import list_of, run, select_fields, together

Titles = dict[UUID, str | None]


def titles_of(*, view: View, rows: QuerySet, person_id: UUID) -> Titles:
    """By id, in the order of `rows`, which are of the view's kind; None where no part of a name may be seen."""
    fields = view.titles()
    try:
        statement = list_of(rows=select_fields(rows, fields), fields=fields)
    except EmptyResultSet:
        return {}
    reads = reads_of(view=view, rows=rows, fields=fields)
    found, *shown = run(beside(together([statement]), reads), person_id=person_id)
    note(reads.reads, *shown)
    return {UUID(row["id"]): title_in(row, [sight.field.name for sight in fields]) for row in orjson.loads(found)}


def title_in(row: dict[str, Any], names: list[str]) -> str | None:
    """The first of the named values that is not empty; a link's is its title."""
    for name in names:
        value = row.get(name)
        if isinstance(value, dict):
            value = value.get("title")
        if value not in (None, ""):
            return str(value)
    return None
