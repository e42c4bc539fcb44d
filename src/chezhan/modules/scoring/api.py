"""/api/store/lead-score: how leads are scored, and why one is as it is."""

import datetime as dt
from typing import Any, Literal
from uuid import UUID

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.kernel.moments import WallTime
from chezhan.modules.scoring.keeping import keep_sheet
from chezhan.modules.scoring.queries import score_of, sheet_before

router = Router(tags=["leads"])


class ScoreItemBody(Schema):
    """`when`: a rule group on leads, as lists are filtered by. `points`: what it adds, or takes off."""

    name: str = Field(min_length=1, max_length=60)
    points: int = Field(ge=-100, le=100)
    when: dict[str, Any]


class ScoreGradeBody(Schema):
    """From so many points on; `days`: until when somebody of it is contacted again."""

    grade: Literal["H", "A", "B", "C"]
    points: int = Field(ge=0, le=100)
    days: int = Field(ge=1, le=180)


class ScoreSheetIn(Schema):
    """`grades`: the best first, the last from 0 points on. `at`: the hour of the next contact. `version`: of what was
    looked at, 0 for nothing said yet."""

    items: list[ScoreItemBody] = Field(max_length=60)
    grades: list[ScoreGradeBody] = Field(min_length=1, max_length=4)
    at: WallTime = dt.time(10)
    version: int = Field(ge=0)


class ScoreSheetOut(Schema):
    """No grades: leads are not scored. To who may not change it, only the items of which they see the fields."""

    items: list[ScoreItemBody]
    grades: list[ScoreGradeBody]
    at: WallTime
    version: int
    may_change: bool


class ScoreReasonOut(Schema):
    name: str
    points: int


class LeadScoreOut(Schema):
    """`score`: null for a lead that was not scored. `reasons`: as the asker sees the lead now, the weightiest first;
    `hidden`: what is left of the score besides them."""

    score: int | None
    reasons: list[ScoreReasonOut]
    hidden: int


@router.get("", response=ScoreSheetOut, operation_id="read_score_sheet")
def read_score_sheet(request: ActorRequest):
    return sheet_before(actor=request.actor)


@router.put("", response=ScoreSheetOut, operation_id="change_score_sheet")
def change_score_sheet(request: ActorRequest, body: ScoreSheetIn):
    """All open leads are scored anew soon after."""
    says = body.model_dump(mode="json")
    version = says.pop("version")
    keep_sheet(actor=request.actor, version=version, says=says)
    return sheet_before(actor=request.actor)


@router.get("/{uuid:lead_id}", response=LeadScoreOut, operation_id="explain_lead_score")
def explain_lead_score(request: ActorRequest, lead_id: UUID):
    """Why a lead is as promising as it is."""
    return score_of(actor=request.actor, lead_id=lead_id)
