"""Used cars of the demo's dealers: some being looked at, some in stock with what was spent on them, some sold."""

import datetime as dt
from collections.abc import Sequence
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, write_drafts
from chezhan.config.demo.cars.shape import CarLine
from chezhan.config.demo.cars.street import STREET
from chezhan.config.demo.plates import invent_plate
from chezhan.config.demo.story import StorePlan
from chezhan.config.demo.vins import invent_vin
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.leads.models import Lead
from chezhan.modules.parties.models import Customer
from chezhan.modules.used.models import OWNED, UsedCar, UsedCarCost
from chezhan.modules.vehicles.models import Vehicle
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

Values = dict[str, Any]
PLACES = ("二手车展区", "后院")
STATES = (
    *("registered", "registered", "appraised", "offered", "offered", "declined", "declined", "bought", "transferred"),
    *("preparing", "for_sale", "for_sale", "for_sale", "for_sale", "reserved", "sold", "handed_over", "handed_over"),
)
SPENDING = (("inspection", 300), ("body", 1_600), ("repair", 2_400), ("cleaning", 380), ("transfer", 450))
CONDITIONS = ("原版原漆，内饰整洁", "前杠、左前门补漆，骨架无损", "右后叶子板钣金，底盘正常", "轮胎磨损，建议更换")
DECLINED = ("车主期望价过高", "车主决定自己留用", "在他店置换")


def give_used_cars(
    *, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID, advisors: Sequence[UUID], now: dt.datetime
) -> int:
    """Of dealers alone, after their leads. Answers how many there are."""
    if plan.pack != "dealer" or not advisors:
        return 0
    rng, today = Random(f"used {plan.key}"), now.astimezone(SHANGHAI).date()
    with acting_as(manager, reason="demo"), tenant_context(store):
        vins = {vin for vin in Vehicle.objects.values_list("vin", flat=True) if vin}
        plates = {plate for plate in Vehicle.objects.values_list("plate", flat=True) if plate}
        people = list(Customer.objects.order_by("created_at", "id").values_list("id", flat=True)[:200])
        leads = list(
            Lead.objects.filter(status__in=["contacted", "quoted", "visited"], customer=None).order_by("created_at")
        )
        cars, costs = [], []
        for number, state in enumerate(STATES):
            line = _line(rng)
            car = _car(rng, line, state, vins=vins, plates=plates, office=_office(plan), today=today, now=now)
            car.wanted |= {"owner": advisors[number % len(advisors)], "seller_id": rng.choice(people)}
            if state in ("registered", "appraised", "offered") and leads:
                car.wanted["lead_id"] = leads.pop().id
            if car.value("sold_on") or state == "reserved":
                car.wanted["buyer_id"] = rng.choice(people)
            cars.append(car)
            if state in OWNED[2:] or state == "handed_over":
                costs += [_cost(car, kind, amount, owner=manager) for kind, amount in rng.sample(SPENDING, 3)]
        write_drafts(entity="used_car", model=UsedCar, drafts=cars, actor=actor, store=store, now=now)
        write_drafts(entity="used_car_cost", model=UsedCarCost, drafts=costs, actor=actor, store=store, now=now)
    return len(cars)


def _line(rng: Random) -> CarLine:
    series = rng.choice(STREET)
    return CarLine(series, rng.choice(series.trims))


def _office(plan: StorePlan) -> str:
    return plan.city.districts[0].plate


def _car(
    rng: Random, line: CarLine, state: str, *, vins: set[str], plates: set[str], office: str, today: dt.date,
    now: dt.datetime,
) -> Draft:  # fmt: skip
    years = rng.randint(3, 9)
    registered = today - dt.timedelta(days=365 * years + rng.randint(0, 300))
    worth = (Decimal(line.trim.guide_price) * Decimal(max(22, 78 - 9 * years)) / 100).quantize(Decimal(100))
    began = today - dt.timedelta(days=rng.randint(0, 5) if state in ("registered", "offered") else rng.randint(9, 70))
    car = Draft.of_new(since=min(now, dt.datetime.combine(began, dt.time(10), SHANGHAI)))
    energy = line.trim.power.energy
    car.wanted |= {
        "status": state,
        "source": rng.choice(("trade_in", "trade_in", "purchase")),
        "brand": line.series.brand,
        "series": line.series.name,
        "trim": line.trim.name,
        "energy": energy,
        "color": rng.choice(("白色", "黑色", "银灰", "珍珠白", "蓝色")),
        "vin": invent_vin(rng, line=line, model_year=registered.year, taken=vins),
        "plate": invent_plate(rng, office=office, energy=energy, taken=plates),
        "km": years * rng.randint(9_000, 17_000),
        "first_registered_on": registered,
        "owners_before": rng.choice((0, 0, 0, 1, 2)),
        "wish": (worth * Decimal("1.06")).quantize(Decimal(100)),
    }
    if state == "registered":
        return car
    car.wanted |= {
        "appraised_on": began,
        "appraised_price": worth,
        "grade": rng.choice("AABBC"),
        "condition": rng.choice(CONDITIONS),
    }
    if state != "appraised":
        offer = (worth * Decimal("0.9")).quantize(Decimal(100))
        car.wanted |= {"offer_price": offer, "offer_until": began + dt.timedelta(days=7), "subsidy": Decimal(3_000)}
        car.wanted |= _bought(rng, state, offer, worth=worth, began=began, today=today)
    return car


def _bought(
    rng: Random, state: str, offer: Decimal, *, worth: Decimal, began: dt.date, today: dt.date
) -> dict[str, Any]:
    if state == "declined":
        return {"declined_for": rng.choice(DECLINED)}
    if state == "offered":
        return {}
    told: Values = {"purchase_price": offer, "bought_on": min(today, began + dt.timedelta(days=2))}
    told["subsidy_status"] = rng.choice(("to_apply", "applied", "received"))
    if state != "bought":
        told |= {
            "transferred_on": min(today, began + dt.timedelta(days=6)),
            "location": rng.choice(("二手车展区", "后院")),
        }
    if state in ("for_sale", "reserved", "sold", "handed_over"):
        told |= {"asking_price": (worth * Decimal("1.04")).quantize(Decimal(100)), "floor_price": worth}
    if state in ("sold", "handed_over"):
        sold = min(today, began + dt.timedelta(days=rng.randint(12, 30)))
        told |= {"sale_price": (worth * Decimal("1.02")).quantize(Decimal(100)), "sold_on": sold}
        if state == "handed_over":
            told["handed_over_on"] = min(today, sold + dt.timedelta(days=5))
    return told


def _cost(car: Draft, kind: str, amount: int, *, owner: UUID) -> Draft:
    cost = Draft.of_new(since=car.wanted["created_at"])
    cost.wanted |= {
        "used_car_id": car.id,
        "kind": kind,
        "amount": Decimal(amount),
        "spent_on": car.value("bought_on"),
        "supplier": "本店车间" if kind in ("repair", "body", "cleaning") else "",
        "owner": owner,
    }
    return cost
