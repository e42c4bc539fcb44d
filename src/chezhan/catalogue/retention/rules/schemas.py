"""The shapes of rules by which records go."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

Does = Literal["erase", "bin"]


class RetentionRuleIn(Schema):
    """`filter`: a rule group as JSON text, or empty for all. `field`: a date of the record; empty for its last change
    and that of what hangs on it. `does`: erase what is said of a person, or move to the recycle bin. `version`: of
    what was looked at; 0 of a new one.
    """

    name: str = Field(min_length=1, max_length=60)
    entity: str = Field(max_length=40)
    filter: str = Field("", max_length=20_000)
    field: str = Field("", max_length=60)
    months: int = Field(ge=1, le=240)
    does: Does
    per_night: int = Field(500, ge=1, le=2_000)
    version: int = Field(0, ge=0)


class RetentionRunOut(Schema):
    """`met`: how many it met when it began; `held`: why it left some → how many. Numbers are null for who may not know
    them."""

    day: dt.date
    does: Does
    started_at: dt.datetime
    ended_at: dt.datetime | None
    outcome: Literal["going", "done", "capped", "stopped", "broken_off"]
    code: str
    met: int | None
    gone: int | None
    held: dict[str, int] | None


class RetentionRuleOut(Schema):
    """`known`: whether the asker sees all that the rule goes by; else its condition, field and numbers are left out.
    `stop_code`: why it stopped. `runs`: the latest ten. `next_at`: when it is followed next."""

    id: UUID
    name: str
    entity: str
    known: bool
    filter: str
    field: str
    months: int
    does: Does
    per_night: int
    state: Literal["off", "on", "stopped"]
    stop_code: str
    confirmed_at: dt.datetime | None
    confirmed_by: UUID | None
    next_at: dt.datetime | None
    version: int
    runs: list[RetentionRunOut]


class RetentionTitleOut(Schema):
    id: UUID
    title: str | None


class RetentionForetoldOut(Schema):
    """`met` of `total` records by date and condition. Of the first `looked_at` of them `goes` would go; `held`: why the
    others stay → how many."""

    met: int
    total: int
    looked_at: int
    goes: int
    held: dict[str, int]
    sample: list[RetentionTitleOut]
    begins_at: dt.datetime


class RetentionSwitchIn(Schema):
    """`on`: with the rule's `name`, typed, and `met` as it was foretold. Off needs neither."""

    on: bool
    name: str = Field("", max_length=60)
    met: int = Field(0, ge=0)


class RetentionHoldIn(Schema):
    reason: str = Field(min_length=1, max_length=200)


class RetentionHoldOut(Schema):
    entity: str
    record_id: UUID
    title: str | None
    reason: str
    at: dt.datetime
    by: UUID


class RetentionHoldStateOut(Schema):
    """`hold`: null where nobody keeps the record."""

    hold: RetentionHoldOut | None
