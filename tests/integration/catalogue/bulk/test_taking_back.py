"""What an intake did is undone where nobody has been since; the rest stays and is named."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db.models import F

from chezhan.catalogue.bulk.taking_back import Kept, take_back
from chezhan.catalogue.bulk.touches import Touch
from chezhan.kernel.errors import Forbidden
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import tenant_context
from tests.factories.sales import sale, sell


@pytest.fixture
def north(cast):
    return cast.stores["north"]


@pytest.fixture
def owner(cast):
    return cast.actor("owner", store="north")


def touches_of(outcomes) -> list[Touch]:
    """As a ledger would give them back: through JSON."""
    return [Touch.from_json(touch.as_json()) for outcome in outcomes for touch in outcome.touches]


def undo(actor, store, *batches):
    with tenant_context(store):
        return take_back(actor=actor, store=store, touches=[touch for batch in batches for touch in touches_of(batch)])


def counts(store) -> tuple[int, int, int]:
    with tenant_context(store):
        return Customer.objects.count(), Vehicle.objects.count(), SalesOrder.objects.count()


def test_created_records_are_deleted(cast, owner, north):
    keep = sell(actor=owner, store=north, rows=[sale("A0")])
    made = sell(actor=owner, store=north, rows=[sale("A1"), sale("A2")])
    result = undo(owner, north, made)
    assert dict(result.deleted) == {"sales_order": 2, "customer": 2, "vehicle": 2}
    assert (result.kept, counts(north)) == ((), (1, 1, 1))
    with tenant_context(north):
        assert SalesOrder.objects.get().id == keep[0].order_id


def test_updated_records_get_their_old_values_back(cast, owner, north):
    sell(actor=owner, store=north, rows=[sale("A1", price=100, region="徐汇区", name="Geraldin", phone="8264678")])
    moved = sell(
        actor=owner, store=north, rows=[sale("A1", price=120, region="静安区", name="Geraldine", phone="8264678")]
    )
    result = undo(owner, north, moved)
    with tenant_context(north):
        order = SalesOrder.objects.select_related("customer").get()
    assert (order.price, order.region, order.version) == (Decimal("100.00"), "徐汇区", 3)
    assert (order.customer.name, order.customer.version) == ("Geraldin", 3)
    assert (dict(result.restored), dict(result.deleted)) == ({"sales_order": 1, "customer": 1}, {})


def test_what_somebody_changed_since_is_kept_and_named(cast, owner, north):
    made = sell(actor=owner, store=north, rows=[sale("A1"), sale("A2")])
    with tenant_context(north):
        SalesOrder.objects.filter(number="A1").update(price=1, version=F("version") + 1)
    result = undo(owner, north, made)
    kept = {(one.entity, one.reason) for one in result.kept}
    assert kept == {("sales_order", "changed"), ("vehicle", "referred"), ("customer", "referred")}
    assert counts(north) == (1, 1, 1)


def test_a_customer_with_another_order_is_kept(cast, owner, north):
    made = sell(actor=owner, store=north, rows=[sale("A1", name="Gia", phone="8264678")])
    sell(actor=owner, store=north, rows=[sale("A2", name="Gia", phone="8264678")])
    result = undo(owner, north, made)
    assert result.kept == (Kept("customer", made[0].customer_id, "referred"),)
    assert counts(north) == (1, 1, 1)


def test_a_record_touched_twice_goes_when_both_touches_are_given(cast, owner, north):
    first = sell(actor=owner, store=north, rows=[sale("A1", price=1)])
    second = sell(actor=owner, store=north, rows=[sale("A1", price=2)])
    result = undo(owner, north, first, second)
    assert (result.kept, counts(north)) == ((), (0, 0, 0))


def test_a_change_between_two_touches_keeps_the_record(cast, owner, north):
    first = sell(actor=owner, store=north, rows=[sale("A1", price=1)])
    with tenant_context(north):
        SalesOrder.objects.update(region="静安区", version=F("version") + 1)
    second = sell(actor=owner, store=north, rows=[replace(sale("A1", price=2), region=None)])
    result = undo(owner, north, first, second)
    assert ("sales_order", "changed") in {(one.entity, one.reason) for one in result.kept}
    with tenant_context(north):
        assert SalesOrder.objects.get().region == "静安区"


def test_undone_twice_is_undone_once(cast, owner, north):
    made = sell(actor=owner, store=north, rows=[sale("A1")])
    undo(owner, north, made)
    again = undo(owner, north, made)
    assert (dict(again.deleted), dict(again.restored), again.kept) == ({}, {}, ())


def test_it_requires_the_right_to_import(cast, owner, north):
    made = sell(actor=owner, store=north, rows=[sale("A1")])
    with pytest.raises(Forbidden):
        undo(cast.actor("manager", store="north"), north, made)
    assert counts(north) == (1, 1, 1)
