"""A trade-in stands in the quote of the new car as a line, and goes with it to the order."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.modules.quotes.models import Quote, QuoteLine
from chezhan.modules.quotes.moving import on_acceptance
from chezhan.modules.used.dealing import require_free
from chezhan.modules.used.models import UsedCar
from chezhan.modules.used.moving import income_of, tell_deal
from chezhan.modules.used.refusals import QuoteOfOther
from tenants.directory import StoreRef

ENTITY, LINE = "used_car", "quote_line"
STANDS_FOR = ("quote_id", "offer_price", "subsidy")


@follows(ENTITY)
def put_in_quote(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """The offer of a car that is linked to a quote in draft. A quote that went out is as it was: a new version has the
    line too, and another offer goes into that. Raises QuoteOfOther.
    """
    told = [car for car in drafts if car.value("quote_id") and car.value("offer_price")]
    told = [car for car in told if car.is_new or any(car.value(one) != car.current[one] for one in STANDS_FOR)]
    if not told:
        return
    quotes = Quote.objects.in_bulk([car.value("quote_id") for car in told])
    numbers = dict(UsedCar.objects.filter(id__in=[car.id for car in told]).values_list("id", "number"))
    lines = []
    for car in told:
        quote = quotes[car.value("quote_id")]
        if car.value("lead_id") and quote.lead_id and car.value("lead_id") != quote.lead_id:
            raise QuoteOfOther
        if quote.status == "draft":
            lines += _lines(car, quote, numbers[car.id])
    write_drafts(entity=LINE, model=QuoteLine, drafts=lines, actor=actor, store=store, now=clock.now())


@on_acceptance
def go_along(doer: Doer, order_id: UUID, lines: list[QuoteLine]) -> None:
    """The cars that stand in the quote are traded in for its order, each for one. Raises TradeInTaken."""
    numbers = [line.note for line in lines if line.kind == "trade_in" and line.note]
    cars = load_rows(model=UsedCar, which=Q(number__in=numbers)) if numbers else {}
    require_free(list(cars.values()))
    for car in cars.values():
        car.wanted["order_id"] = order_id
        tell_deal(doer, car, income_of(car))
    write_drafts(
        entity=ENTITY, model=UsedCar, drafts=cars.values(), actor=doer.actor, store=doer.actor.in_store, now=doer.now
    )


@follows("sales_order")
def let_go(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """Of an order that is cancelled: the car goes on by itself, whether it was bought by then or is still to be."""
    over = [one.id for one in drafts if one.value("status") == "cancelled" and one.current.get("status") != "cancelled"]
    cars = load_rows(model=UsedCar, which=Q(order_id__in=over)) if over else {}
    for car in cars.values():
        car.wanted["order_id"] = None
    write_drafts(entity=ENTITY, model=UsedCar, drafts=cars.values(), actor=actor, store=store, now=clock.now())


def _lines(car: Draft, quote: Quote, number: str) -> list[Draft]:
    """The offer, and the subsidy for trading in where there is one. Known again by the car's number, so that one car is
    one line of each.
    """
    there = load_rows(model=QuoteLine, which=Q(quote_id=quote.id, kind__in=["trade_in", "subsidy"], note=number))
    lines = {line.current["kind"]: line for line in there.values()}
    name = " ".join(part for part in ("旧车", car.value("brand"), car.value("series")) if part)
    told = {"trade_in": (name[:120], car.value("offer_price"))}
    if car.value("subsidy") or "subsidy" in lines:
        told["subsidy"] = ("置换补贴", car.value("subsidy") or 0)
    found = []
    for kind, (words, price) in told.items():
        line = lines.get(kind) or Draft.of_new()
        line.wanted |= {
            "quote_id": quote.id,
            "kind": kind,
            "name": words,
            "note": number,
            "unit_price": price,
            # Whoever else was said to pay it goes on doing so.
            "payer": (line.value("payer") or "maker") if kind == "subsidy" else "",
            "computed": True,
            "owner": quote.owner,
        }
        found.append(line)
    return found
