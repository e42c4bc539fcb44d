"""The shapes of hand-overs."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field, field_validator


class OwnedOut(Schema):
    """`open`: of which something is still to be done; null where a kind has no end."""

    entity: str
    total: int
    open: int | None


class StandingOut(Schema):
    """`kind` rule, flow, score: in force with their rights. asked: steps of flows that wait for them. lead_source:
    whose leads are theirs.
    """

    kind: Literal["rule", "flow", "score", "asked", "lead_source"]
    number: int


class HandOverPartIn(Schema):
    """`to`: shared out evenly among several; what belongs to one customer goes to one of them."""

    entity: str = Field(max_length=40)
    which: Literal["open", "all"] = "all"
    to: list[UUID] = Field(min_length=1, max_length=50)


class HandOverIn(Schema):
    person: UUID
    reason: str = Field(min_length=1, max_length=200)
    parts: list[HandOverPartIn] = Field(min_length=1, max_length=200)

    @field_validator("reason")
    @classmethod
    def says_something(cls, reason: str) -> str:
        if not reason.strip():
            raise ValueError("say why")
        return reason.strip()


class HandOverOut(Schema):
    """`counts`: by kind. `until`: when it can be taken back last; null when it was."""

    id: UUID
    person: UUID
    reason: str
    by: UUID
    at: dt.datetime
    records: int
    counts: dict[str, int]
    until: dt.datetime | None
    undone_at: dt.datetime | None


class TakenBackOut(Schema):
    """`kept`: with somebody else by now, gone, or not the asker's to give."""

    restored: int
    kept: int
