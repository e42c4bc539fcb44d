"""What the verbs of used cars do beside moving them: prices are looked at, the car's file and the deal go along."""

from collections.abc import Mapping
from decimal import Decimal
from uuid import UUID

from django.db.models import Q, Sum

from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.verb import Doer
from chezhan.kernel import clock
from chezhan.modules.quotes.entities import STATUSES as QUOTE_STATUSES
from chezhan.modules.quotes.models import Quote
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.used.dealing import require_credit, take_out
from chezhan.modules.used.models import UsedCarCost
from chezhan.modules.used.refusals import BelowFloor, CarPledged, DealOpen, OfferOver
from chezhan.modules.vehicles.models import Vehicle
from chezhan.modules.vehicles.owners import change_owner, leave_owner

Drafts = Mapping[UUID, Draft]
NOTHING = Decimal(0)
# Quotes that may still become an order, and how people call their states.
UNDECIDED = {
    one.value: one.label for one in QUOTE_STATUSES if one.value in ("draft", "submitted", "approved", "sent", "queried")
}
COPIED = ("used_car_id", "kind", "amount", "supplier", "reference")
OF_FILE = ("brand", "series", "trim", "plate", "energy", "color", "first_registered_on")


def appraise(_: Doer, drafts: Drafts) -> None:
    for car in drafts.values():
        car.wanted["appraised_on"] = clock.today()


def buy(doer: Doer, drafts: Drafts) -> None:
    """Raises OfferOver, DealOpen, BelowCredit. What the deal is to make of it, is what it should fetch less what was
    paid.
    """
    for car in drafts.values():
        until = car.value("offer_until")
        if until is not None and car.value("bought_on") > until:
            raise OfferOver(params={"until": str(until)})
        require_deal(car)
        require_credit(car)
        tell_deal(doer, car, income_of(car))


def require_deal(car: Draft) -> None:
    """The old car is bought once the new one is agreed: what its deal makes of it would be nobody's otherwise. A quote
    that came to nothing leaves a car that is bought by itself. Raises DealOpen.
    """
    if car.value("order_id") is not None or car.value("quote_id") is None:
        return
    number = Quote.objects.values_list("number", flat=True).get(id=car.value("quote_id"))
    latest = Quote.objects.filter(number=number).order_by("-revision").select_for_update().first()
    if latest is not None and latest.status in UNDECIDED:
        words = UNDECIDED[latest.status]
        raise DealOpen(params={"quote": number, "state": words.en, "state_zh": words.zh})


def income_of(car: Draft) -> Decimal | None:
    """Of what was bought: what it should fetch, or did, less what was paid and spent. None where nobody knows yet."""
    if car.value("purchase_price") is None:
        return None
    if car.value("sale_price") is not None:
        return car.value("sale_price") - car.value("purchase_price") - spent_on(car.id)
    if car.value("appraised_price") is None:
        return None
    return car.value("appraised_price") - car.value("purchase_price")


def transfer(doer: Doer, drafts: Drafts) -> None:
    """From then on the car is nobody's of the customers. Raises CarPledged."""
    for car in drafts.values():
        if car.value("pledged"):
            raise CarPledged
        car.wanted["vehicle_id"] = file_of(doer, car, customer_id=car.value("seller_id"))
        leave_owner(
            actor=doer.actor, vehicle_id=car.value("vehicle_id"), on=car.value("transferred_on"), how="trade_in"
        )


def sell(doer: Doer, drafts: Drafts) -> None:
    """Raises BelowFloor. What it brought in, after all costs, is the income of the deal that it came with."""
    for car in drafts.values():
        floor, price = car.value("floor_price"), car.value("sale_price")
        if floor is not None and price < floor:
            raise BelowFloor(params={"floor": str(floor)})
        tell_deal(doer, car, income_of(car))


def hand_over(doer: Doer, drafts: Drafts) -> None:
    for car in drafts.values():
        vehicle_id = car.value("vehicle_id") or file_of(doer, car, customer_id=car.value("buyer_id"))
        car.wanted["vehicle_id"] = vehicle_id
        change_owner(
            actor=doer.actor,
            vehicle_id=vehicle_id,
            customer_id=car.value("buyer_id"),
            on=car.value("handed_over_on"),
            how="used_sale",
        )


def release(_: Doer, drafts: Drafts) -> None:
    for car in drafts.values():
        car.wanted["buyer_id"] = None


def take_back(doer: Doer, drafts: Drafts) -> None:
    for car in drafts.values():
        car.wanted.update({"buyer_id": None, "sale_price": None, "sold_on": None})
        tell_deal(doer, car, income_of(car))


def decline(doer: Doer, drafts: Drafts) -> None:
    take_out(doer, drafts)


def reopen(doer: Doer, drafts: Drafts) -> None:
    take_out(doer, drafts)
    for car in drafts.values():
        car.wanted.update({"declined_for": "", "offer_price": None, "offer_until": None})


def reverse(doer: Doer, drafts: Drafts) -> None:
    """For each an entry that takes it back whole, on this day."""
    taken = []
    for cost in drafts.values():
        entry = Draft.of_new()
        entry.wanted |= {
            name: cost.current[name] for name in ("used_car_id", "kind", "amount", "supplier", "reference")
        }
        entry.wanted |= {
            "reverses_id": cost.id,
            "spent_on": clock.today(),
            "reason": cost.value("reason"),
            "status": "reversed",
            "owner": doer.actor.person_id,
        }
        taken.append(entry)
    write_drafts(
        entity="used_car_cost", model=UsedCarCost, drafts=taken, actor=doer.actor, store=doer.actor.in_store,
        now=doer.now,
    )  # fmt: skip


def spent_on(used_car_id: UUID) -> Decimal:
    found = UsedCarCost.objects.filter(used_car_id=used_car_id).aggregate(all=Sum("signed"))["all"]
    return found or NOTHING


def tell_deal(doer: Doer, car: Draft, income: Decimal | None) -> None:
    """The used-car income of the order that the car was traded in for. One that was cancelled has none any more: the
    car is the store's by itself from then on.
    """
    if income is None:
        return
    orders = load_rows(model=SalesOrder, which=Q(id=car.value("order_id"))) if car.value("order_id") else {}
    for order in orders.values():
        if order.current["status"] == "cancelled":
            car.wanted["order_id"] = None
        else:
            order.wanted["used_car_income"] = income
    write_drafts(
        entity="sales_order", model=SalesOrder, drafts=orders.values(), actor=doer.actor, store=doer.actor.in_store,
        now=doer.now,
    )  # fmt: skip


def file_of(doer: Doer, car: Draft, *, customer_id: UUID) -> UUID:
    """One car, one file: the one of its VIN, or a new one that is this customer's."""
    found = list(load_rows(model=Vehicle, which=Q(vin=car.value("vin"))).values())
    file = found[0] if found else Draft.of_new()
    if not found:
        file.wanted |= {"customer_id": customer_id, "vin": car.value("vin"), "owner": car.value("owner")}
    file.fill({name: car.value(name) for name in OF_FILE})
    write_drafts(
        entity="vehicle", model=Vehicle, drafts=[file], actor=doer.actor, store=doer.actor.in_store, now=doer.now
    )
    return file.id
