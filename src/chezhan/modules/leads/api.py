"""/api/store/leads: what leads need beyond records and their verbs."""

from typing import Literal
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.kernel.moments import Moment
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
