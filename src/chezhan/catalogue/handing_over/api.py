"""/api/store/hand-overs: what somebody is responsible for goes to others, and back for thirty days."""

from typing import Any
from uuid import UUID

from ninja import Router, Status

from chezhan.access import ActorRequest, require
from chezhan.catalogue.handing_over import schemas
from chezhan.catalogue.handing_over.giving import PERMISSION, Part, hand_over
from chezhan.catalogue.handing_over.models import HandOver
from chezhan.catalogue.handing_over.owned import owned_by
from chezhan.catalogue.handing_over.standing import standing_on
from chezhan.catalogue.handing_over.taking_back import ends_at, list_hand_overs, take_back

router = Router(tags=["store"])


@router.get("/of/{uuid:person_id}", response=list[schemas.OwnedOut], operation_id="list_owned")
def owned(request: ActorRequest, person_id: UUID):
    """By kind of record: those that the asker sees and may give to others. Of a stranger there are none."""
    require(actor=request.actor, permission=PERMISSION)
    return owned_by(actor=request.actor, person_id=person_id)


@router.get("/of/{uuid:person_id}/standing", response=list[schemas.StandingOut], operation_id="list_standing")
def standing(request: ActorRequest, person_id: UUID):
    """What stops once they are removed, or waits for their answer: how many of each kind."""
    return standing_on(actor=request.actor, person_id=person_id)


@router.get("", response=list[schemas.HandOverOut], operation_id="list_hand_overs")
def listed(request: ActorRequest):
    """The latest 50 first."""
    return [_shown(one) for one in list_hand_overs(actor=request.actor)]


@router.post("", response={201: schemas.HandOverOut}, operation_id="hand_over")
def give(request: ActorRequest, body: schemas.HandOverIn):
    """All or nothing."""
    parts = [Part(one.entity, one.which, one.to) for one in body.parts]
    made = hand_over(actor=request.actor, person_id=body.person, reason=body.reason, parts=parts)
    return Status(201, _shown(made))


@router.post("/{uuid:hand_over_id}/take-back", response=schemas.TakenBackOut, operation_id="take_hand_over_back")
def back(request: ActorRequest, hand_over_id: UUID):
    """Within thirty days: what is still with whom it went to."""
    return take_back(actor=request.actor, hand_over_id=hand_over_id)


def _shown(one: HandOver) -> dict[str, Any]:
    return {
        "id": one.id,
        "person": one.person_id,
        "reason": one.reason,
        "by": one.by,
        "at": one.at,
        "records": one.records,
        "counts": one.counts,
        "until": ends_at(one),
        "undone_at": one.undone_at,
    }
