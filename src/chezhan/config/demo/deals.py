"""Payments and quotes of the demo's dealers: what was paid on the last months' orders, and what is offered now."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.writing import write_all
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Trim
from chezhan.modules.quotes.models import Quote, QuoteLine
from chezhan.modules.sales.models import OrderPayment, SalesOrder
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.links import new_token

DAYS, METHODS = 90, ("transfer", "transfer", "card", "wechat", "loan")
DEPOSITS = (2_000, 5_000, 5_000, 10_000)
ACCESSORIES = (("原厂脚垫", 680), ("全车隔热膜", 2_980), ("行车记录仪", 899), ("360 全景影像", 3_200))
GIFTS = (("首次保养一次", 400), ("充电桩安装", 3_800), ("玻璃水一箱", 60), ("车载冰箱", 980))
OUT = ("sent", "agreed", "queried")
OBJECTIONS = ("想换成黑色，价格不变可以吗？", "优惠能不能再多 2000 元？", "保险我自己买，请去掉这一项。")
TERMS = "本报价含税，最终以合同为准。购置税按开票当日政策计算。"


def give_deals(*, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID, now: dt.datetime) -> int:
    """Of dealers alone; after their orders, leads and model library. Answers how many quotes there are."""
    if plan.pack != "dealer":
        return 0
    rng = Random(f"deals {plan.key}")
    with acting_as(manager, reason="demo"), tenant_context(store):
        rows = SalesOrder.objects.filter(created_at__gte=now - dt.timedelta(days=DAYS)).order_by("created_at", "id")
        orders: list[Any] = list(rows.values("id", "status", "price", "ordered_on", "created_at", "owner"))
        payments = [one for order in orders for one in _payments(rng, order, now=now)]
        write_all("order_payment", OrderPayment, payments, actor=actor, now=now)
        quotes, lines = [], []
        trims = list(
            Trim.objects.select_related("series").filter(series__brand__name__in=_brands(plan)).order_by("name")
        )
        leads = Lead.objects.filter(status__in=["test_drive", "quoted"]).order_by("created_at") if trims else ()
        for lead in leads:
            trim = _trim_for(rng, lead, trims)
            if trim is not None and trim.guide_price:
                quote, of_it = _quote(rng, lead, trim, store=store, now=now)
                quotes.append(quote)
                lines += of_it
        reached = {quote.id: quote.wanted.pop("status") for quote in quotes}
        # Lines are given to drafts, which have one for the car and its tax already; then each is as far as it came.
        write_all("quote", Quote, quotes, actor=actor, now=now)
        write_all("quote_line", QuoteLine, lines, actor=actor, now=now)
        kept = load_rows(model=Quote, which=Q(id__in=reached))
        for row in kept.values():
            row.wanted["status"] = reached[row.id]
        write_all("quote", Quote, list(kept.values()), actor=actor, now=now)
    return len(quotes)


def _payments(rng: Random, order: dict[str, Any], *, now: dt.datetime) -> list[Draft]:
    """A deposit with the order, the rest before the car is invoiced."""
    deposit = Decimal(rng.choice(DEPOSITS))
    found = [_payment(order, "deposit", deposit, order["ordered_on"], rng, since=order["created_at"])]
    if order["status"] in ("invoiced", "delivered"):
        day = order["ordered_on"] + dt.timedelta(days=rng.randint(1, 5))
        since = min(now, order["created_at"] + dt.timedelta(days=1))
        day = min(day, now.astimezone(SHANGHAI).date())
        found.append(_payment(order, "payment", order["price"] - deposit, day, rng, since=since))
    return found


def _payment(
    order: dict[str, Any], kind: str, amount: Decimal, day: dt.date, rng: Random, *, since: dt.datetime
) -> Draft:
    payment = Draft.of_new(since=since)
    payment.wanted |= {
        "order_id": order["id"], "kind": kind, "amount": amount, "paid_on": day, "owner": order["owner"],
        "method": rng.choice(METHODS), "reference": f"{day:%Y%m%d}{rng.randint(0, 999_999):06d}",
    }  # fmt: skip
    return payment


def _quote(rng: Random, lead: Lead, trim: Trim, *, store: StoreRef, now: dt.datetime) -> tuple[Draft, list[Draft]]:
    guide = trim.guide_price or Decimal(0)
    since = min(now, lead.created_at + dt.timedelta(days=3))
    status = rng.choice(("sent", "sent", "agreed", "queried", "approved", "submitted", "draft"))
    quote = Draft.of_new(since=since)
    quote.wanted |= {
        "status": status, "lead_id": lead.id, "customer_id": lead.customer_id, "trim_id": trim.id,
        "guide_price": guide, "deposit": Decimal(5_000), "owner": lead.owner, "terms": TERMS,
        "valid_until": now.astimezone(SHANGHAI).date() + dt.timedelta(days=rng.randint(2, 12)), "previous_id": None,
    }  # fmt: skip
    if status in OUT:
        quote.wanted |= {"token": new_token(store), "sent_at": since}
    if status in ("agreed", "queried"):
        answered = min(now, since + dt.timedelta(hours=rng.randint(2, 40)))
        quote.wanted |= {"answered_by": lead.contact_name[:60], "answered_at": answered}
        quote.wanted["objection"] = rng.choice(OBJECTIONS) if status == "queried" else ""
    if status in (*OUT, "approved"):
        quote.wanted["approval_note"] = "同意"
    off = (guide * rng.choice((1, 2, 3, 4, 6)) / 100).quantize(Decimal(100))
    told = [
        ("discount", "现金优惠", off),
        ("insurance", "交强险 + 商业险（首年）", Decimal(rng.randint(42, 78) * 100)),
        ("registration", "上牌服务", Decimal(500)),
        *(("accessory", name, Decimal(price)) for name, price in rng.sample(ACCESSORIES, 1)),
        *(("gift", name, Decimal(price)) for name, price in rng.sample(GIFTS, 2)),
    ]
    lines = []
    for kind, name, price in told:
        line = Draft.of_new()
        line.wanted |= {
            "quote_id": quote.id, "kind": kind, "name": name, "unit_price": price, "owner": lead.owner,
        }  # fmt: skip
        lines.append(line)
    return quote, lines


def _brands(plan: StorePlan) -> set[str]:
    return {series.brand for series in plan.showroom}


def _trim_for(rng: Random, lead: Lead, trims: Sequence[Trim]) -> Trim | None:
    fitting = [one for one in trims if one.series.name == lead.series]
    return rng.choice(fitting or list(trims)) if trims else None
