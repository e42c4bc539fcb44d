"""An order from the draft to the end: each step by whom it is theirs, the car with it, and never out of order."""

from decimal import Decimal

from chezhan.kernel import clock
from chezhan.modules.library.models import Trim
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.vehicles.models import Vehicle
from tenants.context import tenant_context
from tests.integration.modules.sales.conftest import ORDERS, OTHER_VIN, VIN

TODAY = {"invoiced_on": str(clock.today())}


def cars(cast) -> dict[str, str]:
    with tenant_context(cast.stores["north"]):
        return dict(StockVehicle.objects.values_list("vin", "status"))


def test_an_order_goes_from_draft_to_closed_and_its_car_with_it(cast, seller, lot, order):
    advisor, manager = seller("advisor"), seller()
    draft = order()
    assert (draft["status"], draft["number"]) == ("draft", f"SO{clock.today():%Y%m%d}-0001")
    assert advisor.offered("sales_order", draft) == ["cancel"]
    assert manager.offered("sales_order", draft) == ["approve", "cancel"]
    assert advisor.do("sales_order", draft, "approve", 403, approved_discount="9800")["code"] == "field_not_writable"
    manager.do("sales_order", draft, "approve", approved_discount="9800")
    refused = advisor.do("sales_order", draft, "allocate", 409, car=lot["car"])
    assert (refused["code"], refused["params"]) == ("deposit_missing", {"deposit": "5000.00", "paid": "0"})
    manager.pay(draft, "5000", "deposit")
    assert advisor.now("sales_order", draft)["status"] == "deposit"
    with tenant_context(cast.stores["north"]):
        of_another = Trim.objects.create(series_id=Trim.objects.get(id=lot["trim"]).series_id, name="海豹 700 四驱")
        StockVehicle.objects.filter(id=lot["other"]).update(trim=of_another)
    refused = advisor.do("sales_order", draft, "allocate", 409, car=lot["other"])
    assert (refused["code"], cars(cast)[OTHER_VIN]) == ("order_of_another_trim", "in_stock")
    allocated = advisor.do("sales_order", draft, "allocate", car=lot["car"])
    assert (allocated["status"], cars(cast)[VIN]) == ("allocated", "allocated")
    assert not {"cost", "margin", "gift_cost"} & allocated.keys()
    whole = manager.now("sales_order", draft)
    assert (Decimal(whole["cost"]), Decimal(whole["margin"])) == (Decimal(141000), Decimal(9000))
    other = order("manager")
    manager.do("sales_order", other, "approve", approved_discount="0")
    manager.pay(other, "5000", "deposit")
    assert manager.do("sales_order", other, "allocate", 409, car=lot["car"])["code"] == "car_taken"
    invoiced = manager.do("sales_order", draft, "invoice", invoice_no="26330001", **TODAY)
    assert (invoiced["invoice_vin"], cars(cast)[VIN]) == (VIN, "invoiced")
    voided = manager.do("sales_order", draft, "void_invoice", red_invoice_no="26330002")
    assert (voided["status"], voided["invoice_vin"], voided["invoice_no"]) == ("allocated", None, "")
    manager.do("sales_order", draft, "invoice", invoice_no="26330003", **TODAY)
    delivered = manager.do("sales_order", draft, "deliver", delivered_on=str(clock.today()))
    with tenant_context(cast.stores["north"]):
        file = Vehicle.objects.get(vin=VIN)
    assert (delivered["vehicle"]["id"], str(file.customer_id), file.color) == (str(file.id), lot["customer"], "白色")
    assert cars(cast)[VIN] == "delivered"
    assert manager.do("sales_order", draft, "close", 409)["params"] == {"balance": "145000.00"}
    manager.pay(draft, "145000")
    assert manager.do("sales_order", draft, "close")["status"] == "closed"


def test_what_was_agreed_stays_while_an_order_is_approved_and_two_who_work_on_it_are_told_of_each_other(
    seller, lot, order
):
    advisor, manager = seller("advisor"), seller()
    draft = order()
    manager.do("sales_order", draft, "approve", approved_discount="9800")
    late = advisor.change("sales_order", draft, 409, price="140000")["error"]
    assert (late["code"], late["params"]) == ("changed_meanwhile", {"version": 2})
    read = advisor.now("sales_order", draft)
    refused = advisor.change("sales_order", read, 422, price="140000", color="白色")["error"]["params"]["rows"]
    assert [(one["field"], one["code"], one["params"]["state_zh"]) for one in refused] == [
        ("price", "settled", "已审批")
    ]
    assert advisor.change("sales_order", read, color="白色")["record"]["color"] == "白色"
    advisor.ask("patch", f"{ORDERS}/{draft['id']}", {"version": 3, "values": {"status": "closed"}}, status=403)
    advisor.do("sales_order", draft, "revise")
    again = advisor.change("sales_order", advisor.now("sales_order", draft), price="140000")["record"]
    assert (again["status"], again["price"]) == ("draft", "140000.00")


def test_an_order_is_cancelled_for_a_reason_and_says_what_becomes_of_the_money(cast, seller, lot, order):
    manager = seller()
    made = order("manager")
    manager.do("sales_order", made, "approve", approved_discount="0")
    manager.pay(made, "5000", "deposit")
    manager.do("sales_order", made, "allocate", car=lot["car"])
    refused = manager.do("sales_order", made, "cancel", 409, cancel_reason="客户改主意")
    assert (refused["code"], refused["params"]) == ("deposit_undecided", {"paid": "5000.00"})
    assert cars(cast)[VIN] == "allocated"
    gone = manager.do("sales_order", made, "cancel", cancel_reason="客户改主意", deposit_outcome="refund")
    assert (gone["status"], gone["car"]["id"], cars(cast)[VIN]) == ("cancelled", None, "in_stock")
    assert manager.pay(made, "1", status=409)["code"] == "order_takes_no_payment"
    manager.pay(made, "5000", "refund")
    assert Decimal(manager.now("sales_order", made)["paid"]) == 0
