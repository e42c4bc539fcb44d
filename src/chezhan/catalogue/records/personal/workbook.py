"""The workbook for a person: a sheet for each kind of record, then what was said and what was changed."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import IO, Any
from uuid import UUID

from xlsxwriter import Workbook

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.exporting.cells import cell, cell_format
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.exports.writing import DATES, NOTES, content_of, write_cell
from chezhan.catalogue.records.personal.gathering import Gathered, Held
from chezhan.catalogue.records.timeline.reading import Event
from chezhan.kernel.clock import SHANGHAI

COMMENTS, CHANGES = Label("评论", "Comments"), Label("变更记录", "Changes")
COMMENT_HEADS = (Label("时间", "Time"), Label("记录", "Record"), Label("评论人", "By"), Label("内容", "Text"))
CHANGE_HEADS = (
    Label("时间", "Time"), Label("记录", "Record"), Label("操作", "What"), Label("操作人", "By"),
    Label("字段", "Field"), Label("原值", "Before"), Label("新值", "After"),
)  # fmt: skip
WHAT = {
    "created": Label("新建", "created"),
    "updated": Label("修改", "changed"),
    "deleted": Label("删除", "deleted"),
}
# What the name of a sheet may not hold, and how long it may be.
NOT_IN_NAMES, NAME_LIMIT = re.compile(r"[\[\]:*?/\\']"), 31
Names = Mapping[UUID, str]


@dataclass(frozen=True, slots=True)
class Change:
    """One event of a record's history. `title`: what the record is called."""

    kind: Entity
    record_id: UUID
    title: str | None
    event: Event


def write_workbook(
    *,
    file: IO[bytes],
    found: Gathered,
    changes: Sequence[Change],
    people: Names,
    language: str,
    by: str,
    at: dt.datetime,
) -> None:
    book = Workbook(file, {"in_memory": True, "default_date_format": DATES[dt.datetime]})
    sheets = _Sheets(book, language)
    names = {str(person): name for person, name in people.items()}
    for held in found.held:
        _write_kind(sheets, held, names)
    titles = {record_id: title for held in found.held for record_id, title in held.titles().items()}
    sheets.add(
        COMMENTS,
        COMMENT_HEADS,
        ([_moment(one.at), titles.get(one.record_id), people.get(one.author), one.text] for one in found.comments),
    )
    sheets.add(CHANGES, CHANGE_HEADS, (row for one in changes for row in _rows_of(one, people, language)))
    day = f"{at.astimezone(SHANGHAI):%Y-%m-%d %H:%M}"
    said = {
        "zh": f"{by} 于 {day} 导出，仅含导出人有权查看的内容",
        "en": f"Exported by {by} on {day}; what they may see",
    }
    sheets.add(NOTES, (), [[said[language]]])
    book.close()


class _Sheets:
    """Adds sheets of which no two have one name."""

    def __init__(self, book: Workbook, language: str) -> None:
        self.book, self.language = book, language
        self.bold = book.add_format({"bold": True})
        self.names: set[str] = set()

    def add(
        self, label: Label, heads: Sequence[Label], rows: Iterable[Sequence[Any]], shapes: Sequence[str] = ()
    ) -> None:
        sheet = self.book.add_worksheet(self._name(label))
        sheet.freeze_panes(1 if heads else 0, 0)
        formats = {text: self.book.add_format({"num_format": text}) for text in {*shapes, *DATES.values()} if text}
        for column, head in enumerate(heads):
            sheet.set_column(column, column, 20)
            sheet.write_string(0, column, head.as_json()[self.language], self.bold)
        for number, row in enumerate(rows, start=1 if heads else 0):
            for column, content in enumerate(row):
                text = (shapes[column] if shapes else "") or DATES.get(type(content), "")
                write_cell(sheet, number, column, content, formats.get(text))

    def _name(self, label: Label) -> str:
        plain = NOT_IN_NAMES.sub(" ", label.as_json()[self.language]).strip()[: NAME_LIMIT - 3] or "-"
        name, number = plain, 1
        while name.lower() in self.names:
            number += 1
            name = f"{plain} {number}"
        self.names.add(name.lower())
        return name


def _write_kind(sheets: _Sheets, held: Held, names: Mapping[str, str]) -> None:
    fields = [held.kind.fields[name] for name in (held.rows[0] if held.rows else ()) if name in held.kind.fields]
    sheets.add(
        held.kind.label_plural,
        [field.label for field in fields],
        ([content_of(row, field, names, sheets.language) for field in fields] for row in held.rows),
        [cell_format(field) or "" for field in fields],
    )


def _rows_of(one: Change, people: Names, language: str) -> Iterable[list[Any]]:
    event = one.event
    actor = people.get(event.actor_id) if event.actor_id else None
    front = [_moment(event.at), one.title, WHAT[event.kind].as_json()[language], actor]
    if not event.changes:
        yield front
    for change in event.changes:
        field = one.kind.fields[change.field]
        before, after = (
            _text(cell(value=value, field=field, language=language)) for value in (change.before, change.after)
        )
        yield [*front, field.label.as_json()[language], before, after]


def _text(content: Any) -> str | None:
    return None if content is None else str(content)


def _moment(at: dt.datetime) -> dt.datetime:
    """Cells know no zones."""
    return at.astimezone(SHANGHAI).replace(tzinfo=None)
