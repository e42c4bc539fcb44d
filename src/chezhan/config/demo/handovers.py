"""What became of a demo dealer's orders: papers and margin of all of them, and of the latest the way of the car to its
customer, with the six streams of work and what was promised.
"""

import datetime as dt
from collections.abc import Iterator
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Case, DateField, DecimalField, ExpressionWrapper, F, IntegerField, Q, Value, When
from django.db.models.functions import Cast, Concat, Least, Right, Round, Substr

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft
from chezhan.config.demo.deals import GIFTS
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.writing import write_all
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.deliveries.models import STREAMS, Delivery, Promise
from chezhan.modules.sales.models import SalesOrder
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

DAYS = 60
# What the car costs and what is earned beside it, in thousandths of the price; dearer by the number's last sign.
COST, SPREAD = 905, 9
BESIDE = {
    "rebate": 22, "finance_income": 8, "insurance_income": 6, "accessory_income": 7, "registration_income": 2,
    "warranty_income": 3, "gift_cost": 5,
}  # fmt: skip
MONEY = DecimalField(max_digits=14, decimal_places=2)


def give_handovers(*, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID, now: dt.datetime) -> int:
    """Of dealers alone, after their orders. Answers how many deliveries there are."""
    if plan.pack != "dealer":
        return 0
    rng, today = Random(f"handovers {plan.key}"), now.astimezone(SHANGHAI).date()
    with acting_as(manager, reason="demo"), tenant_context(store):
        _give_papers(today)
        recent = SalesOrder.objects.filter(
            status__in=("allocated", "invoiced", "delivered"), ordered_on__gte=today - dt.timedelta(days=DAYS)
        ).order_by("ordered_on", "id")
        wanted = ("id", "status", "ordered_on", "delivered_on", "created_at", "customer_id", "owner")
        orders: list[Any] = list(recent.values(*wanted))
        deliveries = [_delivery(rng, order, now=now) for order in orders]
        write_all("delivery", Delivery, deliveries, actor=actor, now=now)
        promises = [one for order in orders for one in _promises(rng, order, now=now)]
        write_all("promise", Promise, promises, actor=actor, now=now)
    return len(deliveries)


def _give_papers(today: dt.date) -> None:
    """One statement for two years: contract, invoice, hand-over, cost and incomes."""
    last = Cast(Right("number", 1), IntegerField())
    invoiced = Q(status__in=("invoiced", "delivered"))
    named = {name: _share(thousandths) for name, thousandths in BESIDE.items()}
    cost = _share(COST + SPREAD * last)
    day = ExpressionWrapper(F("ordered_on") + Value(dt.timedelta(days=1)) * (2 + last), output_field=DateField())
    SalesOrder.objects.update(
        contract_no=Concat(Value("HT"), Substr("number", 3)),
        signed_on=F("ordered_on"),
        cost=cost,
        invoice_no=Case(When(invoiced, then=Concat(Value("2633"), Substr("number", 5))), default=Value("")),
        invoiced_on=Case(When(invoiced, then=Least(Cast(day, DateField()), Value(today)))),
        delivered_on=Case(When(status="delivered", then=Least(Cast(day, DateField()), Value(today)))),
        **named,
    )


def _share(thousandths: Any) -> Any:
    """Of the price, in whole tens of yuan."""
    tens = ExpressionWrapper(F("price") * thousandths / 10_000, output_field=MONEY)
    return ExpressionWrapper(Round(tens) * 10, output_field=MONEY)


def _delivery(rng: Random, order: dict[str, Any], *, now: dt.datetime) -> Draft:
    made = Draft.of_new(since=min(now, order["created_at"] + dt.timedelta(days=1)))
    made.wanted |= {"order_id": order["id"], "owner": order["owner"]}
    if order["status"] == "delivered":
        handed = dt.datetime.combine(order["delivered_on"], dt.time(rng.randint(10, 17), 30), SHANGHAI)
        made.wanted |= {name: rng.choices(("done", "not_needed"), (5, 1))[0] for name in STREAMS}
        made.wanted |= {"status": "handed_over", "handed_over_at": min(now, handed), "planned_at": min(now, handed)}
        return made
    made.wanted |= {name: _how_far(rng, name, invoiced=order["status"] == "invoiced") for name in STREAMS}
    planned = (now + dt.timedelta(days=rng.randint(1, 5))).replace(hour=6, minute=0, second=0, microsecond=0)
    made.wanted |= {"status": "preparing", "planned_at": planned}
    return made


def _how_far(rng: Random, stream: str, *, invoiced: bool) -> str:
    """Days before the hand-over most is done; the workshop, which has no people of its own here, is hardly behind."""
    done = {"pdi": 9, "accessories": 9, "finance": 6}.get(stream, 4) * (4 if invoiced else 1)
    not_needed = 2 if stream in ("finance", "accessories") else 0
    return rng.choices(("done", "not_needed", "doing", "open"), (done, not_needed, 2, 1))[0]


def _promises(rng: Random, order: dict[str, Any], *, now: dt.datetime) -> Iterator[Draft]:
    """To about half of the buyers, nearly all kept."""
    for what, _ in rng.sample(GIFTS, rng.choice((0, 0, 1, 1, 2))):
        made = Draft.of_new(since=order["created_at"])
        made.wanted |= {
            "what": what, "kind": "gift", "order_id": order["id"], "customer_id": order["customer_id"],
            "owner": order["owner"], "due_on": order["ordered_on"] + dt.timedelta(days=14),
        }  # fmt: skip
        if order["status"] == "delivered":
            fate, words = rng.choices((("kept", "交车时兑现"), ("waived", "客户同意改送保养")), (12, 1))[0]
            settled = dt.datetime.combine(order["delivered_on"], dt.time(11), SHANGHAI)
            made.wanted |= {"status": fate, "outcome": words, "settled_at": min(now, settled)}
        yield made
