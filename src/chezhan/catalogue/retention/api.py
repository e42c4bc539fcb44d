"""/api/store/retention: how long the store keeps what."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.catalogue.retention.periods import Period, change_period, list_periods

router = Router(tags=["retention"])


class RetentionPeriodOut(Schema):
    """A store chooses from `least` to `most` units; `usual`: unless it did. Null is for ever, which may be chosen where
    it is usual. `version`: 0 for nothing chosen yet."""

    name: str
    unit: Literal["days", "months"]
    least: int
    most: int
    usual: int | None
    span: int | None
    version: int
    changed_at: dt.datetime | None
    changed_by: UUID | None


class RetentionOut(Schema):
    periods: list[RetentionPeriodOut]


class RetentionPeriodIn(Schema):
    """`span`: so many units, null for ever. `version`: of what was looked at."""

    span: int | None = Field(ge=1, le=10_000)
    version: int = Field(ge=0)


@router.get("", response=RetentionOut, operation_id="read_retention")
def read(request: ActorRequest):
    return {"periods": [_shown(one) for one in list_periods(actor=request.actor)]}


@router.put("/periods/{period}", response=RetentionPeriodOut, operation_id="change_retention_period")
def change(request: ActorRequest, period: str, body: RetentionPeriodIn):
    """What is older goes with the next daily look, and does not come back."""
    return _shown(change_period(actor=request.actor, name=period, span=body.span, version=body.version))


def _shown(period: Period) -> dict[str, Any]:
    kept = period.kept
    return {
        "name": kept.name,
        "unit": kept.unit,
        "least": kept.least,
        "most": kept.most,
        "usual": kept.usual,
        "span": period.span,
        "version": period.version,
        "changed_at": period.changed_at,
        "changed_by": period.changed_by,
    }
