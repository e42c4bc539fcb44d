"""What crosses this module's border."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class CustomerRow:
    """A customer as a file or a peer tells it; None is "not given" and never wipes what is known.

    `kind`, `gender` and `source_channel` are the values of Customer's choices; `annual_income` yuan a year;
    `owner` is the person responsible; `since` is when the customer came to the store, for history brought along.
    """

    name: str
    phone: str | None = None
    kind: str | None = None
    gender: str | None = None
    annual_income: Decimal | None = None
    source_channel: str | None = None
    region: str | None = None
    city: str | None = None
    owner: UUID | None = None
    since: dt.datetime | None = None
