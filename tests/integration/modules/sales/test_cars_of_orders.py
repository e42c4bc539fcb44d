"""The car of an order: the order alone moves it, its cost is the deal's, and its file goes from owner to owner."""

from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction

from chezhan.kernel import clock
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.vehicles.models import Vehicle, VehicleOwner
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import told
from tests.integration.modules.sales.conftest import VIN


@pytest.fixture
def allocated(seller, lot, order):
    made = order(deposit=None)
    seller().do("sales_order", made, "approve", approved_discount="0")
    return seller().do("sales_order", made, "allocate", car=lot["car"])


def test_nobody_moves_the_car_of_an_order_but_the_order(cast, seller, lot, order, allocated):
    advisor, manager, car = seller("advisor"), seller(), {"id": lot["car"]}
    by_hand = advisor.change("sales_order", advisor.now("sales_order", allocated), 422, car=lot["other"])
    assert told(by_hand["error"]) == {"car": "settled"}
    # A draft that names a car would keep others from it.
    draft = order(deposit=None)
    kept = advisor.change("sales_order", draft, 409, car=lot["other"])["error"]
    assert kept["code"] == "order_car_by_verb"
    with tenant_context(cast.stores["north"]), pytest.raises(IntegrityError, match="car goes"), transaction.atomic():
        SalesOrder.objects.filter(id=allocated["id"]).update(car_id=lot["other"])
    assert told(manager.do("stock_vehicle", car, "free", 422, release_reason="展车")) == {"status": "car_of_order"}
    read = manager.now("stock_vehicle", car)
    assert told(manager.change("stock_vehicle", read, 422, vin=None, note="x")["error"]) == {"vin": "car_of_order"}
    assert manager.change("stock_vehicle", read, note="在二楼")["record"]["status"] == "allocated"
    manager.do("sales_order", allocated, "release_car", release_reason="换车")
    gone = manager.do("stock_vehicle", car, "transfer", left_on=str(clock.today()), left_to="南京")
    assert gone["status"] == "transferred"


def test_a_deal_costs_what_its_own_car_costs_by_now(cast, seller, lot, allocated):
    manager = seller()
    with tenant_context(cast.stores["north"]):
        rows = StockVehicle.objects.filter(id=lot["other"])
        rows.update(cost="145000", rebate_accrued="2000", rebate_confirmed="0")

    def deal() -> tuple[str | None, ...]:
        now = manager.now("sales_order", allocated)
        return now["cost"], now["rebate"], now["margin"]

    assert deal() == ("141000.00", None, "9000.00")
    manager.do("sales_order", allocated, "release_car", release_reason="客户换色")
    assert deal() == (None, None, None)
    manager.do("sales_order", allocated, "allocate", car=lot["other"])
    # Confirmed as nothing: what was accrued is not to come.
    assert deal() == ("145000.00", "0.00", "5000.00")
    manager.change("stock_vehicle", manager.now("stock_vehicle", {"id": lot["other"]}), rebate_confirmed="1800")
    assert deal() == ("145000.00", "1800.00", "6800.00")
    manager.change("sales_order", manager.now("sales_order", allocated), cost="144000")
    manager.change("stock_vehicle", manager.now("stock_vehicle", {"id": lot["other"]}), cost="1")
    assert deal() == ("144000.00", "1800.00", "7800.00")
    manager.do("sales_order", allocated, "cancel", cancel_reason="客户改主意")
    assert deal() == (None, None, None)


def test_a_file_that_is_there_goes_to_the_buyer_and_keeps_who_had_it(cast, seller, lot, allocated):
    manager, today = seller(), clock.today()
    with tenant_context(cast.stores["north"]):
        before = Customer.objects.create(name="王五")
        file = Vehicle.objects.create(customer=before, brand="比亚迪试", vin=VIN, left_on=today)
    manager.do("sales_order", allocated, "invoice", invoice_no="26330001", invoiced_on=str(today))
    sold = manager.do("sales_order", allocated, "deliver", delivered_on=str(today))
    with tenant_context(cast.stores["north"]):
        kept = Vehicle.objects.get(vin=VIN)
        owners = list(VehicleOwner.objects.order_by("created_at", "id").values_list("customer__name", "until", "how"))
    assert (sold["vehicle"]["id"], kept.id, kept.left_on) == (str(file.id), file.id, None)
    assert owners == [("王五", today, "earlier"), ("李四", None, "used_sale")]


def test_money_taken_back_late_opens_an_order_again_and_is_never_more_than_was_paid(seller, allocated):
    manager, today = seller(), str(clock.today())
    spent = manager.pay(allocated, "100")
    manager.pay(allocated, "100", "refund")
    over = manager.do("order_payment", spent, "reverse", 409, reason="录错")
    assert (over["code"], over["params"]) == ("order_refund_too_large", {"paid": "0.00"})
    whole = manager.pay(allocated, "150000")
    manager.do("sales_order", allocated, "invoice", invoice_no="26330001", invoiced_on=today)
    manager.do("sales_order", allocated, "deliver", delivered_on=today)
    manager.do("sales_order", allocated, "close")
    manager.do("order_payment", whole, "reverse", reason="支票退票")
    again = manager.now("sales_order", allocated)
    assert (again["status"], Decimal(again["balance"])) == ("delivered", 150000)
    manager.pay(allocated, "150000")
    assert manager.do("sales_order", allocated, "close")["status"] == "closed"
