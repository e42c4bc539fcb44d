"""The shapes of the API by which people take part in flows."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.engines.flows.people.attaching import MOST

State = Literal["open", "queued", "done", "void"]
Text = Field("", max_length=2_000)


class StartableFlowOut(Schema):
    """`button`: what it is called. `under_way`: on this record already."""

    flow_id: UUID
    name: str
    button: str
    under_way: bool


class FlowStartIn(Schema):
    flow_id: UUID
    record_id: UUID


class FlowStartedOut(Schema):
    instance_id: UUID


class FlowBecauseOut(Schema):
    """The choice in the drawing that led here. `missed`: the ways before that it did not go; `met`: the one it went,
    null where it went none of them."""

    question: str
    missed: list[str]
    met: str | None


class FlowItemOut(Schema):
    """`facts`: the key facts of the record by field, in their order, as far as the asker sees them and the step shows
    them; null where the record is not seen. `version`: of the record that they were read of; to be sent with the
    answer. `changed_at`: when it was changed since it was asked. `title`: of the record, null where it is not seen.
    `how`: how it came: deputy, delegated, transferred, before, after, escalated. `stands_for`: in whose
    place one is asked.
    """

    id: UUID
    instance_id: UUID
    flow_id: UUID
    flow: str
    node: str
    step: str
    kind: Literal["task", "approval", "copy", "revise"]
    state: State
    decision: str
    how: str
    stands_for: str
    entity: str
    record_id: UUID
    title: str | None
    facts: dict[str, Any] | None
    version: int | None
    changed_at: dt.datetime | None
    because: FlowBecauseOut | None
    started_by: str
    at: dt.datetime
    due_at: dt.datetime | None
    reminded_at: dt.datetime | None
    decided_at: dt.datetime | None


class FlowItemsOut(Schema):
    items: list[FlowItemOut]
    more: bool


class FlowItemCountsOut(Schema):
    open: int
    copies: int


class FlowAskedOut(FlowItemOut):
    """`record`: as records are read, less what the step hides; null where it may not be seen any more. `write`: the
    fields that may be filled in, those `required` must be. `form`: by which the step shows the record, if by one of its
    own. `steps`: to which it may be sent back.
    """

    text: str
    may: list[str]
    mode: str
    comment: Literal["optional", "rejecting", "required"]
    signature: bool
    form: UUID | None
    steps: list[str]
    record: dict[str, Any] | None
    write: list[str]
    required: list[str]


class FlowDecisionIn(Schema):
    """`version`: of the record that was looked at; one that was changed since is neither approved nor rejected.
    `values`: of fields that the step opens. `signature`:
    strokes, each a list of points. `files`: ids of those that were sent up for this item."""

    comment: str = Text
    version: int | None = None
    values: dict[str, Any] = {}
    signature: list[Any] | None = None
    files: list[UUID] = Field([], max_length=MOST)


class FlowPassIn(Schema):
    to: UUID
    comment: str = Text


class FlowAddIn(FlowPassIn):
    """`before`: they are asked first. Else one approves now, signed where the step asks for it, and they must too."""

    before: bool
    signature: list[Any] | None = None


class FlowReturnIn(Schema):
    node: str = Field(max_length=40)
    comment: str = Text


class FlowSayIn(Schema):
    text: str = Text


class FlowRemindedOut(Schema):
    people: int


class FlowInstanceOut(Schema):
    """`number`: of the version it goes by. `outcome`: of one that is done. `opens`: the asker may look into it."""

    id: UUID
    flow_id: UUID
    name: str
    number: int
    entity: str
    record_id: UUID
    title: str | None
    status: Literal["running", "done", "withdrawn", "cancelled"]
    outcome: str
    started_by: str
    started_at: dt.datetime
    ended_at: dt.datetime | None
    opens: bool


class FlowInstancesOut(Schema):
    instances: list[FlowInstanceOut]
    more: bool


class FlowNodeOut(Schema):
    id: str
    kind: str
    name: str
    x: float
    y: float


class FlowEdgeOut(Schema):
    id: str
    source: str
    port: str
    target: str


class FlowTokenOut(Schema):
    """`code`: why it is stuck."""

    id: UUID
    node: str
    state: Literal["ready", "asking", "waiting", "joining", "below", "stuck"]
    code: str
    since: dt.datetime


class FlowPersonItemOut(Schema):
    id: UUID
    node: str
    kind: str
    person: str
    stands_for: str
    how: str
    state: State
    decision: str
    at: dt.datetime
    due_at: dt.datetime | None
    decided_at: dt.datetime | None


class FlowFileOut(Schema):
    """Read by /api/store/files, by who may look into the flow."""

    id: UUID
    name: str
    size: int
    kind: str


class FlowEntryOut(Schema):
    """`by`: the person's name, null for the flow itself. `details`: ports, names of people and nodes, codes.
    `files_gone`: how many that came with it were erased since.
    """

    id: UUID
    at: dt.datetime
    node: str
    kind: str
    by: str | None
    text: str
    details: dict[str, Any]
    signature: list[Any] | None
    files: list[FlowFileOut]
    files_gone: int


class FlowStandingOut(FlowInstanceOut):
    """`entries`: all that happened, the oldest first; `more`: those before are left out. `mine`: the asker began it."""

    nodes: list[FlowNodeOut]
    edges: list[FlowEdgeOut]
    tokens: list[FlowTokenOut]
    items: list[FlowPersonItemOut]
    entries: list[FlowEntryOut]
    more: bool
    mine: bool


class FlowDeputyIn(Schema):
    person: UUID
    deputy: UUID
    since: dt.date
    until: dt.date


class FlowDeputyOut(FlowDeputyIn):
    id: UUID
    person_name: str
    deputy_name: str
