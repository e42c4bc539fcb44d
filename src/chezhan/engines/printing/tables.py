"""Blocks of rows: a sub-table of the record, or the records that belong to it."""

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.reading import Row
from chezhan.catalogue.texts.wording import FIGURES, kind_of, worded
from chezhan.engines.printing.layout import Rows
from chezhan.engines.printing.papers import WORDS
from chezhan.engines.printing.reaching import belonging, cells_of, columns_of, sub_table
from chezhan.engines.printing.reading import read_rows

# Rows of one table; where there are more, the paper says so.
MOST_ROWS = 200
ADDED_UP = frozenset({"money", "number", "integer"})


def table_of(
    *,
    view: View,
    block: Rows,
    row: Row,
    record_id: UUID | None,
    people: Mapping[str, str],
    language: str,
    person_id: UUID,
) -> dict[str, Any] | None:
    """None where nothing of it may be seen. `record_id` None: a sample, with the columns' names alone."""
    fields: list[Field]
    found: list[Row]
    if belongs := belonging(view).get(block.source):
        columns = columns_of(belongs, block.fields)
        fields = [sight.field for sight in columns]
        which = None if record_id is None else belongs.of(record_id)
        found = (
            read_rows(view=belongs.view, which=which, columns=columns, limit=MOST_ROWS + 1, person_id=person_id)
            if which is not None and columns
            else []
        )
    elif sight := sub_table(view, block.source):
        fields = cells_of(sight, block.fields)
        value = row.get(block.source)
        # A mask is no rows.
        found = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
    else:
        return None
    if not fields:
        return None

    def said(value: Any, field: Field) -> str:
        text = worded(value=value, field=field, people=people, language=language)
        return "".join(sign if sign.isprintable() else " " for sign in text)

    shown = found[:MOST_ROWS]
    heads = [field.label.as_json()[language] for field in fields]
    cells = [[said(one.get(field.name), field) for field in fields] for one in shown]
    more = len(found) - len(shown)
    return {
        "kind": "rows",
        "heads": heads,
        "right": [kind_of(field) in FIGURES for field in fields],
        "cells": cells if record_id else [[f"〔{head}〕" for head in heads]],
        "total": _total(fields, shown, said, language) if block.total and shown and not more else [],
        "more": more,
    }


def _total(fields: Sequence[Field], rows: Sequence[Row], said: Any, language: str) -> list[str]:
    """Beneath each column of figures that may all be read; nothing when there is none."""
    sums = [said(str(total), field) if (total := _sum(field, rows)) is not None else "" for field in fields]
    if not any(sums):
        return []
    if not sums[0]:
        sums[0] = WORDS["total"].as_json()[language]
    return sums


def _sum(field: Field, rows: Sequence[Row]) -> Decimal | None:
    if kind_of(field) not in ADDED_UP:
        return None
    try:
        return sum((Decimal(str(one[field.name])) for one in rows if one.get(field.name) is not None), Decimal(0))
    except InvalidOperation:
        return None
