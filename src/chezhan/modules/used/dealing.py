"""A used car in the deal of the new one: what it takes off that order's total, and what is still to be done for it."""

from collections.abc import Collection, Mapping, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.steps import Step
from chezhan.catalogue.records.writes.watching import Watch, watched_by
from chezhan.catalogue.verb import Doer
from chezhan.kernel.errors import AppError
from chezhan.modules.quotes.models import QuoteLine
from chezhan.modules.sales.blocking import blocks_closing, blocks_hand_over
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.used.models import UsedCar
from chezhan.modules.used.refusals import BelowCredit, CarInDeal, TradeInTaken

NOTHING = Decimal(0)
NOT_BOUGHT = ("registered", "appraised", "offered", "declined")
DECLINED = Label("已记为未成交", "is marked as not bought")


def lines_of(*, order_id: UUID, number: str) -> list[QuoteLine]:
    """Of the quote that the order was: what this car took off it."""
    which = Q(quote__order_id=order_id, kind__in=("trade_in", "subsidy"), note=number)
    return list(QuoteLine.objects.filter(which))


@blocks_hand_over
@blocks_closing
def not_bought(order_id: UUID) -> list[Label]:
    """Cars that the order counts on, and that the store never bought."""
    rows = UsedCar.objects.filter(order_id=order_id, status__in=NOT_BOUGHT).order_by("number")
    found = [
        Label(
            f"置换旧车 {number} 未收购（请收购；或记为未成交，由客户补差价）",
            f"the old car {number} is not bought (buy it; or mark it as not bought, and the customer pays the rest)",
        )
        for number in rows.values_list("number", flat=True)
    ]
    counted = QuoteLine.objects.filter(quote__order_id=order_id, kind="trade_in", computed=True)
    numbers = set(counted.values_list("note", flat=True))
    there = set(UsedCar.objects.filter(number__in=numbers).values_list("number", flat=True))
    return found + [
        Label(
            f"置换旧车 {number} 已删除（请从回收站恢复）",
            f"the old car {number} was deleted (bring it back from the bin)",
        )
        for number in sorted(numbers - there)
    ]


def require_free(cars: Sequence[Draft]) -> None:
    """Locked ones that a quote counts on: in no other deal, by this record or by another of the same VIN.

    Raises TradeInTaken.
    """
    vins = {car.current["vin"]: car.id for car in cars if car.current["vin"]}
    others = UsedCar.objects.filter(vin__in=list(vins), order_id__isnull=False).exclude(id__in=[car.id for car in cars])
    taken = dict(others.exclude(status__in=("handed_over", "declined")).values_list("vin", "order__number"))
    for car in cars:
        number = taken.get(car.current["vin"])
        if car.current["order_id"] is not None:
            number = SalesOrder.objects.values_list("number", flat=True).get(id=car.current["order_id"])
        if number is not None:
            _refuse(car, Label(f"已在订单 {number} 中抵扣", f"is traded in for order {number}"))
        if car.current["status"] == "declined":
            _refuse(car, DECLINED)


def require_credit(car: Draft) -> None:
    """Nobody pays less for it than it took off. Raises BelowCredit."""
    if car.value("order_id") is None:
        return
    lines = lines_of(order_id=car.value("order_id"), number=car.current["number"])
    credit = -sum((line.amount for line in lines if line.kind == "trade_in"), NOTHING)
    if car.value("purchase_price") < credit:
        raise BelowCredit(params={"credit": str(credit)})


def take_out(doer: Doer, cars: Mapping[UUID, Draft]) -> None:
    """Of the deals that they stand in: what each took off is due again, and one that was closed is open again."""
    for car in cars.values():
        orders = load_rows(model=SalesOrder, which=Q(id=car.current["order_id"])) if car.current["order_id"] else {}
        car.wanted["order_id"] = None
        for order in orders.values():
            lines = lines_of(order_id=order.id, number=car.current["number"])
            if not lines:
                continue
            credit = -sum((line.amount for line in lines if line.kind == "trade_in"), NOTHING)
            due = order.current["price"] if order.current["total"] is None else order.current["total"]
            order.wanted["total"] = due - sum((line.amount for line in lines), NOTHING)
            ours = -sum((line.amount for line in lines if line.kind == "subsidy" and line.payer == "store"), NOTHING)
            if ours:
                order.wanted["store_subsidy"] = max((order.current["store_subsidy"] or NOTHING) - ours, NOTHING) or None
            order.wanted["trade_in"] = max((order.current["trade_in"] or NOTHING) - credit, NOTHING) or None
            if order.current["status"] == "closed":
                order.wanted["status"] = "delivered"
        write_drafts(
            entity="sales_order", model=SalesOrder, drafts=orders.values(), actor=doer.actor,
            store=doer.actor.in_store, now=doer.now,
        )  # fmt: skip


class _InDeal:
    def filled(self, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return row

    def concerns(self, names: Collection[str]) -> bool:
        return "order" in names

    def judge(self, draft: Draft, names: Collection[str]) -> dict[str, AppError]:
        stood = draft.current["order_id"] if "order_id" in draft.changed and "order" in names else None
        if stood is None or not lines_of(order_id=stood, number=draft.current["number"]):
            return {}
        return {"order": CarInDeal()}


@watched_by
def kept_in_deals(actor: Actor, view: View, new: bool, step: Step | None) -> Watch | None:
    return _InDeal() if view.entity.name == "used_car" and not new else None


def _refuse(car: Draft, why: Label) -> None:
    raise TradeInTaken(params={"car": car.current["number"], "why": why.en, "why_zh": why.zh})
