"""/api/store/quotes: what quotes need beyond records and their verbs: ways to pay, reckoned side by side."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Literal

from ninja import Router, Schema
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.modules.quotes.paying import Asked, price_of_payment, ways_to_pay

router = Router(tags=["quotes"])
Yuan = Annotated[Decimal, Field(ge=0, le=Decimal("99999999.99"), decimal_places=2)]


class PaymentTermsIn(Schema):
    """`rate`: by the year, percent. `last`: the balloon, or what a leased car is taken over for. `fee`: at once."""

    kind: Literal["cash", "loan", "balloon", "lease"]
    down: Yuan = Decimal(0)
    months: int = Field(0, ge=0, le=120)
    rate: Decimal = Field(Decimal(0), ge=0, le=50)
    last: Yuan = Decimal(0)
    fee: Yuan = Decimal(0)
    subsidy: Yuan = Decimal(0)


class WaysIn(Schema):
    """`energy`: as trims say it. `on`: the day of the invoice, today where none is given."""

    price: Yuan
    energy: Literal["petrol", "diesel", "hev", "phev", "erev", "bev"] = "petrol"
    on: dt.date | None = None
    insurance: Yuan = Decimal(0)
    registration: Yuan = Decimal(0)
    plans: list[PaymentTermsIn] = Field(min_length=1, max_length=6)


class PurchaseTaxOut(Schema):
    full: str
    relief: str
    due: str
    source: str


class WayToPayOut(Schema):
    """Yuan as text."""

    kind: Literal["cash", "loan", "balloon", "lease"]
    financed: str
    at_once: str
    monthly: str
    months: int
    last: str
    total: str
    interest: str


class WaysOut(Schema):
    tax: PurchaseTaxOut
    plans: list[WayToPayOut]


class MonthlyPaymentIn(Schema):
    monthly: Yuan
    terms: PaymentTermsIn


class PriceOfPaymentOut(Schema):
    price: str


@router.post("/ways-to-pay", response=WaysOut, operation_id="compare_ways_to_pay")
def compare(request: ActorRequest, body: WaysIn):
    """Nothing is written. Refused with `finance_terms_unfit` where terms do not fit the price."""
    asked = Asked(
        price=body.price,
        energy=body.energy,
        on=body.on,
        beside=body.insurance + body.registration,
        plans=[one.dict() for one in body.plans],
    )
    return ways_to_pay(actor=request.actor, asked=asked)


@router.post("/price-of-payment", response=PriceOfPaymentOut, operation_id="find_price_of_payment")
def solve(request: ActorRequest, body: MonthlyPaymentIn):
    """The dearest car that this much a month pays for."""
    return {"price": str(price_of_payment(actor=request.actor, monthly=body.monthly, terms=body.terms.dict()))}
