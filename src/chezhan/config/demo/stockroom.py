"""The cars that a demo dealer has to sell or lends: of every age, in every state, and one of each series to drive."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, load_rows, write_drafts
from chezhan.config.demo.cars.shape import CarLine
from chezhan.config.demo.colours import choose_colour
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.vins import invent_vin
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.library.china import full_name
from chezhan.modules.library.filling import fill_library
from chezhan.modules.library.models import Series, Trim
from chezhan.modules.stock.models import StockVehicle
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

COUNT, DEMO_CARS, MINIMUM = 72, 4, 2
# How many of a hundred are how far.
STATES = {
    "ordered": 8, "in_transit": 12, "received": 5, "in_stock": 55, "reserved": 7, "allocated": 5, "invoiced": 3,
    "transferred": 3, "returned": 2,
}  # fmt: skip
# Days in stock, most of them few.
AGES = ((0, 29, 46), (30, 59, 24), (60, 89, 14), (90, 179, 11), (180, 320, 5))
LENDERS = ("建设银行", "汽车金融公司", "平安银行")
COMING, LEFT = ("ordered", "in_transit"), ("transferred", "returned")


def give_stock(
    *, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID, advisors: Sequence[UUID], now: dt.datetime
) -> int:
    """Of dealers alone. Answers how many cars there are."""
    if plan.pack != "dealer" or not advisors:
        return 0
    rng, vins = Random(f"stock {plan.key}"), set[str]()
    today = now.astimezone(SHANGHAI).date()
    lines = [
        CarLine(series, trim)
        for series in plan.showroom
        if series.on_sale(today)
        for trim in series.trims
    ]  # fmt: skip
    with acting_as(manager, reason="demo"), tenant_context(store):
        fill_library(actor=actor)
        trims = {
            (brand, name): id_ for brand, name, id_ in Trim.objects.values_list("series__brand__name", "name", "id")
        }
        _want_minimum(actor, store, plan, now=now)
        cars = [
            _car(rng, line, trims[_named(line)], advisors, number=number, vins=vins, today=today, now=now)
            for number, line in enumerate(_chosen(rng, lines))
        ]
        write_drafts(entity="stock_vehicle", model=StockVehicle, drafts=cars, actor=actor, store=store, now=now)
    return len(cars)


def _named(line: CarLine) -> tuple[str, str]:
    return line.series.brand, full_name(series=line.series.name, trim=line.trim.name)


def _chosen(rng: Random, lines: Sequence[CarLine]) -> list[CarLine]:
    """The demo cars first, each of another series; then as they sell."""
    firsts = list({line.series.name: line for line in lines}.values())
    demo = sorted(firsts, key=lambda line: -line.series.weight)[:DEMO_CARS]
    return demo + rng.choices(lines, [line.series.weight for line in lines], k=COUNT - len(demo))


def _want_minimum(actor: Actor, store: StoreRef, plan: StorePlan, *, now: dt.datetime) -> None:
    best = {one.name for one in sorted(plan.showroom, key=lambda one: -one.weight)[:6]}
    names = Series.objects.filter(name__in=best, brand__name__in={one.brand for one in plan.showroom})
    drafts = load_rows(model=Series, which=Q(id__in=list(names.values_list("id", flat=True))))
    for draft in drafts.values():
        draft.wanted["minimum"] = MINIMUM
    write_drafts(entity="series", model=Series, drafts=drafts.values(), actor=actor, store=store, now=now)


def _car(
    rng: Random, line: CarLine, trim_id: UUID, advisors: Sequence[UUID], *, number: int, vins: set[str],
    today: dt.date, now: dt.datetime,
) -> Draft:  # fmt: skip
    is_demo = number < DEMO_CARS
    state = "in_stock" if is_demo else rng.choices(list(STATES), list(STATES.values()))[0]
    low, high, _ = rng.choices(AGES, [share for *_, share in AGES])[0]
    arrived = today - dt.timedelta(days=400 + 90 * number if is_demo else rng.randint(low, high))
    ordered = (today if state in COMING else arrived) - dt.timedelta(days=rng.randint(8, 45))
    price = Decimal(line.trim.guide_price)
    car = Draft.of_new(since=dt.datetime.combine(ordered, dt.time(10), SHANGHAI))
    car.wanted |= {
        "trim_id": trim_id,
        "status": state,
        "vin": None if state == "ordered" else invent_vin(rng, line=line, model_year=ordered.year, taken=vins),
        "exterior": choose_colour(rng, line),
        "interior": rng.choice(("黑色", "米色", "棕色")),
        "is_demo": is_demo,
        "is_display": not is_demo and state == "in_stock" and rng.random() < 0.12,
        "second_network": "城东二网" if state == "in_stock" and not is_demo and rng.random() < 0.06 else "",
        "ordered_on": ordered,
        "price": (price * Decimal(rng.randint(86, 98)) / 100).quantize(Decimal(100)),
        "cost": (price * Decimal(rng.randint(80, 88)) / 100).quantize(Decimal(100)),
        "rebate_accrued": (price * Decimal(rng.randint(1, 4)) / 100).quantize(Decimal(100)),
    }
    if state in COMING:
        car.wanted["expected_on"] = today + dt.timedelta(days=rng.randint(3, 30))
    else:
        car.wanted |= _arrived(rng, arrived, is_demo=is_demo, today=today)
    car.wanted |= _moved(rng, state, advisors, number=number, today=today, now=now)
    return car


def _arrived(rng: Random, arrived: dt.date, *, is_demo: bool, today: dt.date) -> Mapping[str, Any]:
    pledged = not is_demo and rng.random() < 0.25
    return {
        "arrived_on": arrived,
        "made_on": arrived - dt.timedelta(days=rng.randint(10, 60)),
        "location": "试驾区" if is_demo else rng.choice(("展厅", "A区", "B区", "C区", "地下库")),
        "km": rng.randint(3_000, 15_000) if is_demo else rng.randint(3, 40),
        "certificate": "pledged" if pledged else "held",
        "certificate_no": f"WAA{rng.randrange(10**9):09d}",
        "lender": rng.choice(LENDERS) if pledged else "",
        "certificate_due_on": today + dt.timedelta(days=rng.randint(-5, 80)) if pledged else None,
    }


def _moved(
    rng: Random, state: str, advisors: Sequence[UUID], *, number: int, today: dt.date, now: dt.datetime
) -> Mapping[str, Any]:
    if state == "reserved":
        since = now - dt.timedelta(hours=rng.randint(1, 40))
        by = advisors[number % len(advisors)]
        return {"reserved_by": by, "reserved_at": since, "reserved_until": since + dt.timedelta(days=3)}
    if state in ("allocated", "invoiced"):
        invoiced = {"invoiced_on": today} if state == "invoiced" else {}
        return {"order_no": f"SO{today:%Y%m%d}-9{number:03d}", "certificate": "held", "lender": "", **invoiced}
    if state in LEFT:
        to = "澄骐集团兄弟店" if state == "transferred" else "厂家"
        return {"left_on": today, "left_to": to, "certificate": "held", "lender": "", "certificate_due_on": None}
    return {}
