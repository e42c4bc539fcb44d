"""What a quote's verbs do beside moving it: checks, the customer's link, the next version, the order."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from chezhan.catalogue.bulk.drafts import Draft, write_drafts
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.modules.leads.becoming import customer_of, win_lead
from chezhan.modules.library.models import Trim
from chezhan.modules.quotes.answering import check_day
from chezhan.modules.quotes.models import Quote, QuoteLine
from chezhan.modules.quotes.planning import TERMS
from chezhan.modules.quotes.queries import lines_of, sums_of
from chezhan.modules.quotes.refusals import BadTerms, QuoteBelowNothing, QuoteOfNobody, QuoteWithoutCar
from chezhan.modules.sales.models import SalesOrder
from tenants.links import new_token

Drafts = Mapping[UUID, Draft]
# Called with the lines of a quote and the order that it became: modules that make something of them sign on.
Accepted = Callable[[Doer, UUID, list[QuoteLine]], None]
_accepted: list[Accepted] = []
KEPT = ("lead_id", "customer_id", "trim_id", "color", "guide_price", "valid_until", "deposit", "terms", "owner", *TERMS)
OF_LINE = ("kind", "name", "quantity", "unit_price", "computed", "payer", "note")


def on_acceptance(accepted: Accepted) -> Accepted:
    """Sign on; once, when the app is ready."""
    _accepted.append(accepted)
    return accepted


def submit(doer: Doer, drafts: Drafts) -> None:
    """Raises QuoteWithoutCar, QuoteBelowNothing, BadTerms."""
    cars = set(QuoteLine.objects.filter(quote_id__in=list(drafts), kind="car").values_list("quote_id", flat=True))
    if cars != drafts.keys():
        raise QuoteWithoutCar
    for sums in sums_of(ids=drafts).values():
        if sums.car <= 0 or sums.total < 0:
            raise QuoteBelowNothing(params={"car": str(sums.car), "total": str(sums.total)})
    if any(quote.value("pay_by") != "cash" and quote.value("monthly") is None for quote in drafts.values()):
        raise BadTerms(params={"plan": 0})


def send(doer: Doer, drafts: Drafts) -> None:
    """Raises QuoteOver."""
    for quote in drafts.values():
        check_day(quote)
        quote.wanted["sent_at"] = doer.now
        if quote.current["token"] is None:
            quote.wanted["token"] = new_token(doer.actor.in_store)


def revise(doer: Doer, drafts: Drafts) -> None:
    """The next version is a draft with the same lines; the link of this one leads nowhere any more."""
    quotes, lines = [], []
    for quote in drafts.values():
        later = Draft.of_new()
        later.wanted |= {name: quote.current[name] for name in KEPT}
        later.wanted |= {
            "number": quote.current["number"], "revision": quote.current["revision"] + 1, "previous_id": quote.id,
        }  # fmt: skip
        quotes.append(later)
        for line in lines_of(quote_id=quote.id):
            copy = Draft.of_new()
            copy.wanted |= {name: getattr(line, name) for name in OF_LINE}
            copy.wanted |= {"quote_id": later.id, "owner": line.owner}
            lines.append(copy)
    _write("quote", Quote, quotes, doer)
    _write("quote_line", QuoteLine, lines, doer)


def accept(doer: Doer, drafts: Drafts) -> None:
    """The order has what was quoted, and is approved as the quote was. Raises QuoteOver, QuoteOfNobody."""
    sums = sums_of(ids=drafts)
    for quote in drafts.values():
        # What the customer accepted in time holds, however late the order is made.
        if quote.current["status"] != Quote.Status.AGREED:
            check_day(quote)
        if quote.value("customer_id") is None:
            if quote.value("lead_id") is None:
                raise QuoteOfNobody
            quote.wanted["customer_id"] = customer_of(actor=doer.actor, lead_id=quote.value("lead_id"))
        order = Draft.of_new()
        trim = Trim.objects.select_related("series__brand").get(id=quote.value("trim_id"))
        guide, car = quote.value("guide_price"), sums[quote.id].car
        order.wanted |= {
            "status": SalesOrder.Status.APPROVED,
            "customer_id": quote.value("customer_id"),
            "lead_id": quote.value("lead_id"),
            "trim_id": trim.id,
            "brand": trim.series.brand.name,
            "series": trim.series.name,
            "color": quote.value("color"),
            "ordered_on": clock.today(),
            "price": car,
            "total": sums[quote.id].total,
            "trade_in": sums[quote.id].trade_in or None,
            "store_subsidy": sums[quote.id].store_subsidy or None,
            "deposit": quote.value("deposit"),
            "approved_discount": max(guide - car, 0) if guide is not None else None,
            "owner": quote.value("owner"),
        }
        _write("sales_order", SalesOrder, [order], doer)
        quote.wanted["order_id"] = order.id
        for accepted in _accepted:
            accepted(doer, order.id, lines_of(quote_id=quote.id))
        if quote.value("lead_id"):
            win_lead(actor=doer.actor, lead_id=quote.value("lead_id"), customer_id=quote.value("customer_id"))


def _write(entity: str, model: Any, drafts: list[Draft], doer: Doer) -> None:
    write_drafts(entity=entity, model=model, drafts=drafts, actor=doer.actor, store=doer.actor.in_store, now=doer.now)
