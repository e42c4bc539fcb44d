"""/api/store/channel-returns: what channels cost and what came of it."""

import datetime as dt
from decimal import Decimal
from typing import Literal

from ninja import Router, Schema

from chezhan.access import ActorRequest
from chezhan.modules.costs.returning import channel_returns

router = Router(tags=["leads"])


class ReturnOut(Schema):
    """`value`: the channel or campaign, "" for none. `cost`: yuan, what falls into the period. `leads`: that came in
    it; of these `visits` have been in the store and `orders` were won. `per_…`: null where nothing is divided."""

    value: str
    cost: Decimal
    leads: int
    visits: int
    orders: int
    per_lead: Decimal | None
    per_visit: Decimal | None
    per_order: Decimal | None


class ReturnsOut(Schema):
    rows: list[ReturnOut]
    whole: ReturnOut


@router.get("", response=ReturnsOut, operation_id="read_channel_returns")
def read_channel_returns(
    request: ActorRequest, first: dt.date, last: dt.date, by: Literal["channel", "campaign"] = "channel"
):
    """For who reads the costs of channels, of the leads that they see."""
    return channel_returns(actor=request.actor, first=first, last=last, by=by)
