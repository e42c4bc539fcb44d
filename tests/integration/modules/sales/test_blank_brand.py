"""What a file leaves blank wipes nothing."""

import dataclasses

from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.vehicles.contracts import VehicleRow
from tenants.context import tenant_context
from tests.factories.sales import sale, sell


def test_a_sale_without_a_brand_keeps_the_brand_that_is_known(cast):
    owner, north = cast.actor("owner", store="north"), cast.stores["north"]
    sell(actor=owner, store=north, rows=[sale("B1", brand="理想", series="L7")])
    sell(actor=owner, store=north, rows=[dataclasses.replace(sale("B1"), vehicle=VehicleRow())])
    with tenant_context(north):
        order = SalesOrder.objects.select_related("vehicle").get(number="B1")
    assert (order.brand, order.series, order.vehicle.brand) == ("理想", "L7", "理想")


def test_a_new_sale_without_a_brand_has_a_blank_one(cast):
    owner, north = cast.actor("owner", store="north"), cast.stores["north"]
    sell(actor=owner, store=north, rows=[dataclasses.replace(sale("B2"), vehicle=VehicleRow())])
    with tenant_context(north):
        assert SalesOrder.objects.get(number="B2").brand == ""
