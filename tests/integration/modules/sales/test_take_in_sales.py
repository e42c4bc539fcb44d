"""Sales come in by their number; people by phone and name together; cars by VIN."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from threading import Barrier

import pytest
from django.db import connection, connections

from chezhan.kernel.errors import Forbidden
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import tenant_context
from tenants.roles import OWNER
from tests.factories.phones import phone_of
from tests.factories.sales import sale, sell

VIN, OTHER_VIN = "LSVAA4187E2184847", "LFV3A23C1K3000015"


@pytest.fixture
def north(cast):
    return cast.stores["north"]


@pytest.fixture
def owner(cast):
    return cast.actor("owner", store="north")


def counts(store) -> tuple[int, int, int]:
    with tenant_context(store):
        return Customer.objects.count(), Vehicle.objects.count(), SalesOrder.objects.count()


def order(store, number) -> SalesOrder:
    with tenant_context(store):
        return SalesOrder.objects.select_related("customer", "vehicle__customer").get(number=number)


def events() -> list[tuple[str, str]]:
    with connections[OWNER].cursor() as cursor:
        cursor.execute("SELECT entity, kind FROM public.outbox_event ORDER BY entity, kind")
        return cursor.fetchall()


def test_a_new_sale_makes_its_customer_its_car_and_its_order(cast, owner, north):
    (outcome,) = sell(actor=owner, store=north, rows=[sale("A1", price="26000.5", phone="826-4678", name="Geraldine")])
    made = order(north, "A1")
    assert (made.customer.name, phone_of(made.customer, store=north)) == ("Geraldine", "826-4678")
    assert (made.price, made.status, made.version) == (Decimal("26000.50"), "delivered", 1)
    assert (made.created_by, made.vehicle.customer_id) == (owner.person_id, made.customer_id)
    assert outcome.outcome == "created"
    assert {(touch.entity, touch.kind) for touch in outcome.touches} == {
        ("sales_order", "created"), ("customer", "created"), ("vehicle", "created"),
    }  # fmt: skip
    assert events() == [("customer", "created"), ("sales_order", "created"), ("vehicle", "created")]


def test_the_same_rows_again_change_nothing(cast, owner, north):
    rows = [sale("A1", phone="8264678"), sale("A2"), replace(sale("A3"), status="deposit")]
    sell(actor=owner, store=north, rows=rows)
    said = events()
    again = sell(actor=owner, store=north, rows=rows)
    assert [(one.outcome, one.touches) for one in again] == [("unchanged", ())] * 3
    assert counts(north) == (3, 3, 3)
    assert order(north, "A1").version == 1
    assert events() == said


def test_a_changed_row_updates_only_what_it_says(cast, owner, north):
    sell(actor=owner, store=north, rows=[sale("A1", price=100, region="徐汇区"), sale("A2")])
    (outcome,) = sell(actor=owner, store=north, rows=[replace(sale("A1", price=120), region=None)])
    changed, other = order(north, "A1"), order(north, "A2")
    assert (changed.price, changed.region, changed.version) == (Decimal("120.00"), "徐汇区", 2)
    assert (other.version, changed.customer.version, changed.vehicle.version) == (1, 1, 1)
    (touch,) = outcome.touches
    assert (outcome.outcome, touch.kind, touch.version, touch.before) == ("updated", "updated", 2, {"price": "100.00"})


def test_people_are_never_merged_by_phone_alone_or_name_alone(cast, owner, north):
    rows = [
        sale("A1", name="Geraldine", phone="8264678"),
        sale("A2", name="Gia", phone="8264678"),
        sale("A3", name="Geraldine", phone="6848189"),
        sale("A4", name="Geraldine"),
        sale("A5", name="Geraldine"),
    ]
    sell(actor=owner, store=north, rows=rows)
    assert counts(north) == (5, 5, 5)


def test_the_same_phone_and_name_is_one_person_who_keeps_what_is_known(cast, owner, north):
    first = sale("A1", name="Gia", phone="138 0013 8000")
    sell(actor=owner, store=north, rows=[replace(first, customer=replace(first.customer, city="上海"))])
    later = sale("A2", name="Gia", phone="+8613800138000")
    (outcome,) = sell(
        actor=owner, store=north, rows=[replace(later, customer=replace(later.customer, city="苏州", gender="female"))]
    )
    gia = order(north, "A2").customer
    assert counts(north) == (1, 2, 2)
    assert (gia.city, gia.gender, phone_of(gia, store=north), gia.version) == ("上海", "female", "138 0013 8000", 2)
    assert outcome.outcome == "created"


def test_one_person_twice_in_a_batch_is_made_once(cast, owner, north):
    rows = [sale("A1", name="Gia", phone="8264678"), sale("A2", name="Gia", phone="8264678")]
    one, two = sell(actor=owner, store=north, rows=rows)
    assert one.customer_id == two.customer_id
    assert [len(one.touches), len(two.touches)] == [3, 2]
    assert counts(north) == (1, 2, 2)


def test_a_mended_name_renames_the_one_customer_of_the_sale(cast, owner, north):
    sell(actor=owner, store=north, rows=[sale("A1", name="Geraldin", phone="8264678")])
    sell(actor=owner, store=north, rows=[sale("A1", name="Geraldine", phone="8264678")])
    assert counts(north) == (1, 1, 1)
    assert order(north, "A1").customer.name == "Geraldine"


def test_a_mended_name_does_not_rename_a_customer_of_other_sales(cast, owner, north):
    sell(actor=owner, store=north, rows=[sale(number, name="Gia", phone="8264678") for number in ("A1", "A2")])
    sell(actor=owner, store=north, rows=[sale("A1", name="Gianna", phone="8264678")])
    assert counts(north) == (2, 2, 2)
    assert (order(north, "A1").customer.name, order(north, "A2").customer.name) == ("Gianna", "Gia")
    assert order(north, "A1").vehicle.customer.name == "Gianna"


def test_a_sale_moves_to_the_customer_that_its_mended_row_names(cast, owner, north):
    sell(
        actor=owner, store=north, rows=[sale("A1", name="Gia", phone="1111111"), sale("A2", name="Bo", phone="2222222")]
    )
    sell(actor=owner, store=north, rows=[sale("A1", name="Bo", phone="2222222")])
    assert order(north, "A1").customer_id == order(north, "A2").customer_id
    assert counts(north)[0] == 2


def with_vin(row, vin):
    return replace(row, vehicle=replace(row.vehicle, vin=vin))


def test_a_car_is_known_by_its_vin_and_follows_its_new_owner(cast, owner, north):
    sell(actor=owner, store=north, rows=[with_vin(sale("A1", name="Gia", phone="1111111"), VIN)])
    sell(actor=owner, store=north, rows=[with_vin(sale("A2", name="Bo", phone="2222222"), VIN)])
    assert counts(north) == (2, 1, 2)
    assert order(north, "A1").vehicle.customer.name == "Bo"
    again = sell(actor=owner, store=north, rows=[with_vin(sale("A1", name="Gia", phone="1111111"), VIN)])
    assert again[0].outcome == "unchanged"
    assert order(north, "A1").vehicle.customer.name == "Bo"


def test_a_vin_that_comes_later_is_filled_in_and_a_mended_one_replaces(cast, owner, north):
    sell(actor=owner, store=north, rows=[sale("A1")])
    sell(actor=owner, store=north, rows=[with_vin(sale("A1"), VIN)])
    assert (counts(north), order(north, "A1").vehicle.vin) == ((1, 1, 1), VIN)
    sell(actor=owner, store=north, rows=[with_vin(sale("A1"), OTHER_VIN)])
    assert (counts(north), order(north, "A1").vehicle.vin) == ((1, 1, 1), OTHER_VIN)


def test_history_keeps_its_dates(cast, owner, north):
    long_ago = dt.datetime(2022, 1, 2, tzinfo=dt.UTC)
    row = sale("A1")
    sell(actor=owner, store=north, rows=[replace(row, since=long_ago, customer=replace(row.customer, since=long_ago))])
    assert (order(north, "A1").created_at, order(north, "A1").customer.created_at) == (long_ago, long_ago)


def test_a_number_twice_in_one_batch_is_the_callers_mistake(cast, owner, north):
    with pytest.raises(ValueError, match="twice"):
        sell(actor=owner, store=north, rows=[sale("A1"), sale("A1")])
    assert counts(north) == (0, 0, 0)


def test_it_requires_the_right_to_import(cast, north):
    with pytest.raises(Forbidden):
        sell(actor=cast.actor("manager", store="north"), store=north, rows=[sale("A1")])
    assert counts(north) == (0, 0, 0)


def test_the_same_number_in_two_stores_is_two_sales(cast, owner, north):
    south = cast.stores["south"]
    sell(actor=owner, store=north, rows=[sale("A1", price=1, name="Gia", phone="1111111")])
    sell(actor=cast.actor("owner", store="south"), store=south, rows=[sale("A1", price=2, name="Gia", phone="1111111")])
    assert (order(north, "A1").price, order(south, "A1").price) == (1, 2)
    assert (counts(north), counts(south)) == ((1, 1, 1), (1, 1, 1))


def test_two_intakes_of_the_same_sales_at_once_bring_them_once(cast, owner, north):
    rows = [sale(f"A{index}", name="Gia", phone=f"55500{index:02}") for index in range(50)]
    together = Barrier(2)

    def bring() -> list[str]:
        together.wait()
        try:
            return [outcome.outcome for outcome in sell(actor=owner, store=north, rows=rows)]
        finally:
            connection.close()

    with ThreadPoolExecutor(2) as pool:
        first, second = pool.submit(bring), pool.submit(bring)
        assert sorted([first.result()[0], second.result()[0]]) == ["created", "unchanged"]
    assert counts(north) == (50, 50, 50)
