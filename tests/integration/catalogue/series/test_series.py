"""Numbers that people quote follow one another without gaps, whoever adds records and by whichever door."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection, transaction
from django.db.utils import IntegrityError

from chezhan.kernel import clock
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

ORDERS = f"{RECORDS}/sales_order"


@pytest.fixture
def north(cast):
    return cast.stores["north"]


@pytest.fixture
def buyer(north) -> tuple[UUID, UUID]:
    """A customer and their car."""
    with tenant_context(north):
        customer = Customer.objects.create(name="李四")
        return customer.id, Vehicle.objects.create(customer=customer, brand="比亚迪").id


def order(buyer, **values) -> SalesOrder:
    customer, vehicle = buyer
    values = {"customer_id": customer, "vehicle_id": vehicle, "ordered_on": clock.today(), "brand": "", **values}
    return SalesOrder(price=1, **values)


def drawn(store) -> list[str]:
    with tenant_context(store):
        return sorted(SalesOrder.objects.values_list("number", flat=True))


def stem(day: dt.date | None = None) -> str:
    return f"SO{day or clock.today():%Y%m%d}-"


def test_every_door_draws_and_a_number_that_was_given_is_passed_over(cast, sign_in, north, buyer):
    manager = Colleague(sign_in("manager", store="north"))
    values = {
        "ordered_on": "2026-03-09",
        "price": "1",
        "brand": "",
        "customer": str(buyer[0]),
        "vehicle": str(buyer[1]),
    }
    rows = [values, values | {"number": f"{stem()}0003"}, values]
    manager.ask("post", f"{ORDERS}/batch", {"rows": rows}, status=201)
    record = manager.ask("post", ORDERS, {"values": values}, status=201)["record"]
    assert record["number"] == f"{stem()}0004"
    with tenant_context(north):
        old = dt.datetime(2025, 12, 31, 16, 30, tzinfo=dt.UTC)
        SalesOrder.objects.bulk_create([order(buyer, created_at=old), order(buyer)])
        copied = order(buyer, created_at=old)
        columns = [field.column for field in SalesOrder._meta.concrete_fields]
        with (
            connection.cursor() as cursor,
            cursor.copy(f"COPY sales_order ({', '.join(columns)}) FROM STDIN") as copy,
        ):
            copy.write_row([getattr(copied, field.attname) for field in SalesOrder._meta.concrete_fields])
    here = [f"{stem()}{number:04}" for number in range(1, 6)]
    assert drawn(north) == [f"{stem(dt.date(2026, 1, 1))}{number:04}" for number in (1, 2)] + here
    refused = manager.change("sales_order", record, status=403, number="SO-9")["error"]
    assert refused["code"] == "field_not_writable"
    with tenant_context(north), pytest.raises(IntegrityError, match="stays"), transaction.atomic():
        SalesOrder.objects.filter(id=record["id"]).update(number="SO-9")
    assert f"{stem()}0004" in drawn(north)
    with tenant_context(cast.stores["south"]):
        customer = Customer.objects.create(name="李四")
        car = Vehicle.objects.create(customer=customer, brand="比亚迪")
        SalesOrder.objects.bulk_create([order((customer.id, car.id))])
    assert drawn(cast.stores["south"]) == here[:1]


def test_racers_leave_neither_gaps_nor_twins_and_what_is_rolled_back_was_never_drawn(north, buyer):
    at_once = Barrier(4)

    def race(racer: int) -> None:
        try:
            at_once.wait(timeout=30)
            for turn in range(6):
                with tenant_context(north):
                    try:
                        with transaction.atomic():
                            SalesOrder.objects.bulk_create([order(buyer), order(buyer)])
                            if (racer + turn) % 3 == 0:
                                raise ZeroDivisionError
                    except ZeroDivisionError:
                        continue
        finally:
            connection.close()

    with ThreadPoolExecutor(4) as pool:
        list(pool.map(race, range(4)))
    assert drawn(north) == [f"{stem()}{number:04}" for number in range(1, 33)]
