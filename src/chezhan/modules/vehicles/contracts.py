"""What crosses this module's border."""

import datetime as dt
from dataclasses import dataclass
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleRow:
    """A car as a file or a peer tells it; None is "not given" and never wipes what is known.

    `plate_kind` and `energy` are the values of Vehicle's choices; `vin` has passed its check;
    `owner` is the person responsible, not the customer; `since` is when the car came to the store, for history
    that is brought along.
    """

    brand: str | None = None
    series: str | None = None
    trim: str | None = None
    vin: str | None = None
    plate: str | None = None
    plate_kind: str | None = None
    energy: str | None = None
    engine: str | None = None
    transmission: str | None = None
    color: str | None = None
    body_style: str | None = None
    first_registered_on: dt.date | None = None
    owner: UUID | None = None
    since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class StandingCar:
    """The car that a record was brought in with, and the owner it had by that record."""

    vehicle_id: UUID
    owner_id: UUID
