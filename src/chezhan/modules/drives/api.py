"""/api/store/test-drives: the schedule of a day, beside the records."""

import datetime as dt
from uuid import UUID

from ninja import Router

from chezhan.access import ActorRequest
from chezhan.modules.drives.schedule import day_of, slots_of
from chezhan.modules.drives.schemas import DriveDayOut, FreeSlotOut

router = Router(tags=["test drives"])


@router.get("/day", response=DriveDayOut, operation_id="get_drive_day")
def get_drive_day(request: ActorRequest, day: dt.date):
    """Who drives along that day, who of them is on leave, and when the store is open."""
    return day_of(actor=request.actor, day=day)


@router.get("/free", response=list[FreeSlotOut], operation_id="list_free_slots")
def list_free_slots(request: ActorRequest, day: dt.date, car: UUID, advisor: UUID | None = None):
    """Hours of the day, every half of one, in which the car, and the advisor who is named, are free."""
    return slots_of(actor=request.actor, day=day, car_id=car, advisor_id=advisor)
