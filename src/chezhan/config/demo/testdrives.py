"""Two years of test drives at a demo dealer, and those of the days to come: no car and no advisor in two places."""

import datetime as dt
from collections.abc import Iterator, Sequence
from random import Random
from typing import Any, cast
from uuid import UUID

from django.db import models

from chezhan.access import Actor
from chezhan.catalogue.bulk.drafts import Draft, write_drafts
from chezhan.catalogue.sealing import sealed
from chezhan.config.demo.names import Gender, invent_person_name
from chezhan.config.demo.phones import invent_phone
from chezhan.config.demo.prospects import LOST
from chezhan.config.demo.story import StorePlan
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.drives.models import TestDrive
from chezhan.modules.drives.online.keeping import open_drive_page
from chezhan.modules.leads.models import Lead
from chezhan.modules.stock.models import StockVehicle
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef

DAYS, AHEAD = 730, 5
# How many go on a day: none on most, more at the weekend.
WEEKDAY, WEEKEND = (0, 0, 0, 1), (0, 1, 1, 2)
HOURS = (10, 11, 14, 15, 16)
FEEDBACK = (
    "动力充沛，底盘扎实，后排稍硬",
    "辅助驾驶好用，想再比较一下竞品",
    "空间满意，家人都说好，等优惠",
    "静音不错，续航比预期实在",
    "方向偏轻，需要适应",
)
PHONE = cast(models.Field, Lead._meta.get_field("sealed_phone"))


def give_drives(
    *, actor: Actor, store: StoreRef, plan: StorePlan, manager: UUID, advisors: Sequence[UUID], now: dt.datetime
) -> int:
    """Of dealers alone; their stock and leads must be there. Answers how many there are."""
    if plan.pack != "dealer" or not advisors:
        return 0
    rng, phones = Random(f"drives {plan.key}"), set[str]()
    with acting_as(manager, reason="demo"), tenant_context(store):
        found = StockVehicle.objects.filter(is_demo=True, status="in_stock").order_by("vin")
        cars = list(found.values_list("id", "trim__series__brand__name", "trim__series__name", "km"))
        open_leads = list(Lead.objects.filter(status__in=("invited", "visited")).order_by("created_at")[:12])
        leads, drives = list[Draft](), list[Draft]()
        for number, start in enumerate(_hours(rng, now)):
            car_id, brand, series, km = cars[number % len(cars)]
            owner = advisors[number % len(advisors)]
            if start > now and open_leads:
                lead_id = open_leads.pop().id
            else:
                lead = _lead(rng, plan, phones, brand=brand, series=series, start=start, now=now)
                lead.wanted["owner"] = owner
                leads.append(lead)
                lead_id = lead.id
            drive = _drive(rng, start, now=now, km=max(20, (km or 0) - 12 * (len(drives) % 400)))
            drive.wanted |= {"lead_id": lead_id, "car_id": car_id, "owner": owner}
            drives.append(drive)
        write_drafts(entity="lead", model=Lead, drafts=leads, actor=actor, store=store, now=now)
        write_drafts(entity="test_drive", model=TestDrive, drafts=drives, actor=actor, store=store, now=now)
        open_drive_page(actor=actor)
    return len(drives)


def _hours(rng: Random, now: dt.datetime) -> Iterator[dt.datetime]:
    """One at a time, so that nobody is asked for twice."""
    today = now.astimezone(SHANGHAI).date()
    for days in range(-DAYS, AHEAD + 1):
        day = today + dt.timedelta(days=days)
        count = 3 if days >= 0 else rng.choice(WEEKEND if day.weekday() >= 5 else WEEKDAY)
        for hour in sorted(rng.sample(HOURS, count)):
            yield dt.datetime.combine(day, dt.time(hour), SHANGHAI)


def _lead(
    rng: Random, plan: StorePlan, phones: set[str], *, brand: str, series: str, start: dt.datetime, now: dt.datetime
) -> Draft:
    since = min(now, start) - dt.timedelta(days=rng.randint(1, 9))
    genders: tuple[Gender, ...] = ("male", "female")
    name = invent_person_name(rng, city=plan.city, gender=rng.choice(genders), birth_year=rng.randint(1975, 2002))
    lead = Draft.of_new(since=since)
    lead.wanted |= {
        "contact_name": name,
        "sealed_phone": sealed(column=PHONE, type_name="phone", text=invent_phone(rng, taken=phones)),
        "channel": rng.choice(("autohome", "dongchedi", "walk_in", "call", "social", "referral")),
        "brand": brand,
        "series": series,
        "region": rng.choice(plan.city.districts).name,
        "first_contacted_at": since + dt.timedelta(minutes=rng.choice((7, 12, 19, 26, 48))),
        "grade": rng.choice("HAAB"),
        **_ended(rng, start, now=now),
    }
    return lead


def _ended(rng: Random, start: dt.datetime, *, now: dt.datetime) -> dict[str, Any]:
    """Most leads of long ago came to an end, a third of them at a sale."""
    closed = start + dt.timedelta(days=rng.randint(1, 20))
    if closed >= now:
        return {"status": "invited" if start > now else "test_drive"}
    if rng.random() < 0.36:
        return {"status": "won", "closed_at": closed}
    reason, to, note = rng.choices(list(LOST), list(LOST.values()))[0]
    return {"status": "lost", "closed_at": closed, "lost_reason": reason, "lost_to": to, "lost_note": note}


def _drive(rng: Random, start: dt.datetime, *, now: dt.datetime, km: int) -> Draft:
    drive = Draft.of_new(since=min(now, start - dt.timedelta(hours=rng.randint(20, 70))))
    drive.wanted |= {
        "starts_at": start,
        "ends_at": start + dt.timedelta(hours=1),
        "source": rng.choice(("advisor", "advisor", "online")),
    }
    if start + dt.timedelta(hours=1) > now:
        drive.wanted["status"] = rng.choice(("booked", "confirmed"))
        return drive
    fate = rng.choices(("done", "no_show", "cancelled"), (84, 9, 7))[0]
    drive.wanted["status"] = fate
    if fate == "done":
        drive.wanted |= {
            "licence_checked": True,
            "route": rng.choice(("city", "mixed", "highway")),
            "out_at": start + dt.timedelta(minutes=rng.randint(2, 12)),
            "out_km": km,
            "in_at": start + dt.timedelta(minutes=rng.randint(32, 56)),
            "in_km": km + rng.randint(8, 26),
            "rating": rng.choice((3, 4, 4, 5, 5)),
            "feedback": rng.choice(FEEDBACK),
        }
    elif fate == "cancelled":
        drive.wanted["cancel_reason"] = "客户临时有事"
    return drive
