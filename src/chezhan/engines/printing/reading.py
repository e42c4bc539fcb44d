"""Records as they are printed: their values through the gate, and what was read of persons put down."""

from collections.abc import Sequence
from uuid import UUID

import orjson
from django.core.exceptions import EmptyResultSet
from django.db.models import Q

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.noting import beside, note, reads_of
from chezhan.catalogue.records.ordering import keys_of
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.records.statements import list_of, ordered, run, select_as, select_fields, together
from chezhan.catalogue.texts.reading import Row


def read_rows(*, view: View, which: Q, columns: Sequence[Sight], limit: int, person_id: UUID) -> list[Row]:
    """In the kind's own order, by the columns' names."""
    keys = keys_of(view=view, sort="")
    chosen = view.seen().filter(which)
    reads = reads_of(view=view, rows=ordered(chosen, keys)[:limit], fields=columns)
    try:
        shown = select_fields(chosen, columns, keys=keys)[:limit]
        statement = list_of(rows=shown, fields=columns)
    except EmptyResultSet:
        return []
    body, *told = run(beside(together([statement]), reads), person_id=person_id)
    note(reads.reads, *told)
    found: list[Row] = orjson.loads(body)
    return found


def first_record(*, view: View, person_id: UUID) -> UUID | None:
    """Some record to show a template by: the first of the list."""
    try:
        found = ordered(view.seen(), keys_of(view=view, sort="")).values_list("id")[:1]
        rows = select_as(found, person_id=person_id)
    except EmptyResultSet:
        return None
    return rows[0][0] if rows else None
