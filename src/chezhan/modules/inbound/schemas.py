"""The shapes of the API of sources of leads."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Schema
from pydantic import Field

SourceKind = Literal["portal", "call", "form"]
PostOutcome = Literal["received", "created", "merged", "refused"]


class LeadSourceIn(Schema):
    """`kind`: portals and call centres sign what they send, a form on a web page can't. `channel`: as leads have it.
    `mapping`: by field of a lead, and id, seconds, trap, the name in what is sent, a.b for one within another.
    `owner`: whose the leads are; null for nobody yet.
    """

    name: str = Field(min_length=1, max_length=60, pattern=r"\S")
    kind: SourceKind
    channel: Literal[
        "web", "autohome", "dongchedi", "yiche", "social", "call", "walk_in", "event", "referral", "file", "other"
    ]
    mapping: dict[str, str] = Field(max_length=20)
    owner: UUID | None = None
    enabled: bool = True
    per_hour: int = Field(1_000, ge=1, le=100_000)
    per_day: int = Field(10_000, ge=1, le=1_000_000)


class LeadSourceChangeIn(LeadSourceIn):
    version: int


class LeadSourceVersionIn(Schema):
    version: int


class LeadSourceOut(Schema):
    """`path`: where it is posted to. `came`, `refused`: of the last thirty days. `old_until`: until when the secret
    before the present one is taken too.
    """

    id: UUID
    name: str
    kind: SourceKind
    channel: str
    path: str
    mapping: dict[str, str]
    owner: UUID | None
    enabled: bool
    per_hour: int
    per_day: int
    old_until: dt.datetime | None
    version: int
    changed_at: dt.datetime
    came: int
    refused: int
    waiting: int
    last_at: dt.datetime | None


class LeadSourcesOut(Schema):
    """`presets`: mappings to begin with, by name; `fields`: what a mapping may name."""

    sources: list[LeadSourceOut]
    presets: dict[str, dict[str, str]]
    fields: list[str]


class LeadSourceSecretOut(Schema):
    """`secret`: told this once."""

    source: LeadSourceOut
    secret: str


class LeadPostOut(Schema):
    """`lead_id`, `title`: null where the asker does not see the lead. `reasons`: codes of refusals by field."""

    id: UUID
    source_id: UUID
    at: dt.datetime
    outcome: PostOutcome
    reasons: dict[str, str]
    attempts: int
    next_at: dt.datetime
    done_at: dt.datetime | None
    lead_id: UUID | None
    title: str | None


class LeadPostBodyOut(LeadPostOut):
    """`body`: as it came; null where the asker may not know it, or it was `erased`."""

    body: str | None
    erased: bool


class LeadPostsOut(Schema):
    posts: list[LeadPostOut]
    more: bool


class LeadPostTakenOut(Schema):
    """`id`: by which the store finds the post in its log."""

    id: UUID
