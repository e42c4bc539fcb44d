"""Writes to sales orders."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from django.db.models import Q

from chezhan.access import Actor, require
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.references import referred
from chezhan.catalogue.bulk.touches import TakenIn, hand_out
from chezhan.catalogue.bulk.turns import wait_for_turn
from chezhan.kernel import clock
from chezhan.kernel.money import yuan
from chezhan.modules.parties.models import Customer
from chezhan.modules.parties.services import take_in_customers
from chezhan.modules.sales.contracts import SaleOutcome, SaleRow
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.contracts import StandingCar
from chezhan.modules.vehicles.models import Vehicle
from chezhan.modules.vehicles.services import take_in_vehicles
from tenants.directory import StoreRef

# A customer or a car that one order alone hangs on may be mended with it; otherwise the order moves to another.
customers_of_others = partial(referred, model=Customer, expected={SalesOrder: 1, Vehicle: 1})
cars_of_others = partial(referred, model=Vehicle, expected={SalesOrder: 1})


def take_in_sales(*, actor: Actor, store: StoreRef, rows: Sequence[SaleRow]) -> list[SaleOutcome]:
    """Bring sales in, 500 to 1,000 at a time, inside the caller's tenant_context; answers one outcome per row.

    A number that the store has is updated, with its customer and its vehicle, where the row says otherwise; a new
    one meets or makes its customer (same phone and name) and its vehicle (same VIN). Raises ValueError when a
    number stands in `rows` twice: the caller tells people which row counts.
    """
    require(actor=actor, permission="import.run")
    numbers = [row.number for row in rows]
    if len(set(numbers)) != len(numbers):
        raise ValueError("a number stands in one batch twice")
    wait_for_turn()
    drafts = load_rows(model=SalesOrder, which=Q(number__in=numbers))
    by_number = {draft.value("number"): draft for draft in drafts.values()}
    orders = [by_number.get(row.number) or Draft.of_new(since=row.since) for row in rows]
    customers = take_in_customers(
        actor=actor,
        store=store,
        rows=[row.customer for row in rows],
        standing=[draft.value("customer_id") for draft in orders],
        shared=customers_of_others,
    )
    vehicles = take_in_vehicles(
        actor=actor,
        store=store,
        rows=[row.vehicle for row in rows],
        customers=[customer.record_id for customer in customers],
        standing=[_standing_car(draft) for draft in orders],
        shared=cars_of_others,
    )
    for draft, row, customer, vehicle in zip(orders, rows, customers, vehicles, strict=True):
        if draft.is_new:
            # History that says nothing of its state is of cars that were sold.
            draft.wanted["status"] = SalesOrder.Status.DELIVERED
        draft.give(_values(row) | {"customer_id": customer.record_id, "vehicle_id": vehicle.record_id})
    touches = write_drafts(
        entity="sales_order", model=SalesOrder, drafts=orders, actor=actor, store=store, now=clock.now()
    )
    taken = hand_out(ids=[draft.id for draft in orders], touches=touches)
    return [_outcome(row.number, *parts) for row, *parts in zip(rows, taken, customers, vehicles, strict=True)]


def _values(row: SaleRow) -> dict[str, Any]:
    """By attribute, as the table keeps them."""
    return {
        "number": row.number,
        "status": row.status,
        "ordered_on": row.ordered_on,
        "brand": row.vehicle.brand,
        "series": row.vehicle.series,
        "region": row.region,
        "price": yuan(row.price),
        "dealer_code": row.dealer_code,
        "owner": row.owner,
    }


def _standing_car(order: Draft) -> StandingCar | None:
    if order.is_new:
        return None
    return StandingCar(vehicle_id=order.current["vehicle_id"], owner_id=order.current["customer_id"])


def _outcome(number: str, order: TakenIn, customer: TakenIn, vehicle: TakenIn) -> SaleOutcome:
    touches = tuple(taken.touch for taken in (order, customer, vehicle) if taken.touch)
    made = order.touch is not None and order.touch.kind == "created"
    return SaleOutcome(
        number=number,
        outcome="created" if made else "updated" if touches else "unchanged",
        order_id=order.record_id,
        customer_id=customer.record_id,
        vehicle_id=vehicle.record_id,
        touches=touches,
    )
