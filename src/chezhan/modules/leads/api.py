"""/api/store/leads: what leads need beyond records and their verbs."""

import datetime as dt
from typing import Annotated, Literal
from uuid import UUID

from ninja import Query, Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.kernel.moments import Moment
from chezhan.modules.leads.losing import losses
from chezhan.modules.leads.services import follow_up

router = Router(tags=["leads"])


class FollowUpIn(Schema):
    """`next_contact_at` null: no next time is set. `verb`: of the lead, as what was said has brought it on."""

    kind: Literal["call", "wechat", "sms", "mail", "visit", "note"]
    summary: str = Field(max_length=5_000)
    reached: bool = True
    next_contact_at: Moment | None = None
    verb: str = Field("", max_length=40)


class FollowedUpOut(Schema):
    """`waits_for`: fields that the store asks for before the lead counts as contacted, and that say nothing yet."""

    id: UUID
    waits_for: list[str]


@router.post("/{uuid:lead_id}/follow-up", response={201: FollowedUpOut}, operation_id="follow_lead_up")
def follow_lead_up(request: ActorRequest, lead_id: UUID, body: FollowUpIn):
    """The interaction, the next contact and the stage, all or none."""
    said = {"kind": body.kind, "summary": body.summary, "reached": body.reached}
    made = follow_up(
        actor=request.actor, lead_id=lead_id, said=said, next_contact_at=body.next_contact_at, verb=body.verb
    )
    return Status(201, {"id": made.interaction_id, "waits_for": made.waits_for})


class LossCountOut(Schema):
    """`value`: the field's; null where nothing was said."""

    value: str | None
    lost: int


class LossSideOut(Schema):
    """The lost leads by one field, the most first. `hidden`: of how many the asker may not know it. `more`: there are
    others beyond these."""

    field: str
    rows: list[LossCountOut]
    hidden: int
    more: bool


class LossesOut(Schema):
    """`lost`, `won`: how many ended so; null for who may not know. A side that they may not see is not there."""

    lost: int | None
    won: int | None
    sides: list[LossSideOut]


@router.get("/losses", response=LossesOut, operation_id="read_lead_losses")
def read_lead_losses(
    request: ActorRequest,
    first: dt.date,
    last: dt.date,
    channel: Annotated[list[str], Query(max_length=20)] = [],  # noqa: B006
    owner: Annotated[list[UUID], Query(max_length=20)] = [],  # noqa: B006
):
    """Why leads that ended from `first` to `last` were lost; of these sources and advisors alone, if any are named."""
    return losses(actor=request.actor, first=first, last=last, channels=channel, owners=owner)
