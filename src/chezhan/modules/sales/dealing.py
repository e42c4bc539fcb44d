"""A stock vehicle that an order has: the order alone moves it on, and what it costs by now is the deal's cost."""

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import Any

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.bulk.following import follows
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import Watch, watched_by
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.sales.refusals import CarOfOrder
from tenants.directory import StoreRef

CAR = "stock_vehicle"
# By the order alone: how far the car is, and which one it is.
HELD = {"status": "status", "trim": "trim_id", "vin": "vin"}
COSTS = ("cost", "rebate_accrued", "rebate_confirmed")


class _Held:
    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        return not HELD.keys().isdisjoint(names)

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        touched = [name for name in names if name in HELD and HELD[name] in draft.changed]
        # The car is locked: who allocates it at this moment waits, or was there first and is seen.
        if not touched or not SalesOrder.objects.filter(car_id=draft.id).exists():
            return {}
        return {name: CarOfOrder() for name in touched}


@watched_by
def held_by_orders(actor: Actor, view: View, new: bool, step: Step | None) -> Watch | None:
    return _Held() if view.entity.name == CAR and not new else None


@follows(CAR)
def costs_follow(actor: Actor, store: StoreRef, drafts: Sequence[Draft]) -> None:
    """What the maker confirms or corrects later goes into the deal, where nobody entered another figure there."""
    told = {one.id: one for one in drafts if not one.is_new and not one.changed.keys().isdisjoint(COSTS)}
    orders = load_rows(model=SalesOrder, which=Q(car_id__in=list(told))) if told else {}
    for order in orders.values():
        car = told[order.current["car_id"]]
        if order.current["cost"] == car.current["cost"]:
            order.wanted["cost"] = car.value("cost")
        if order.current["rebate"] == rebate_of(car.current.get):
            order.wanted["rebate"] = rebate_of(car.value)
    write_drafts(
        entity="sales_order", model=SalesOrder, drafts=orders.values(), actor=actor, store=store, now=clock.now()
    )


def rebate_of(value: Callable[[str], Any]) -> Any:
    """`value`: of a car's column. Nothing confirmed is nothing; what is accrued counts until it is."""
    confirmed = value("rebate_confirmed")
    return value("rebate_accrued") if confirmed is None else confirmed
