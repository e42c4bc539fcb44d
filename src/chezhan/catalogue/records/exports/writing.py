"""Rows into a file, page by page: memory does not grow with the list."""

import csv
import datetime as dt
import io
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from typing import IO, Any

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from chezhan.catalogue.entity import Field
from chezhan.catalogue.exporting.cells import Cell, cell, cell_format, csv_text, safe
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types import USER

Pages = Iterable[list[dict[str, Any]]]
Names = Mapping[str, str]
# What a cell of a spreadsheet holds.
TEXT_LIMIT = 32_767
DATES = {dt.date: "yyyy-mm-dd", dt.datetime: "yyyy-mm-dd hh:mm", dt.time: "hh:mm"}
NOTES = Label("说明", "Notes")


def write_csv(*, file: IO[bytes], fields: Sequence[Field], pages: Pages, people: Names, language: str) -> None:
    """UTF-8 with a mark of it, by which spreadsheets know Chinese."""
    text = io.TextIOWrapper(file, encoding="utf-8-sig", newline="", write_through=True)
    lines = csv.writer(text)
    lines.writerow([safe(field.label.as_json()[language]) for field in fields])
    for page in pages:
        lines.writerows([csv_text(content_of(row, field, people, language)) for field in fields] for row in page)
    text.detach()


def write_xlsx(
    *, file: IO[bytes], fields: Sequence[Field], pages: Pages, people: Names, language: str, notes: Sequence[str]
) -> None:
    """`notes` go on a sheet of their own."""
    book = Workbook(file, {"constant_memory": True, "default_date_format": DATES[dt.datetime]})
    bold = book.add_format({"bold": True})
    formats = {
        text: book.add_format({"num_format": text})
        for text in {*DATES.values(), *filter(None, map(cell_format, fields))}
    }
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    for column, field in enumerate(fields):
        sheet.set_column(column, column, 18)
        sheet.write_string(0, column, field.label.as_json()[language], bold)
    number = 0
    for page in pages:
        for row in page:
            number += 1
            for column, field in enumerate(fields):
                content = content_of(row, field, people, language)
                text = cell_format(field) or DATES.get(type(content), "")
                write_cell(sheet, number, column, content, formats.get(text))
    told = book.add_worksheet(NOTES.as_json()[language])
    told.set_column(0, 0, 80)
    for line, note in enumerate(notes):
        told.write_string(line, 0, note)
    book.close()


def content_of(row: dict[str, Any], field: Field, people: Names, language: str) -> Cell:
    value = row[field.name]
    if field.type is USER and isinstance(value, str):
        value = {"id": value, "title": people.get(value)}
    return cell(value=value, field=field, language=language)


def write_cell(sheet: Worksheet, row: int, column: int, content: Cell, shape: Any) -> None:
    """Text is written as text: nothing of what people typed becomes a formula or a link."""
    match content:
        case None:
            return
        case bool():
            sheet.write_boolean(row, column, content)
        case int() | Decimal():
            sheet.write_number(row, column, float(content), shape)
        case dt.date() | dt.time():
            sheet.write_datetime(row, column, content, shape)
        case _:
            sheet.write_string(row, column, content[:TEXT_LIMIT])
