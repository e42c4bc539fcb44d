"""The shapes of the API by which designers take a hand in flows."""

import datetime as dt
from typing import Any
from uuid import UUID

from ninja import Schema
from pydantic import Field

from chezhan.engines.flows.people.schemas import FlowInstanceOut


class FlowStuckOut(Schema):
    token_id: UUID
    node: str
    code: str
    since: dt.datetime


class FlowRunningOut(FlowInstanceOut):
    stuck_at: list[FlowStuckOut]


class FlowsRunningOut(Schema):
    """`stuck`: how many stand still in all."""

    instances: list[FlowRunningOut]
    more: bool
    stuck: int


class FlowMoveIn(Schema):
    token_id: UUID
    node: str = Field(max_length=40)


class FlowMigrateIn(Schema):
    """`places`: node → node, of those that the version does not have."""

    number: int
    places: dict[str, str] = {}


class FlowRetriedOut(Schema):
    tokens: int


class FlowAskedOfOut(Schema):
    """`name`: empty for who works here no more."""

    person: UUID
    name: str
    count: int


class FlowHandOverIn(Schema):
    """`text`: why. `items`: these alone, null for all that the person is asked."""

    person: UUID
    to: UUID
    text: str = Field("", max_length=2_000)
    items: list[UUID] | None = Field(None, max_length=5_000)


class FlowHandedOverOut(Schema):
    """`items`: those that went over; named again the other way round they go back."""

    items: list[UUID]


class FlowWalkIn(Schema):
    """`start`: the node to begin at, the first start when empty. `choices`: node → port, of what people decide or the
    clock does.
    """

    record_id: UUID
    start: str = Field("", max_length=40)
    choices: dict[str, str] = {}


class FlowWalkProblemOut(Schema):
    code: str
    params: dict[str, Any]


class FlowForetoldOut(Schema):
    """What an action would send out of the record: see ForetoldOut of rules."""

    action: int
    kind: str
    figures: dict[str, Any]


class FlowWalkStepOut(Schema):
    """`port`: by which it is left, null where the walk waits for a choice or ends. `ports`: those that it has."""

    node: str
    port: str | None
    ports: list[str]
    people: list[str]
    problems: list[FlowWalkProblemOut]
    foretold: list[FlowForetoldOut]


class FlowWalkOut(Schema):
    steps: list[FlowWalkStepOut]
    waits_at: list[str]
    capped: bool
