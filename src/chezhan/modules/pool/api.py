"""/api/store/lead-pool: the pool's settings, and how much of it is left to the asker today."""

import datetime as dt
from typing import Literal
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.modules.pool.queries import pool_before
from chezhan.modules.pool.settings import change_pool_rules

router = Router(tags=["leads"])
PoolChannel = Literal[
    "web", "autohome", "dongchedi", "yiche", "social", "call", "walk_in", "event", "referral", "file", "other"
]


class PoolRulesIn(Schema):
    """`daily_cap`: how many leads somebody may pick a day. `cool_down_days`: how long whoever had a lead last can't
    pick it again. `arriving`: the channels whose leads stand in the pool as they come, where nobody has them.
    `version`: of what was looked at, 0 for nothing said yet."""

    daily_cap: int = Field(ge=1, le=500)
    cool_down_days: int = Field(ge=0, le=365)
    arriving: list[PoolChannel] = Field([], max_length=11)
    version: int = Field(ge=0)


class CoolingOut(Schema):
    """A lead that was the asker's, and until when it is left to others."""

    lead: UUID
    until: dt.datetime


class PoolOut(PoolRulesIn):
    """`picked`, `left`: how many the asker picked today and may still pick. `may_change`: whether they may change the
    rules."""

    picked: int
    left: int
    cooling: list[CoolingOut]
    may_change: bool


@router.get("", response=PoolOut, operation_id="read_lead_pool")
def read_lead_pool(request: ActorRequest):
    """The leads in it are those whose `pooled_at` says something; they are picked by their verb `pick`."""
    return pool_before(actor=request.actor)


@router.put("", response=PoolOut, operation_id="change_lead_pool")
def change_lead_pool(request: ActorRequest, body: PoolRulesIn):
    change_pool_rules(
        actor=request.actor,
        version=body.version,
        daily_cap=body.daily_cap,
        cool_down_days=body.cool_down_days,
        arriving=body.arriving,
    )
    return pool_before(actor=request.actor)
