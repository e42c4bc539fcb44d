"""What an order's verbs do beside moving it: the car of the stock goes along, money is looked at, a file is opened."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.verb import Doer
from chezhan.modules.library.models import Trim
from chezhan.modules.sales.blocking import require_closing, require_hand_over
from chezhan.modules.sales.dealing import rebate_of
from chezhan.modules.sales.queries import due_of, paid_on
from chezhan.modules.sales.refusals import AnotherTrim, BalanceOpen, DepositMissing, DepositUndecided
from chezhan.modules.stock.services import move_car
from chezhan.modules.vehicles.models import Vehicle
from chezhan.modules.vehicles.owners import change_owner

NOTHING = Decimal(0)
Drafts = Mapping[UUID, Draft]
# Called for orders whose contract is to be drawn up: the module that keeps contracts signs on.
Draws = Callable[[Doer, Drafts], None]
_draws: list[Draws] = []


def draws_contracts(draws: Draws) -> Draws:
    """Sign on; once, when the app is ready."""
    _draws.append(draws)
    return draws


def draw_contracts(doer: Doer, drafts: Drafts) -> None:
    """Raises what drawing one up raises."""
    for draws in _draws:
        draws(doer, drafts)


def allocate(doer: Doer, drafts: Drafts) -> None:
    """Raises DepositMissing, AnotherTrim, and what taking a car raises."""
    paid = paid_on(ids=drafts)
    for order in drafts.values():
        agreed = order.value("deposit") or NOTHING
        if paid[order.id] < agreed:
            raise DepositMissing(params={"deposit": str(agreed), "paid": str(paid[order.id])})
        car = _move(doer, order, "allocate", {"order_no": order.current["number"]})
        if order.value("trim_id") is None:
            order.wanted["trim_id"] = car.value("trim_id")
        elif order.value("trim_id") != car.value("trim_id"):
            named = Trim.objects.in_bulk([order.value("trim_id"), car.value("trim_id")])
            agreed, other = named[order.value("trim_id")], named[car.value("trim_id")]
            raise AnotherTrim(params={"agreed": agreed.name, "car": other.name})
        if order.value("cost") is None:
            order.wanted["cost"] = car.value("cost")
        if order.value("rebate") is None:
            order.wanted["rebate"] = rebate_of(car.value)


def release(doer: Doer, drafts: Drafts) -> None:
    paid = paid_on(ids=drafts)
    for order in drafts.values():
        _let_go(doer, order, order.value("release_reason"))
        order.wanted["status"] = "deposit" if paid[order.id] > NOTHING else "approved"


def invoice(doer: Doer, drafts: Drafts) -> None:
    for order in drafts.values():
        if order.value("car_id"):
            car = _move(doer, order, "invoice", {"invoiced_on": order.value("invoiced_on")})
            order.wanted["invoice_vin"] = car.value("vin")
        else:
            vehicles = load_rows(model=Vehicle, which=Q(id=order.value("vehicle_id")), lock=False)
            order.wanted["invoice_vin"] = next((one.current["vin"] for one in vehicles.values()), None)


def void_invoice(doer: Doer, drafts: Drafts) -> None:
    """The red-letter invoice frees the VIN; what was invoiced before is kept in the order's history."""
    for order in drafts.values():
        if order.value("car_id"):
            _move(doer, order, "void_invoice", {"release_reason": order.value("red_invoice_no")})
        order.wanted.update({"invoice_vin": None, "invoice_no": "", "invoiced_on": None})


def deliver(doer: Doer, drafts: Drafts) -> None:
    """The car becomes the customer's, with a file of its own. Raises HandOverBlocked."""
    for order in drafts.values():
        require_hand_over(order_id=order.id)
        if not order.value("car_id"):
            continue
        car = _move(
            doer, order, "deliver", {"left_on": order.value("delivered_on"), "left_to": order.current["number"]}
        )
        order.wanted["vehicle_id"] = _open_file(doer, order, car)


def close(doer: Doer, drafts: Drafts) -> None:
    """Raises CloseBlocked, BalanceOpen."""
    paid = paid_on(ids=drafts)
    for order in drafts.values():
        require_closing(order_id=order.id)
        due = due_of(order)
        # An order that came with an import has no ledger here, and was settled elsewhere.
        if paid[order.id] != due and (paid[order.id] or order.value("car_id")):
            raise BalanceOpen(params={"balance": str(due - paid[order.id])})


def cancel(doer: Doer, drafts: Drafts) -> None:
    """Raises DepositUndecided."""
    paid = paid_on(ids=drafts)
    for order in drafts.values():
        outcome = order.value("deposit_outcome")
        if paid[order.id] > NOTHING and outcome in ("", "none"):
            raise DepositUndecided(params={"paid": str(paid[order.id])})
        order.wanted["deposit_outcome"] = outcome if paid[order.id] > NOTHING else "none"
        # A deal that came to nothing has no trade-in either.
        order.wanted["used_car_income"] = None
        _let_go(doer, order, order.value("cancel_reason")[:200])


def _move(doer: Doer, order: Draft, verb: str, values: dict[str, Any]) -> Draft:
    return move_car(actor=doer.actor, car_id=order.value("car_id"), verb=verb, values=values)


def _let_go(doer: Doer, order: Draft, reason: str) -> None:
    if order.value("car_id"):
        _move(doer, order, "free", {"release_reason": reason})
        # What the next car costs is its own.
        order.wanted.update({"car_id": None, "cost": None, "rebate": None})


def _open_file(doer: Doer, order: Draft, car: Draft) -> UUID:
    """One car, one file: the customer becomes the owner of the one that is there."""
    found = [*load_rows(model=Vehicle, which=Q(vin=car.value("vin"))).values()] if car.value("vin") else []
    file = found[0] if found else Draft.of_new()
    if not found:
        file.wanted["customer_id"] = order.value("customer_id")
    trim = Trim.objects.select_related("series__brand").get(id=car.value("trim_id"))
    file.fill(
        {
            "vin": car.value("vin"),
            "brand": trim.series.brand.name,
            "series": trim.series.name,
            "line_id": trim.series_id,
            "trim": trim.name,
            "energy": trim.energy,
            "color": car.value("exterior"),
            "owner": order.value("owner"),
        }
    )
    write_drafts(
        entity="vehicle", model=Vehicle, drafts=[file], actor=doer.actor, store=doer.actor.in_store, now=doer.now
    )
    if found and (file.current["customer_id"] != order.value("customer_id") or file.current["left_on"]):
        change_owner(
            actor=doer.actor,
            vehicle_id=file.id,
            customer_id=order.value("customer_id"),
            on=order.value("delivered_on"),
            how="used_sale",
        )
    return file.id
