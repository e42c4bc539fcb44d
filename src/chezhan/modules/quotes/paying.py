"""Ways to pay, reckoned for who asks."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from chezhan.access import Actor
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel import clock
from chezhan.modules.quotes.finance import Terms, Unpayable, plan_of, price_for
from chezhan.modules.quotes.queries import amended_reliefs
from chezhan.modules.quotes.refusals import BadTerms
from chezhan.modules.quotes.tax import purchase_tax


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """`beside`: insurance and registration, yuan; the purchase tax is added. `plans`: terms, their rate in percent."""

    price: Decimal
    energy: str
    on: dt.date | None
    beside: Decimal
    plans: Sequence[Mapping[str, Any]]


def ways_to_pay(*, actor: Actor, asked: Asked) -> dict[str, Any]:
    """Raises Forbidden, BadTerms."""
    _require_seller(actor)
    day = asked.on or clock.today()
    tax = purchase_tax(price=asked.price, energy=asked.energy, on=day, amended=amended_reliefs())
    plans = []
    for number, told in enumerate(asked.plans):
        try:
            plan = plan_of(price=asked.price, terms=_terms(told), beside=asked.beside + tax.due)
        except Unpayable:
            raise BadTerms(params={"plan": number}) from None
        plans.append({name: _plain(value) for name, value in asdict(plan).items()})
    return {"tax": {name: _plain(value) for name, value in asdict(tax).items()}, "plans": plans}


def price_of_payment(*, actor: Actor, monthly: Decimal, terms: Mapping[str, Any]) -> Decimal:
    """Raises Forbidden, BadTerms."""
    _require_seller(actor)
    try:
        return price_for(monthly=monthly, terms=_terms(terms))
    except Unpayable:
        raise BadTerms(params={"plan": 0}) from None


def _require_seller(actor: Actor) -> None:
    """Whoever sees quotes."""
    viewer = viewer_of(actor)
    viewer.open(viewer.entity("quote"))


def _terms(told: Mapping[str, Any]) -> Terms:
    return Terms(**{**told, "rate": told["rate"] / 100})


def _plain(value: Any) -> Any:
    return f"{value:.2f}" if isinstance(value, Decimal) else value
