"""The shapes of the printing API."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.schemas import LabelOut


class PrintIn(Schema):
    """`template`: one of the store's; `own`: the kind's own paper; null for a sheet of all that one sees."""

    ids: list[UUID] = Field(min_length=1, max_length=50)
    template: UUID | Literal["own"] | None = None


class PrintOfferedOut(Schema):
    """`id`: `own` is the paper that the kind of record comes with."""

    id: UUID | Literal["own"]
    name: str


class PrintHeadOut(Schema):
    """`kept`: it can be printed with. `changed`: the draft says something else than what is printed."""

    id: UUID
    entity: str
    name: str
    draft_version: int
    kept: bool
    kept_at: dt.datetime | None
    changed: bool
    retired: bool
    changed_at: dt.datetime
    changed_by: str


class PrintPaperOut(Schema):
    kind: Literal["a4", "a5", "receipt", "label"]
    landscape: bool
    width: int
    height: int


class PrintHeadingOut(Schema):
    kind: Literal["heading"]
    id: str
    text: str
    level: int
    align: Literal["left", "center", "right"]


class PrintTextOut(Schema):
    kind: Literal["text"]
    id: str
    text: str
    size: Literal["small", "normal", "large"]
    align: Literal["left", "center", "right"]
    bold: bool


class PrintFactsOut(Schema):
    kind: Literal["facts"]
    id: str
    fields: list[str]
    columns: int
    filled: bool


class PrintRowsOut(Schema):
    kind: Literal["rows"]
    id: str
    source: str
    fields: list[str]
    total: bool
    sums: list[str]
    by: str


class PrintLineOut(Schema):
    kind: Literal["line"]
    id: str


class PrintSpaceOut(Schema):
    kind: Literal["space"]
    id: str
    size: int


class PrintSignaturesOut(Schema):
    kind: Literal["signatures"]
    id: str
    names: list[str]


class PrintBreakOut(Schema):
    kind: Literal["break"]
    id: str


PrintBlockOut = (
    PrintHeadingOut
    | PrintTextOut
    | PrintFactsOut
    | PrintRowsOut
    | PrintLineOut
    | PrintSpaceOut
    | PrintSignaturesOut
    | PrintBreakOut
)


class PrintLayoutOut(Schema):
    paper: PrintPaperOut
    header: str
    footer: str
    blocks: list[PrintBlockOut]


class PrintProblemOut(Schema):
    """`block`: the id of the block, or header or footer; `name`: what was written there."""

    code: Literal["unknown_place", "unknown_source", "unknown_column"]
    block: str
    name: str


class PrintTemplateOut(PrintHeadOut):
    layout: PrintLayoutOut
    problems: list[PrintProblemOut]


class PrintTemplateIn(Schema):
    entity: str = Field(max_length=40)
    name: str = Field(max_length=60)
    start: Literal["sheet", "card", "receipt", "label", "blank"] = "sheet"


class PrintDraftIn(Schema):
    """What is left out stays. `layout`: as PrintTemplateOut has it."""

    draft_version: int
    name: str | None = Field(None, max_length=60)
    layout: dict[str, Any] | None = None


class PrintKeepIn(Schema):
    draft_version: int


class PrintCopyIn(Schema):
    name: str = Field(max_length=60)


class PrintRetireIn(Schema):
    retired: bool


class PrintDiscardedOut(Schema):
    """`deleted`: there was nothing kept to go back to."""

    deleted: bool


class PrintPreviewIn(Schema):
    """`record_id`: null for the first record of the list."""

    entity: str = Field(max_length=40)
    layout: dict[str, Any]
    record_id: UUID | None = None


class PrintPreviewOut(Schema):
    """`pictures`: PNG in base64, of the first pages. `record_id`: of the record that was shown; null for none."""

    pages: int
    pictures: list[str]
    problems: list[PrintProblemOut]
    record_id: UUID | None


class PrintPlaceOut(Schema):
    """`manners`: how else it may be written out, as in {{path|manner}}."""

    path: str
    label: LabelOut
    manners: list[Literal["capitals", "long"]]


class PrintPlacesOut(Schema):
    label: LabelOut
    places: list[PrintPlaceOut]


class PrintColumnOut(Schema):
    """`groups`: records can stand in groups by it."""

    name: str
    label: LabelOut
    groups: bool


class PrintTableOut(Schema):
    source: str
    label: LabelOut
    fields: list[PrintColumnOut]


class PrintableOut(Schema):
    groups: list[PrintPlacesOut]
    tables: list[PrintTableOut]
