"""What is booked, and what is free besides."""

import datetime as dt
from collections.abc import Iterable, Set
from uuid import UUID

from django.db import connection
from django.db.models import Q

from chezhan.catalogue.doing.absence import away_on
from chezhan.catalogue.worktime.services import present_calendar
from chezhan.kernel import clock
from chezhan.kernel.clock import SHANGHAI
from chezhan.modules.drives.models import HOLDING, TestDrive
from chezhan.modules.drives.slots import LENGTH, Interval, as_words, free_slots
from chezhan.modules.stock.models import StockVehicle
from tenants.directory import StoreRef
from tenants.lookup import people_of_store, roles_in

DRIVERS = frozenset({"sales_advisor", "sales_manager"})
TOLD = 6
# What a car is that is lent, by attribute.
LENT = {"is_demo": True, "status": "in_stock"}


def hold_schedule() -> None:
    """One booking at a time in a store, so that whoever comes second sees the first and is told of it."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext(current_schema()), hashtext('test_drive'))")


def clashes(*, which: Q, since: dt.datetime, till: dt.datetime, but: UUID) -> TestDrive | None:
    rows = TestDrive.objects.filter(which, status__in=HOLDING, starts_at__lt=till, ends_at__gt=since)
    return rows.exclude(id=but).order_by("starts_at").first()


def demo_cars() -> list[StockVehicle]:
    found = StockVehicle.objects.filter(**LENT).select_related("trim__series")
    return list(found.order_by("trim__name", "id"))


def drivers_of(store: StoreRef) -> dict[UUID, str]:
    """Who drives along, by name: advisors and their managers."""
    return {
        id_: name for id_, name in people_of_store(store=store) if DRIVERS & set(roles_in(store=store, person_id=id_))
    }


def away(day: dt.date) -> Set[UUID]:
    return away_on(day)


def free_of(*, day: dt.date, car_id: UUID, advisor_id: UUID | None, length: dt.timedelta = LENGTH) -> list[Interval]:
    """Of one car and one advisor; of the car alone where nobody is named."""
    if advisor_id is not None and advisor_id in away_on(day):
        return []
    which = Q(car_id=car_id) if advisor_id is None else Q(car_id=car_id) | Q(owner=advisor_id)
    busy = booked(which=which, day=day)
    return free_slots(calendar=present_calendar(), day=day, busy=busy, after=clock.now(), length=length)


def booked(*, which: Q, day: dt.date) -> Iterable[Interval]:
    begins = dt.datetime.combine(day, dt.time(), SHANGHAI)
    rows = TestDrive.objects.filter(which, status__in=HOLDING, starts_at__lt=begins + dt.timedelta(days=1))
    return list(rows.filter(ends_at__gt=begins).values_list("starts_at", "ends_at"))


def free_words(*, day: dt.date, car_id: UUID, advisor_id: UUID | None, length: dt.timedelta) -> str:
    return as_words(free_of(day=day, car_id=car_id, advisor_id=advisor_id, length=length)[:TOLD]) or "–"
