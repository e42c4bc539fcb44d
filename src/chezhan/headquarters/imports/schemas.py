"""The shapes of the imports API. Money is a string in yuan; texts come in both languages."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema

Status = Literal["analysing", "ready", "running", "done", "failed", "cancelled", "undoing", "undone"]
Phase = Literal["", "reading", "planning", "trying", "creating_store", "writing", "taking_back"]
DateOrder = Literal["ymd", "mdy", "dmy", "serial"]
Pack = Literal["dealer", "repair"]


class Text(Schema):
    zh: str
    en: str


class PersonOut(Schema):
    id: UUID
    name: str


class Progress(Schema):
    """`rows_total` is 0 while unknown. `queued`: no worker has taken the work up yet."""

    rows_done: int
    rows_total: int
    rows_per_second: float | None
    seconds_left: int | None
    queued: bool


class ErrorOut(Schema):
    """As in an error answer: the interface translates by `code`."""

    code: str
    message: str
    params: dict[str, Any]


class ImportSummary(Schema):
    id: UUID
    file_name: str
    size: int
    status: Status
    phase: Phase
    created_at: dt.datetime
    created_by: PersonOut | None
    started_at: dt.datetime | None
    started_by: PersonOut | None
    finished_at: dt.datetime | None
    rows: int
    good: int
    bad: int
    amount: str
    stores: int
    created: int
    updated: int
    unchanged: int
    progress: Progress | None
    error: ErrorOut | None


class TargetOut(Schema):
    """A field that a column may be read into."""

    key: str
    label: Text
    kind: Literal["store", "text", "date", "money", "integer", "phone", "gender", "vin", "plate"]
    required: bool


class GuessOut(Schema):
    target: str | None
    confidence: float
    reason: str
    text: Text


class ColumnOut(Schema):
    """`distinct` is null above a thousand; `target` is what the mapping says now, null when left out."""

    index: int
    header: str
    examples: list[str]
    filled: int
    distinct: int | None
    target: str | None
    guess: GuessOut


class FaultOut(Schema):
    """`target` is null when the whole row is at fault."""

    target: str | None
    code: str
    value: str
    text: Text


class NoticeOut(Schema):
    """About the file, a column (by header) or a field. `examples`: text before → after."""

    level: Literal["info", "warning"]
    column: str | None
    target: str | None
    code: str
    params: dict[str, Any]
    text: Text


class TallyOut(Schema):
    """How many rows have a fault or a warning; `rows` are the first few row numbers."""

    kind: Literal["error", "warning"]
    target: str | None
    code: str
    count: int
    rows: list[int]
    text: Text


class PreviewRow(Schema):
    row: int
    read: list[str]
    understood: dict[str, str | None]
    faults: list[FaultOut]


class RefusedRow(Schema):
    row: int
    faults: list[FaultOut]


class PlanOut(Schema):
    """`errors` are the first refused rows; all of them are in issues.csv."""

    rows: int
    good: int
    bad: int
    amount: str
    first_day: dt.date | None
    last_day: dt.date | None
    tallies: list[TallyOut]
    preview: list[PreviewRow]
    errors: list[RefusedRow]


class StoreRefOut(Schema):
    id: UUID
    slug: str
    name: str


class PartOut(Schema):
    """One store's share. `store` is null while it is still to be made; `made`: by this import.

    `would_*` come from the dry run, `created`, `updated`, `unchanged` from the writing, `taken_back` and `kept`
    (records) from the undo.
    """

    number: int
    name: str
    rows: int
    amount: str
    store: StoreRefOut | None
    made: bool
    status: Literal["waiting", "writing", "done", "taking_back", "taken_back"]
    done: int
    would_create: int | None
    would_update: int | None
    created: int
    updated: int
    unchanged: int
    taken_back: int
    kept: int


class TrialOut(Schema):
    """The dry run: what would happen now."""

    at: dt.datetime
    would_create: int
    would_update: int
    stores_to_make: list[str]


class KeptOut(Schema):
    """A record that an undo left alone: `changed` since, or `referred` to by others."""

    store: str
    entity: str
    id: UUID
    reason: Literal["changed", "referred"]


class UndoOut(Schema):
    taken_back: int
    kept: int
    kept_records: list[KeptOut]
    stores_left: list[str]


class ImportOut(ImportSummary):
    """`missing`: required fields without a column. `pack` is what stores that are made become.
    `may_run` and `may_create_stores` are the asker's."""

    targets: list[TargetOut]
    columns: list[ColumnOut]
    date_orders: dict[str, DateOrder]
    missing: list[str]
    notices: list[NoticeOut]
    plan: PlanOut | None
    trial: TrialOut | None
    parts: list[PartOut]
    pack: Pack
    stores_made: list[str]
    undo: UndoOut | None
    has_issues: bool
    may_run: bool
    may_create_stores: bool


class ImportState(Schema):
    """What changes while work goes on, for polling."""

    id: UUID
    status: Status
    phase: Phase
    progress: Progress | None
    parts: list[PartOut]
    error: ErrorOut | None


class MappingIn(Schema):
    """`targets`: index of the column → field or null. `date_orders`: field → order, where the person overrules."""

    targets: dict[int, str | None]
    date_orders: dict[str, DateOrder] = {}


class StartIn(Schema):
    """`pack` is that of the stores to be made; null keeps what was chosen before."""

    create_stores: bool = False
    pack: Pack | None = None


class ImportLimits(Schema):
    """`file_mb`: the largest file that is taken, in MiB."""

    file_mb: int
