"""A reservation that ends frees its car, once, and tells who made it; what was put off or allocated stays."""

import datetime as dt
import threading
from uuid import UUID

import time_machine
from django.db import connections

from chezhan.catalogue.events.dispatching import dispatch
from chezhan.catalogue.timers.ringing import Ring, ring_due
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from chezhan.kernel.ids import new_id
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.stock.running_out import run_out
from chezhan.modules.stock.services import move_car
from tenants.context import tenant_context
from tests.integration.modules.stock.test_cars import STOCK, VINS, boss, colleague, do_one, in_stock, trim  # noqa: F401

HOUR = dt.timedelta(hours=1)


def ring():
    ring_due(until=clock.now() + HOUR)
    dispatch(until=clock.now() + HOUR)


def told(someone):
    return [one["kind"] for one in someone.ask("get", "/api/store/notices")]


def test_it_is_told_before_and_freed_when_it_ends_unless_put_off_or_allocated(boss, colleague, trim):  # noqa: F811
    advisor = colleague("advisor")
    cars = [in_stock(boss, trim, vin) for vin in VINS]
    first, later, sold = (
        do_one(advisor, advisor.ask("get", f"{STOCK}/{car['id']}")["record"], "reserve") for car in cars
    )
    start = clock.now()
    # The usual time, since nothing is said of the series.
    assert dt.datetime.fromisoformat(first["reserved_until"]) - start < 48 * HOUR
    advisor.change("stock_vehicle", later, reserved_until=(start + 72 * HOUR).isoformat())
    do_one(boss, boss.ask("get", f"{STOCK}/{sold['id']}")["record"], "allocate", order_no="SO1")
    with time_machine.travel(start + 47 * HOUR, tick=True):
        ring()
    assert (told(advisor), boss.ask("get", f"{STOCK}/{first['id']}")["record"]["status"]) == (
        ["reservation_soon"],
        "reserved",
    )
    with time_machine.travel(start + 49 * HOUR, tick=True):
        ring()
        ring()
    now = [boss.ask("get", f"{STOCK}/{car['id']}")["record"] for car in (first, later, sold)]
    assert [car["status"] for car in now] == ["in_stock", "reserved", "allocated"]
    assert (now[0]["reserved_by"], now[0]["reserved_until"], now[0]["version"]) == (None, None, first["version"] + 1)
    assert (now[0]["release_reason"], now[2]["order_no"]) == ("预留到期，自动释放", "SO1")
    assert told(advisor) == ["reservation_over", "reservation_soon"]


def test_a_car_that_is_allocated_as_its_reservation_ends_is_either_and_never_both(cast, boss, colleague, trim):  # noqa: F811
    store, actor = cast.stores["north"], cast.actor("advisor", store="north")
    car = do_one(boss, in_stock(boss, trim, VINS[0]), "reserve")
    car_id = UUID(car["id"])
    for _ in range(4):
        with tenant_context(store):
            StockVehicle.objects.filter(id=car_id).update(
                status="reserved", reserved_by=actor.person_id, reserved_until=clock.now() - HOUR, order_no=""
            )
        start, moved = threading.Barrier(2), []

        def allocate(start=start, moved=moved):
            try:
                start.wait(timeout=30)
                with tenant_context(store):
                    move_car(actor=actor, car_id=car_id, verb="allocate", values={"order_no": "SO7"})
                moved.append("allocated")
            except AppError as refused:
                moved.append(refused.code)
            finally:
                connections.close_all()

        def free(start=start):
            try:
                start.wait(timeout=30)
                with tenant_context(store):
                    run_out(store, [Ring(id=new_id(), key=car_id, what="over", due_at=clock.now(), cause=())])
            finally:
                connections.close_all()

        both = [threading.Thread(target=allocate), threading.Thread(target=free)]
        for one in both:
            one.start()
        for one in both:
            one.join()
        with tenant_context(store):
            kept = StockVehicle.objects.get(id=car_id)
        # Freed first, it was allocated out of the free stock; allocated first, nothing ran out.
        assert (moved, kept.status, kept.order_no) == (["allocated"], "allocated", "SO7")
