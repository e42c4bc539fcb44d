"""What the schedule is told of a day."""

import datetime as dt
from uuid import UUID

from ninja import Schema


class DriverOut(Schema):
    id: UUID
    name: str
    away: bool


class FreeSlotOut(Schema):
    starts_at: dt.datetime
    ends_at: dt.datetime


class DriveDayOut(Schema):
    """`drivers`: who drives along, by name. `opens`: when the store is open, in minutes from midnight."""

    day: dt.date
    drivers: list[DriverOut]
    opens: list[tuple[int, int]]
