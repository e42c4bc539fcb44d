"""Ways to pay for a car, side by side. Pure: yuan in and out as Decimal, rates by the year as shares (0.0435)."""

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, localcontext
from typing import Literal

CENT, NOTHING = Decimal("0.01"), Decimal(0)
Kind = Literal["cash", "loan", "balloon", "lease"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """`down`: paid at once. `last`: due with the last month: the balloon, or what a leased car is taken over for.
    `fee`: of the lender, paid at once. `subsidy`: off the price, by maker or store, with this way to pay.
    """

    kind: Kind
    down: Decimal = NOTHING
    months: int = 0
    rate: Decimal = NOTHING
    last: Decimal = NOTHING
    fee: Decimal = NOTHING
    subsidy: Decimal = NOTHING


@dataclass(frozen=True, slots=True)
class Plan:
    """`at_once`: on the day; `monthly`: each month; `last`: with the last of them; `total`: all of it; `interest`: what
    the way to pay costs, fees in.
    """

    kind: Kind
    financed: Decimal
    at_once: Decimal
    monthly: Decimal
    months: int
    last: Decimal
    total: Decimal
    interest: Decimal


class Unpayable(ValueError):
    """The terms do not fit the price: more is paid down, or due at the end, than the car costs."""


def plan_of(*, price: Decimal, terms: Terms, beside: Decimal = NOTHING) -> Plan:
    """`price`: of the car, VAT in; `beside`: tax, insurance and registration, paid at once. Raises Unpayable."""
    net = price - terms.subsidy
    if net < 0:
        raise Unpayable
    if terms.kind == "cash":
        return Plan("cash", NOTHING, net + beside, NOTHING, 0, NOTHING, net + beside, NOTHING)
    financed = net - terms.down
    last = terms.last if terms.kind in ("balloon", "lease") else NOTHING
    if terms.months < 1 or min(financed, terms.down, last, terms.rate) < 0 or last > financed:
        raise Unpayable
    monthly = monthly_of(financed=financed, rate=terms.rate, months=terms.months, last=last)
    at_once = terms.down + terms.fee + beside
    # Without interest nothing is added: the fen that are left over fall to the last month.
    total = at_once + (monthly * terms.months + last if terms.rate else financed)
    return Plan(terms.kind, financed, at_once, monthly, terms.months, last, total, total - net - beside)


def monthly_of(*, financed: Decimal, rate: Decimal, months: int, last: Decimal = NOTHING) -> Decimal:
    """Equal payments at the end of each month (等额本息), `last` due beside the last of them."""
    with localcontext(prec=40):
        step = rate / 12
        if not step:
            return ((financed - last) / months).quantize(CENT, ROUND_HALF_UP)
        growth = (1 + step) ** months
        return ((financed - last / growth) * step / (1 - 1 / growth)).quantize(CENT, ROUND_HALF_UP)


def price_for(*, monthly: Decimal, terms: Terms) -> Decimal:
    """The dearest price of a car that is paid for by `monthly` under these terms; cents cut off. Raises Unpayable."""
    if terms.kind == "cash" or terms.months < 1 or monthly < 0:
        raise Unpayable
    last = terms.last if terms.kind in ("balloon", "lease") else NOTHING
    with localcontext(prec=40):
        step = terms.rate / 12
        if not step:
            financed = monthly * terms.months + last
        else:
            growth = (1 + step) ** terms.months
            financed = monthly * (1 - 1 / growth) / step + last / growth
        if last > financed:
            # So little a month would not even pay for the interest.
            raise Unpayable
        return (financed + terms.down + terms.subsidy).quantize(CENT, rounding="ROUND_DOWN")
