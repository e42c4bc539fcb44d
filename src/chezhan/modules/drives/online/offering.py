"""What a customer may choose: models of the demo cars, and hours in which a car and an advisor are free together."""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.catalogue.worktime.calendar import WorkCalendar
from chezhan.catalogue.worktime.services import present_calendar
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.drives.models import HOLDING, DrivePage, TestDrive
from chezhan.modules.drives.queries import away, demo_cars, drivers_of
from chezhan.modules.drives.slots import free_slots
from chezhan.modules.stock.models import StockVehicle
from tenants.directory import StoreRef


@dataclass(frozen=True, slots=True)
class Hour:
    """`cars`: those of the model that are free. `advisors`: those who are, who drives least that day before others."""

    starts_at: dt.datetime
    ends_at: dt.datetime
    cars: tuple[UUID, ...]
    advisors: tuple[UUID, ...]


def models_of() -> list[dict[str, Any]]:
    """Each model once, with its brand before it."""
    found: dict[UUID, dict[str, Any]] = {}
    for car in lent_cars():
        trim = car.trim
        found.setdefault(
            trim.id,
            {
                "trim": trim.id,
                "brand": trim.series.brand.name,
                "series": trim.series.name,
                "name": trim.name,
                "energy": trim.energy,
            },
        )
    return sorted(found.values(), key=lambda one: (one["brand"], one["series"], one["name"]))


def lent_cars() -> list[StockVehicle]:
    ids = [car.id for car in demo_cars()]
    return list(StockVehicle.objects.filter(id__in=ids).select_related("trim__series__brand").order_by("vin", "id"))


def hours_of(*, store: StoreRef, page: DrivePage, trim_id: UUID) -> dict[dt.date, list[Hour]]:
    """By day, from today on; a day without a free hour has none."""
    today = clock.today()
    days = [today + dt.timedelta(days=number) for number in range(page.days_ahead + 1)]
    cars = [car.id for car in lent_cars() if car.trim_id == trim_id]
    return dict(_free(store=store, page=page, cars=cars, days=days))


def hour_at(*, store: StoreRef, page: DrivePage, trim_id: UUID, starts_at: dt.datetime) -> tuple[Hour | None, str]:
    """The hour, where it is free, and the next free ones of that day in words."""
    day = starts_at.astimezone(SHANGHAI).date()
    if not clock.today() <= day <= clock.today() + dt.timedelta(days=page.days_ahead):
        return None, ""
    cars = [car.id for car in lent_cars() if car.trim_id == trim_id]
    ((_, hours),) = _free(store=store, page=page, cars=cars, days=[day])
    found = next((one for one in hours if one.starts_at == starts_at), None)
    # Those that come next, before those of the morning.
    turned = sorted(hours, key=lambda one: (one.starts_at < starts_at, one.starts_at))
    return found, ", ".join(f"{one.starts_at.astimezone(SHANGHAI):%H:%M}" for one in turned[:4])


def _free(
    *, store: StoreRef, page: DrivePage, cars: list[UUID], days: list[dt.date]
) -> Iterator[tuple[dt.date, list[Hour]]]:
    calendar, after = present_calendar(), clock.now() + dt.timedelta(hours=page.notice_hours)
    advisors = list(drivers_of(store))
    begins = dt.datetime.combine(days[0], dt.time(), SHANGHAI)
    until = dt.datetime.combine(days[-1] + dt.timedelta(days=1), dt.time(), SHANGHAI)
    rows = TestDrive.objects.filter(status__in=HOLDING, starts_at__lt=until, ends_at__gt=begins)
    taken = list(rows.values_list("starts_at", "ends_at", "car_id", "owner"))
    for day in days:
        absent = away(day)
        there = [one for one in advisors if one not in absent]
        yield day, _of_day(calendar=calendar, day=day, after=after, taken=taken, cars=cars, advisors=there)


def _of_day(
    *,
    calendar: WorkCalendar,
    day: dt.date,
    after: dt.datetime,
    taken: list[tuple[dt.datetime, dt.datetime, UUID, UUID | None]],
    cars: list[UUID],
    advisors: list[UUID],
) -> list[Hour]:
    load = {one: sum(who == one and since.astimezone(SHANGHAI).date() == day for since, _, _, who in taken)
            for one in advisors}  # fmt: skip
    found = []
    for start, end in free_slots(calendar=calendar, day=day, busy=(), after=after):
        held = [(car, who) for since, till, car, who in taken if since < end and start < till]
        busy_cars, busy_people = {car for car, _ in held}, {who for _, who in held}
        free_cars = tuple(one for one in cars if one not in busy_cars)
        free_people = sorted((one for one in advisors if one not in busy_people), key=lambda one: load[one])
        if free_cars and free_people:
            found.append(Hour(start, end, free_cars, tuple(free_people)))
    return found
