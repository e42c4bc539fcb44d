"""/api/store/deliveries: what stands in the way of a hand-over, before anybody presses the button."""

from uuid import UUID

from ninja import Router, Schema

from chezhan.access import ActorRequest
from chezhan.catalogue.schemas import LabelOut
from chezhan.modules.deliveries.blocking import blockers_of

router = Router(tags=["deliveries"])


class BlockersOut(Schema):
    """Nothing where the car may be handed over."""

    blockers: list[LabelOut]


@router.get("/{uuid:delivery_id}/blockers", response=BlockersOut, operation_id="list_delivery_blockers")
def list_blockers(request: ActorRequest, delivery_id: UUID):
    found = blockers_of(actor=request.actor, delivery_id=delivery_id)
    return {"blockers": [one.as_json() for one in found]}
