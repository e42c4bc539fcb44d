"""The shapes of the API by which flows are designed. Definitions go as they are kept; see definition.flow."""

import datetime as dt
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.engines.flows.definition.flow import FlowDefinition


class FlowLabelOut(Schema):
    zh: str
    en: str


class FlowTemplateOut(Schema):
    key: str
    label: FlowLabelOut
    text: FlowLabelOut


class FlowHeadOut(Schema):
    """`published`: the number of the version in force. `acts`: whether who published it still works here."""

    id: UUID
    entity: str
    name: str
    enabled: bool
    draft_version: int
    published: int | None
    published_by: str
    acts: bool
    changed: bool
    changed_at: dt.datetime
    changed_by: str


class FlowListedOut(FlowHeadOut):
    """`running`: under way; `stuck`: of those that stand still at some step."""

    running: int
    stuck: int


class FlowProblemOut(Schema):
    """`node`: its id, empty for the flow as a whole. `where`: the part of the node, such as who, fields.2, port."""

    node: str
    where: str
    code: str
    params: dict[str, Any]


class FlowOut(FlowHeadOut):
    definition: FlowDefinition
    problems: list[FlowProblemOut]


class FlowIn(Schema):
    """`template`: what it begins with, where `definition` is left out."""

    entity: str = Field(max_length=40)
    name: str = Field(max_length=60)
    template: str = Field("", max_length=40)
    definition: dict[str, Any] | None = None


class FlowDraftIn(Schema):
    """What is left out stays. `definition`: as FlowOut has it."""

    draft_version: int
    name: str | None = Field(None, max_length=60)
    definition: dict[str, Any] | None = None


class FlowDrawnIn(Schema):
    definition: dict[str, Any]


class FlowCheckedOut(Schema):
    problems: list[FlowProblemOut]


class FlowCopyIn(Schema):
    name: str = Field(max_length=60)


class FlowPublishIn(Schema):
    draft_version: int
    note: str = Field("", max_length=200)


class FlowPublishedOut(Schema):
    number: int


class FlowSwitchIn(Schema):
    on: bool


class FlowRollBackIn(Schema):
    number: int


class FlowDiscardedOut(Schema):
    """`deleted`: there was nothing in force to go back to."""

    deleted: bool


class FlowVersionOut(Schema):
    number: int
    name: str
    definition: FlowDefinition
    note: str
    back_to: int | None
    at: dt.datetime
    by_name: str
