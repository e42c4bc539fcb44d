"""What crosses this module's border."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal
from uuid import UUID

from chezhan.catalogue.bulk.touches import Touch
from chezhan.modules.parties.contracts import CustomerRow
from chezhan.modules.vehicles.contracts import VehicleRow


@dataclass(frozen=True, slots=True, kw_only=True)
class SaleRow:
    """A sale as a file tells it; `number` is its natural key. None is "not given" and never wipes what is known.

    `price` is yuan; `status` one of SalesOrder's, delivered when a new order gives none. Brand and series of the
    sale are the vehicle's. `owner` is the person responsible. `since` is when the order was
    written down, for history that is brought along.
    """

    number: str
    ordered_on: dt.date
    price: Decimal
    customer: CustomerRow
    vehicle: VehicleRow
    region: str | None = None
    dealer_code: str | None = None
    status: str | None = None
    owner: UUID | None = None
    since: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class SaleOutcome:
    """What became of one row. `touches` are the records that this row was the first of its call to change."""

    number: str
    outcome: Literal["created", "updated", "unchanged"]
    order_id: UUID
    customer_id: UUID
    vehicle_id: UUID
    touches: tuple[Touch, ...]
