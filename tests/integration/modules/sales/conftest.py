"""A store that sells: a car in stock, a customer, and those who work on the deal."""

from typing import Any

import pytest

from chezhan.kernel import clock
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.parties.models import Customer
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague

ORDERS, PAYMENTS = f"{RECORDS}/sales_order", f"{RECORDS}/order_payment"
VIN, OTHER_VIN = "LSVAA4187E2184847", "LFV3A23C1K3000015"


class Seller(Colleague):
    def now(self, entity: str, record: Any) -> Any:
        return self.ask("get", f"{RECORDS}/{entity}/{record['id']}")["record"]

    def do(self, entity: str, record: Any, verb: str, status: int = 200, **values: Any) -> Any:
        """As the record is now; answers it as it is then, or the refusal."""
        body = {"version": self.now(entity, record)["version"], "values": values}
        answer = self.ask("post", f"{RECORDS}/{entity}/{record['id']}/do/{verb}", body, status=status)
        return answer["record"] if status == 200 else answer["error"]

    def offered(self, entity: str, record: Any) -> list[str]:
        return self.ask("get", f"{RECORDS}/{entity}/{record['id']}/verbs")["verbs"]

    def changeable(self, entity: str, record: Any) -> list[str]:
        return self.ask("get", f"{RECORDS}/{entity}/{record['id']}/verbs")["changeable"]

    def pay(self, order: Any, amount: str, kind: str = "payment", status: int = 201, **values: Any) -> Any:
        values = {"order": order["id"], "kind": kind, "amount": amount, "method": "transfer", **values}
        answer = self.create("order_payment", status, paid_on=str(clock.today()), **values)
        return answer["record"] if status == 201 else answer["error"]


@pytest.fixture
def seller(sign_in):
    return lambda name="manager", store="north": Seller(sign_in(name, store=store))


@pytest.fixture
def lot(cast) -> dict[str, Any]:
    """Ids of `customer`, `trim` (a BEV for 159,800) and two cars of it in stock, `car` and `other`."""
    with tenant_context(cast.stores["north"]):
        brand = Brand.objects.create(name="比亚迪试")
        series = Series.objects.create(brand=brand, name="海豹试")
        trim = Trim.objects.create(series=series, name="海豹 550 尊贵型", guide_price="159800", energy="bev")
        cars = [
            StockVehicle.objects.create(
                trim=trim, vin=vin, status="in_stock", arrived_on=clock.today(), cost="141000", exterior="白色",
                location="A1", certificate="held",
            )
            for vin in (VIN, OTHER_VIN)
        ]  # fmt: skip
        customer = Customer.objects.create(name="李四")
        return {"customer": str(customer.id), "trim": str(trim.id), "car": str(cars[0].id), "other": str(cars[1].id)}


@pytest.fixture
def order(seller, lot):
    """order(who="advisor", **values): a draft for 150,000 with 5,000 of deposit agreed."""

    def _order(who: str = "advisor", **values: Any) -> Any:
        given = {
            "customer": lot["customer"], "trim": lot["trim"], "brand": "比亚迪试", "ordered_on": str(clock.today()),
            "price": "150000", "deposit": "5000", **values,
        }  # fmt: skip
        return seller(who).create("sales_order", **given)["record"]

    return _order
