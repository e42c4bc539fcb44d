"""The shapes of a store's imports."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.importing.files.workbooks import Wish
from chezhan.catalogue.importing.ordering import ColumnOrder, Order
from chezhan.catalogue.schemas import LabelOut

ImportStatus = Literal["analysing", "ready", "running", "done", "failed", "cancelled", "undoing", "undone"]
Became = Literal["created", "updated", "unchanged", "skipped", "asked", "alike", "refused"]


class RecordImportProgressOut(Schema):
    """`rows_total` is 0 while unknown. `queued`: no worker has taken the work up yet."""

    rows_done: int
    rows_total: int
    rows_per_second: float | None
    seconds_left: int | None
    queued: bool


class RecordImportErrorOut(Schema):
    code: str
    message: str
    params: dict[str, Any]


class RecordImportLine(Schema):
    """`counts`: rows by what became of them; of the dry run while nothing is written."""

    id: UUID
    entity: str
    file_name: str
    size: int
    status: ImportStatus
    phase: Literal["", "reading", "trying", "writing", "taking_back"]
    created_at: dt.datetime
    started_at: dt.datetime | None
    finished_at: dt.datetime | None
    rows: int
    counts: dict[str, int]
    progress: RecordImportProgressOut | None
    error: RecordImportErrorOut | None


class ImportTargetOut(Schema):
    """`link`: the field that it finds a record for. `keyed`: records can be found by it. `writable`: else no more."""

    key: str
    label: LabelOut
    type: str
    link: str | None
    required: bool
    writable: bool
    keyed: bool
    options: list[dict[str, Any]]


class ImportColumnOut(Schema):
    """`examples` and `values` (what it says, the most frequent first, where it is little) quote the file."""

    index: int
    header: str
    filled: int
    distinct: int | None
    examples: list[str]
    values: list[str]
    repairs: dict[str, str]
    repaired: int
    lost: int
    date_order: str | None
    date_doubt: str
    guess: str | None
    confidence: float
    reason: str


class ImportSheetOut(Schema):
    name: str
    hidden: bool


class ImportTableOut(Schema):
    """How the file was read. `head`: its first rows, [number, cells]."""

    kind: str
    sheets: list[ImportSheetOut]
    sheet: str
    header_row: int
    head: list[Any]
    rows: int
    renamed: list[list[str]]
    hidden_rows: int
    hidden_columns: list[str]
    merged: int
    macros: bool
    outside: bool
    encoding: str


class WishIn(Schema):
    """`sheet` "" and `header_row` 0: as guessed."""

    sheet: str = Field("", max_length=100)
    header_row: int = Field(0, ge=0, le=1000)
    hidden: bool = True
    fill: bool = True

    def as_wish(self) -> Wish:
        return Wish(sheet=self.sheet, header_row=self.header_row, hidden=self.hidden, fill=self.fill)


class ColumnOrderIO(Schema):
    column: int
    target: str = Field(max_length=100)
    dates: Literal["ymd", "mdy", "dmy", "serial"] = "ymd"
    values: dict[str, str] = {}


class OrderIO(Schema):
    """`likes`: of rows that would be new and are like another by the store's rules for duplicates; "": none is looked
    for. Those that are created all the same are told of as alike.
    """

    mode: Literal["insert", "update", "upsert"] = "insert"
    columns: list[ColumnOrderIO] = Field([], max_length=200)
    constants: dict[str, str] = {}
    keys: list[list[str]] = Field([], max_length=10)
    twins: Literal["skip", "update", "create", "ask"] = "skip"
    likes: Literal["", "skip", "create"] = ""
    clear: bool = False
    decisions: dict[str, Literal["skip", "update", "create"]] = {}

    def as_order(self) -> Order:
        return Order(
            mode=self.mode,
            columns=tuple(ColumnOrder(one.column, one.target, one.dates, one.values) for one in self.columns),
            constants={name: text for name, text in self.constants.items() if text.strip()},
            keys=tuple(tuple(key) for key in self.keys if key),
            twins=self.twins,
            likes=self.likes,
            clear=self.clear,
            decisions=dict(self.decisions),
        )


class DecisionsIn(Schema):
    """Number of a row → what becomes of it."""

    decisions: dict[str, Literal["skip", "update", "create"]] = Field(max_length=5_000)


class ImportTallyOut(Schema):
    """What is wrong with `count` rows, of which `rows` are the first; `target` is null when the whole row is meant."""

    target: str | None
    code: str
    count: int
    rows: list[int]
    text: LabelOut


class ImportPreviewOut(Schema):
    """The first rows as they will be; `faults`: target, or "" for the whole row, → why not."""

    row: int
    values: dict[str, str]
    faults: dict[str, LabelOut]


class ImportTrialOut(Schema):
    rows: int
    counts: dict[str, int]
    tallies: list[ImportTallyOut]
    preview: list[ImportPreviewOut]
    at: dt.datetime


class ImportKeptOut(Schema):
    """A record that the undo left alone. `title` is null where it may not be seen, or is gone."""

    record_id: UUID
    title: str | None
    reason: Literal["changed", "referred"]


class ImportUndoneOut(Schema):
    deleted: int
    restored: int
    kept: int
    kept_records: list[ImportKeptOut]


class RecordImportOut(RecordImportLine):
    wish: WishIn
    table: ImportTableOut | None
    columns: list[ImportColumnOut]
    targets: list[ImportTargetOut]
    order: OrderIO
    missing: list[str]
    trial: ImportTrialOut | None
    undone: ImportUndoneOut | None
    files_gone: bool
    may_update: bool
    may_create: bool


class ImportFaultOut(Schema):
    target: str | None
    code: str
    text: LabelOut


class ImportRowOut(Schema):
    """`cells` are the file's own; none once the file is gone. `title`: of the record that it became or met."""

    row: int
    became: Became
    record_id: UUID | None
    title: str | None
    cells: list[str]
    faults: list[ImportFaultOut]


class ImportRowsOut(Schema):
    """`next`: the row behind which to ask on, null at the end."""

    rows: list[ImportRowOut]
    next: int | None


class TemplateIn(Schema):
    name: str = Field(min_length=1, max_length=60)


class TemplateOut(Schema):
    id: UUID
    name: str
    used_at: dt.datetime
    mine: bool


class ImportsOut(Schema):
    """`file_mb`: the largest file that is taken."""

    jobs: list[RecordImportLine]
    templates: list[TemplateOut]
    file_mb: int
