"""Blocks of rows: a sub-table of the record, or the records that belong to it."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any
from unicodedata import east_asian_width
from uuid import UUID

from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.texts.reading import Row
from chezhan.catalogue.texts.wording import FIGURES, kind_of, worded
from chezhan.catalogue.types import CHOICE
from chezhan.engines.printing.layout import Rows
from chezhan.engines.printing.papers import WORDS
from chezhan.engines.printing.reaching import Belonging, cells_of, columns_of, sub_table
from chezhan.engines.printing.reading import read_rows

# Rows of one table; where there are more, the paper says so.
MOST_ROWS = 200
ADDED_UP = frozenset({"money", "number", "integer"})
# How wide a column is beside the others, in half-width signs.
NARROW, WIDE = 6, 26

Say = Callable[[Any, Field], str]


@dataclass(frozen=True, slots=True)
class Found:
    """`by`: the choice by which the rows stand in groups."""

    fields: list[Field]
    rows: list[Row]
    by: Field | None = None


def table_of(
    *,
    view: View,
    belongs: Belonging | None,
    block: Rows,
    row: Row,
    record_id: UUID | None,
    people: Mapping[str, str],
    language: str,
    person_id: UUID,
) -> dict[str, Any] | None:
    """None where nothing of it may be seen. `belongs`: the records that the block names, where it names no sub-table.

    `record_id` None: a sample, with the columns' names alone.
    """
    if belongs:
        found = _belonging(belongs, block, record_id, person_id)
    elif sight := sub_table(view, block.source):
        value = row.get(block.source)
        # A mask is no rows.
        rows = [one for one in value if isinstance(one, dict)] if isinstance(value, list) else []
        found = Found(cells_of(sight, block.fields), rows)
    else:
        return None
    if not found.fields:
        return None

    def said(value: Any, field: Field) -> str:
        text = worded(value=value, field=field, people=people, language=language)
        return "".join(sign if sign.isprintable() else " " for sign in text)

    shown, fields = _grouped(found)[:MOST_ROWS], found.fields
    heads = [field.label.as_json()[language] for field in fields]
    cells = [[said(one.get(field.name), field) for field in fields] for one in shown]
    more = len(found.rows) - len(shown)
    added = [field for field in fields if not block.sums or field.name in block.sums]
    total = _total(fields, added, shown, said, language) if block.total and shown and not more else []
    if not record_id:
        cells = [[f"〔{head}〕" for head in heads]]
    return {
        "kind": "rows",
        "heads": heads,
        "right": [kind_of(field) in FIGURES for field in fields],
        "widths": _widths([heads, *cells, total]),
        "cells": cells,
        "groups": _groups(found.by, shown, fields, added, said) if found.by and record_id else [],
        "total": total,
        "more": more,
    }


def _belonging(belongs: Belonging, block: Rows, record_id: UUID | None, person_id: UUID) -> Found:
    columns = columns_of(belongs, block.fields)
    by = next((sight for sight in columns_of(belongs, [block.by]) if sight.field.type is CHOICE), None)
    fields, group = [sight.field for sight in columns], by.field if by else None
    if record_id is None or not columns:
        return Found(fields, [], group)
    read = list(dict.fromkeys([*columns, *([by] if by else [])]))
    which = belongs.of(record_id)
    rows = read_rows(view=belongs.view, which=which, columns=read, limit=MOST_ROWS + 1, person_id=person_id)
    return Found(fields, rows, group)


def _grouped(found: Found) -> list[Row]:
    """In the order of the choice's options, those without one last; within a group as they were."""
    if found.by is None:
        return found.rows
    name, place = found.by.name, {option.value: index for index, option in enumerate(found.by.options)}
    return sorted(found.rows, key=lambda row: place.get(str(row.get(name)), len(place)))


def _groups(
    by: Field, rows: Sequence[Row], fields: Sequence[Field], added: Sequence[Field], said: Say
) -> list[dict[str, Any]]:
    """Of each its name, the number of its first row, and the last of its figures added up, `under` which column."""
    found: list[dict[str, Any]] = []
    for value in dict.fromkeys(row.get(by.name) for row in rows):
        own = [row for row in rows if row.get(by.name) == value]
        sums = [(said(str(total), one), fields.index(one)) for one in added if (total := _sum(one, own)) is not None]
        text, under = sums[-1] if sums else ("", 0)
        found.append({"name": said(value, by), "at": rows.index(own[0]), "sum": text, "under": under})
    return found


def _widths(lines: Sequence[Sequence[str]]) -> list[int]:
    """Of each column, by the longest that stands in it: figures have room, and words may be broken."""
    columns = zip(*(line for line in lines if line), strict=True)
    return [min(max(NARROW, *(_signs(text) + 2 for text in column)), WIDE) for column in columns]


def _signs(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)


def _total(fields: Sequence[Field], added: Sequence[Field], rows: Sequence[Row], said: Say, language: str) -> list[str]:
    """Beneath each column of figures that may all be read; nothing when there is none."""
    sums = [said(str(total), one) if one in added and (total := _sum(one, rows)) is not None else "" for one in fields]
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
