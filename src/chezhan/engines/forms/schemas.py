"""The shapes of the forms' API."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.catalogue.schemas import LabelOut

Purpose = Literal["create", "edit", "detail"]
# `step`: of a form that only steps of flows show.
Use = Literal["create", "edit", "detail", "step"]


class FormWhenOut(Schema):
    """Rules as filters have them, or a formula."""

    group: dict[str, Any] | None = None
    formula: str = ""


class FormRefusalOut(Schema):
    when: FormWhenOut
    message: LabelOut


class FormDefaultOut(Schema):
    value: Any = None
    formula: str = ""


class FormFieldPartOut(Schema):
    kind: Literal["field"]
    id: str
    field: str
    label: LabelOut
    help: LabelOut
    placeholder: LabelOut
    width: int
    required: bool
    read_only: bool
    show_when: FormWhenOut | None
    required_when: FormWhenOut | None
    read_only_when: FormWhenOut | None
    default: FormDefaultOut | None
    refusals: list[FormRefusalOut]


class FormNotePartOut(Schema):
    kind: Literal["note"]
    id: str
    text: LabelOut
    width: int
    show_when: FormWhenOut | None


class FormRowsPartOut(Schema):
    """Records of `entity` whose link `via` leads to the form's own record."""

    kind: Literal["rows"]
    id: str
    entity: str
    via: str
    columns: list[str]
    label: LabelOut
    width: int
    read_only: bool
    show_when: FormWhenOut | None


class FormSectionOut(Schema):
    id: str
    label: LabelOut
    columns: int
    show_when: FormWhenOut | None
    parts: list[FormFieldPartOut | FormNotePartOut | FormRowsPartOut]


class FormTabOut(Schema):
    id: str
    label: LabelOut
    show_when: FormWhenOut | None
    sections: list[FormSectionOut]


class FormLayoutOut(Schema):
    tabs: list[FormTabOut]


class FormHeadOut(Schema):
    """`published`: the number of the version in force. `unpublished`: whether the draft says something else."""

    id: UUID
    entity: str
    name: str
    roles: list[str]
    purposes: list[Use]
    draft_version: int
    changed_at: dt.datetime
    changed_by: str
    published: int | None
    published_at: dt.datetime | None
    unpublished: bool


class FormDraftOut(FormHeadOut):
    layout: FormLayoutOut


class FormIn(Schema):
    entity: str = Field(max_length=40)
    name: str = Field(max_length=60)
    roles: list[str] = Field([], max_length=60)
    purposes: list[Use] = []


class FormCopyIn(Schema):
    name: str = Field(max_length=60)
    roles: list[str] = Field([], max_length=60)


class FormDraftIn(Schema):
    """What is left out stays. `layout`: as FormDraftOut has it; members may be left out where they say nothing."""

    draft_version: int
    name: str = Field("", max_length=60)
    roles: list[str] = Field([], max_length=60)
    purposes: list[Use] = []
    layout: dict[str, Any] = {}


class FormOrderIn(Schema):
    entity: str = Field(max_length=40)
    forms: list[UUID] = Field(max_length=100)


class FormRoleOut(Schema):
    """`label`: of a role that the store made; null for one that ships."""

    key: str
    label: LabelOut | None


class FormPublishIn(Schema):
    draft_version: int
    note: str = Field("", max_length=200)


class FormPublishedOut(Schema):
    number: int


class FormRollBackIn(Schema):
    number: int


class FormDiscardedOut(Schema):
    """`deleted`: there was nothing in force to go back to."""

    deleted: bool


class FormProblemOut(Schema):
    """`code`, `params`: as of an error. `part`: the id of the part; `place`: which of its members."""

    code: str
    part: str
    place: str
    params: dict[str, Any]


class FormReachOut(Schema):
    """Which form people of one role have for one purpose, before publishing and after; empty for none."""

    role: str
    people: int
    purpose: Purpose
    before: str
    after: str


class FormDifferenceOut(Schema):
    kind: Literal["added", "removed", "moved", "changed"]
    what: Literal["tab", "section", "field", "note", "rows"]
    part: str
    field: str
    label: LabelOut
    member: str
    before: Any
    after: Any


class FormCheckedOut(Schema):
    problems: list[FormProblemOut]
    reach: list[FormReachOut]
    changes: list[FormDifferenceOut]
    unpublished: bool


class FormVersionOut(Schema):
    number: int
    name: str
    roles: list[str]
    purposes: list[Use]
    note: str
    back_to: int | None
    at: dt.datetime
    by_name: str


class LiveFieldOut(Schema):
    """Null words: those of the field itself."""

    kind: Literal["field"]
    id: str
    field: str
    label: LabelOut | None
    help: LabelOut | None
    placeholder: LabelOut | None
    width: int
    required: bool
    read_only: bool


class LiveNoteOut(Schema):
    kind: Literal["note"]
    id: str
    text: LabelOut
    width: int


class LiveRowsOut(Schema):
    kind: Literal["rows"]
    id: str
    entity: str
    via: str
    columns: list[str]
    label: LabelOut | None
    width: int
    read_only: bool


class LiveSectionOut(Schema):
    id: str
    label: LabelOut
    columns: int
    parts: list[LiveFieldOut | LiveNoteOut | LiveRowsOut]


class LiveTabOut(Schema):
    id: str
    label: LabelOut
    sections: list[LiveSectionOut]


class LiveFormOut(Schema):
    """`asks`: a change of one of these may change what the state says."""

    id: UUID
    version: int
    name: str
    tabs: list[LiveTabOut]
    asks: list[str]


class FormFieldStateOut(Schema):
    shown: bool
    required: bool
    read_only: bool
    refused: list[LabelOut]


class FormStateOut(Schema):
    """`hidden`: ids of tabs, sections and notes. `defaults`: what a new record begins with where nothing is entered."""

    fields: dict[str, FormFieldStateOut]
    hidden: list[str]
    defaults: dict[str, Any]


class FormLiveOut(Schema):
    form: LiveFormOut | None


class FormStateIn(Schema):
    purpose: Purpose = "create"
    record_id: UUID | None = None
    values: dict[str, Any] = {}
    step: UUID | None = None


class FormStateAnswerOut(Schema):
    """Null where no form is in force."""

    state: FormStateOut | None


class FormPreviewIn(Schema):
    """`role`: empty for the asker."""

    role: str = Field("", max_length=40)
    values: dict[str, Any] = {}


class FormPreviewOut(Schema):
    """`rights`: what the role may do with each field at most."""

    form: LiveFormOut
    state: FormStateOut
    rights: dict[str, str]
