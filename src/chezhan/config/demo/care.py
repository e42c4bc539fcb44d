"""What the pack of its trade goes by in a demo store: services, due dates and spending of the latest cars; and the
morning on which its rules ran.
"""

import datetime as dt
from collections.abc import Mapping
from decimal import Decimal
from random import Random
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import load_rows, write_drafts
from chezhan.catalogue.definitions.stores import of_store
from chezhan.catalogue.occasions.dates import ByClock
from chezhan.catalogue.packs.beginning import begin_first_pack
from chezhan.catalogue.packs.driving import drive
from chezhan.config.demo.places import HANGZHOU
from chezhan.config.demo.story import StorePlan
from chezhan.engines.rules.clockwork import strike
from chezhan.engines.rules.published import Published, rules_of
from chezhan.headquarters.account.places import in_store
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.messaging.consents import put_consent
from chezhan.modules.vehicles.models import Vehicle
from tenants.acting import acting_as
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef

# So many of the latest cars, each with its customer, have a history; so many customers agreed to messages.
CARS, CONSENTS = 160, 24
# When the last rule of a day has run.
DONE_BY = dt.time(11)
Values = dict[str, Any]


def cares(plan: StorePlan) -> bool:
    """A store of each trade, so that the first start stays short; workers give the others their packs."""
    return plan.city == HANGZHOU


def give_care(*, actor: Actor, store: StoreRef, now: dt.datetime) -> StoreRef:
    """Answers the store as it is afterwards. Call with no scope open."""
    run_id = begin_first_pack(store=store)
    if run_id is None:
        return store
    drive(store=store, run_id=run_id)
    with public_context():
        actor = in_store(actor=actor, group=store.group.slug, store=store.slug)
    local = now.astimezone(SHANGHAI)
    today = local.date() - dt.timedelta(days=local.time() < DONE_BY)
    _fill(actor=actor, store=actor.in_store, today=today, now=now)
    return actor.in_store


def follow_rules(*, store: StoreRef, now: dt.datetime) -> None:
    """All that was due within the last day, in the order of its hours; the staff must have their places."""
    with acting_as(None, reason="demo"), tenant_context(store):
        rules = sorted((one for one in rules_of(store) if _hour(one)), key=_hour)
    for rule in rules:
        strike(store=store, rule_id=rule.rule_id, since=now - dt.timedelta(days=1), now=now)


def _hour(rule: Published) -> str:
    trigger = rule.definition.trigger
    return trigger.at if isinstance(trigger, ByClock) else ""


def _fill(*, actor: Actor, store: StoreRef, today: dt.date, now: dt.datetime) -> None:
    rng = Random(f"care/{store.name}")
    with acting_as(actor.person_id, reason="demo"), tenant_context(store):
        vehicle, customer = (of_store(store).entity_named(name).model for name in ("vehicle", "customer"))
        latest = Vehicle.objects.exclude(plate=None).order_by("-created_at", "id")
        of_car = dict(latest.values_list("id", "customer_id")[:CARS])
        cars = load_rows(model=vehicle, which=Q(id__in=of_car))
        people = load_rows(model=customer, which=Q(id__in=set(of_car.values())))
        for number, (car_id, owner_id) in enumerate(of_car.items()):
            electric = cars[car_id].current["energy"] == "bev"
            told = car_of(number=number, electric=electric, rng=rng, today=today)
            cars[car_id].wanted |= _known(told, vehicle)
            visited = {"x_last_visit_at": told["x_last_visit_at"]}
            people[owner_id].wanted |= _known(person_of(number=number, rng=rng, today=today) | visited, customer)
        for name, model, drafts in (("customer", customer, people), ("vehicle", vehicle, cars)):
            write_drafts(entity=name, model=model, drafts=drafts.values(), actor=actor, store=store, now=now)
        for owner_id in list(dict.fromkeys(of_car.values()))[:CONSENTS]:
            _agree(actor, owner_id)


def car_of(*, number: int, electric: bool, rng: Random, today: dt.date) -> Values:
    """Of each twenty cars one is due for its service, and one has a date that the rules tell of today."""
    away = rng.randint(8, 165)
    if number % 20 == 3:
        away = rng.randint(380, 430) if electric else rng.randint(190, 260)
    serviced = today - dt.timedelta(days=away)
    read = min(today, serviced + dt.timedelta(days=rng.randint(5, 60)))
    km, per_day = rng.randrange(6_000, 88_000, 100), rng.randint(12, 40)
    ends = [today + dt.timedelta(days=rng.randint(61, 360)) for _ in range(3)]
    if number % 20 == 7:
        ends[number // 20 % 3] = today + dt.timedelta(days=(60, 30, 60, 30, 15, 60, 7, 60)[number // 20 % 8])
    own = {"x_service_interval_km": 20_000, "x_service_interval_months": 12} if electric else {}
    return {
        **own,
        "x_last_service_at": serviced,
        "x_last_service_km": km,
        "x_current_km": km + per_day * (read - serviced).days,
        "x_current_km_at": read,
        "x_insurance_ends_on": ends[0],
        "x_inspection_due_on": ends[1],
        "x_warranty_ends_on": ends[2],
        "x_purchased_on": today - dt.timedelta(days=rng.randint(400, 1_500)),
        "x_last_visit_at": serviced,
        "x_median_visit_days": rng.randint(115, 170),
    }


def person_of(*, number: int, rng: Random, today: dt.date) -> Values:
    """Of each twenty customers one is worth much and stays away, and one has a birthday in a week."""
    spent = Decimal(rng.choice((900, 2_400, 4_100, 6_800, 9_500, 13_200, 14_100)) + rng.randint(0, 89) * 10)
    born = dt.date(rng.randint(1966, 2001), rng.randint(1, 12), rng.randint(1, 28))
    if number % 20 == 3:
        spent = Decimal(rng.randint(155, 320) * 100)
    if number % 20 == 11:
        day = today + dt.timedelta(days=7)
        born = dt.date(rng.choice((1976, 1984, 1988, 1992)), day.month, day.day)
    return {
        "x_birthday": born,
        "x_spend_12m": spent,
        "x_profit_12m": (spent * rng.randint(18, 42) / 100).quantize(Decimal("0.01")),
        "x_complaints_90d": int(number % 40 == 3),
        "x_quotes_quality": rng.randint(0, 5),
        "x_quotes_price": rng.randint(0, 4),
    }


def _known(values: Mapping[str, Any], model: Any) -> Values:
    """A repair shop's pack has fewer fields."""
    names = {one.attname for one in model._meta.concrete_fields}
    return {name: value for name, value in values.items() if name in names}


def _agree(actor: Actor, customer_id: UUID) -> None:
    put_consent(
        actor=actor, entity="customer", record_id=customer_id, channel="sms", purpose="marketing", given=True,
        way="paper", proof="到店签署《个人信息授权书》",
    )  # fmt: skip
