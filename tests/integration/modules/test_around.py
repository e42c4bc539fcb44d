"""One timeline of all that happened around a customer and their car, page by page, as far as one may see it."""

import datetime as dt
import json
from urllib.parse import quote

import pytest

from chezhan.kernel import clock
from chezhan.modules.deliveries.models import Delivery, Promise
from chezhan.modules.drives.models import TestDrive
from chezhan.modules.leads.models import Interaction, Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.messaging.models import Message
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import OrderPayment, SalesOrder
from chezhan.modules.stock.models import StockVehicle
from chezhan.modules.vehicles.models import Vehicle
from chezhan.modules.work.models import Task
from tenants.context import tenant_context
from tests.integration.catalogue.policies.conftest import policy
from tests.integration.engines.forms.conftest import RECORDS, Colleague


@pytest.fixture
def colleague(cast, sign_in):
    return lambda name="manager", store="north": Colleague(sign_in(name, store=store))


@pytest.fixture
def story(cast, colleague):
    """A customer's path and their path's `lead`; and what belongs to somebody else."""
    boss = colleague()
    customer = boss.ask("post", f"{RECORDS}/customer", {"values": {"name": "李四"}}, status=201)["record"]
    boss.ask("post", f"{RECORDS}/customer/{customer['id']}/comments", {"text": "老客户介绍"}, status=201)
    now, today = clock.now(), clock.today()
    ago = lambda days: now - dt.timedelta(days=days)  # noqa: E731
    with tenant_context(cast.stores["north"]):
        lead = Lead.objects.create(contact_name="李四", customer_id=customer["id"], created_at=ago(30))
        Interaction.objects.create(lead=lead, at=ago(29), summary="想看七座")
        vehicle = Vehicle.objects.create(
            brand="比亚迪", plate="浙A12345", customer_id=customer["id"], created_at=ago(9)
        )
        order = SalesOrder.objects.create(
            number="SO1", customer_id=customer["id"], lead=lead, vehicle=vehicle, brand="比亚迪", price="150000",
            ordered_on=today - dt.timedelta(days=20), status="approved",
        )  # fmt: skip
        OrderPayment.objects.create(
            order=order, kind="deposit", amount="5000", method="cash", paid_on=today - dt.timedelta(days=19)
        )
        Promise.objects.create(what="送脚垫", customer_id=customer["id"], order=order, created_at=ago(20))
        Task.objects.create(what="回访", customer_id=customer["id"], created_at=ago(2))
        Message.objects.create(
            channel="sms", purpose="service", entity="customer", record_id=customer["id"], effect="e1",
            why_kind="person", at=ago(1),
        )  # fmt: skip
        other = Customer.objects.create(name="王五")
        stranger = Lead.objects.create(contact_name="王五", customer=other)
        Interaction.objects.create(lead=stranger, at=ago(3), summary="别人的事")
    return f"customer/{customer['id']}", f"vehicle/{vehicle.id}", f"lead/{lead.id}"


def told(someone, path, *, limit=50, kinds=""):
    """Kinds in order, by pages of `limit`."""
    rows, cursor = [], ""
    for _ in range(40):
        query = f"around=true&limit={limit}&cursor={quote(cursor)}&kinds={kinds}"
        page = someone.ask("get", f"{RECORDS}/{path}/timeline?{query}")
        rows += page["rows"]
        cursor = page["next_cursor"]
        if not cursor:
            break
    return [one["record"]["kind"] if one["record"] else one["kind"] for one in rows], rows


WHOLE = ["comment", "created", "message", "task", "vehicle", "order_payment", "promise", "sales_order", "interaction",
         "lead"]  # fmt: skip


def test_everything_around_a_customer_stands_in_one_order_on_pages_of_any_size(colleague, story):
    boss, (customer, vehicle, lead) = colleague(), story
    kinds, rows = told(boss, customer)
    assert kinds == WHOLE
    assert [one["record"]["title"] for one in rows if one["record"]][1:3] == ["回访", "浙A12345"]
    assert rows[7]["record"]["row"]["brand"] == "比亚迪"
    for limit in (1, 2, 3):
        assert [one["record"] or one["at"] for one in told(boss, customer, limit=limit)[1]] == [
            one["record"] or one["at"] for one in rows
        ]
    assert told(boss, customer, kinds="sales_order,order_payment")[0] == ["order_payment", "sales_order"]
    assert told(boss, customer, kinds="changes")[0] == ["comment", "created"]
    # The car's file: its order, what was paid on it; the lead's: what was said, and what was bought.
    assert told(boss, vehicle)[0] == ["created", "order_payment", "sales_order"]
    assert set(told(boss, lead)[0]) == {"created", "interaction", "sales_order"}
    refused = boss.ask("get", f"{RECORDS}/{customer}/timeline?around=true&cursor=r!nonsense", status=422)
    assert refused["error"]["code"] == "invalid_cursor"


def test_what_may_not_be_seen_is_on_no_timeline(colleague, story):
    boss, advisor, (customer, *_) = colleague(), colleague("advisor"), story
    path = "/api/store/policies"
    boss.ask("put", f"{path}/interaction/sales_advisor", {"policy": policy("hidden")})
    boss.ask("put", f"{path}/order_payment/sales_advisor", {"policy": policy("read", fields={"order": "hidden"})})
    boss.ask("put", f"{path}/sales_order/sales_advisor", {"policy": policy("read", fields={"brand": "hidden"})})
    boss.ask("put", f"{path}/task/sales_advisor", {"policy": policy("read", rows="own")})
    boss.ask("put", f"{path}/promise/sales_advisor", {"policy": policy("read", fields={"created_at": "hidden"})})
    kinds, rows = told(advisor, customer)
    gone = {"interaction", "order_payment", "task", "promise"}
    assert kinds == [one for one in WHOLE if one not in gone]
    (order,) = [one["record"]["row"] for one in rows if one["record"] and one["record"]["kind"] == "sales_order"]
    assert "brand" not in order and "ordered_on" in order
    assert told(boss, customer)[0] == WHOLE


def test_what_leads_to_a_customer_through_another_record_is_listed_as_far_as_that_is_seen(cast, colleague, story):
    boss, advisor, (customer, vehicle, lead) = colleague(), colleague("advisor"), story
    with tenant_context(cast.stores["north"]):
        series = Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        car = StockVehicle.objects.create(
            trim=Trim.objects.create(name="海豚 420KM", energy="bev", series=series), vin="LGXC14AA0N1000001",
            status="in_stock", arrived_on="2026-01-05", is_demo=True,
        )  # fmt: skip
        begins = clock.now()
        drive = TestDrive.objects.create(
            lead_id=lead.removeprefix("lead/"), car=car, starts_at=begins, ends_at=begins + dt.timedelta(hours=1)
        )
        Delivery.objects.create(order=SalesOrder.objects.get())

    def lists(someone, path):
        found = someone.ask("get", f"{RECORDS}/{path}")["related"]
        return {(one["entity"], one["via"]): one["count"]["value"] for one in found}

    through = {("test_drive", "customer"): 1, ("delivery", "customer"): 1}
    assert through.items() <= lists(boss, customer).items()
    assert lists(boss, vehicle)["delivery", "vehicle"] == 1
    own = boss.ask("get", f"{RECORDS}/test_drive/{drive.id}")["record"]
    assert own["customer"] == {"id": customer.removeprefix("customer/"), "title": "李四"}
    rule = {"field": "customer", "operator": "=", "value": own["customer"]["id"]}
    kept = quote(json.dumps({"combinator": "and", "rules": [rule]}))
    assert len(boss.ask("get", f"{RECORDS}/test_drive?filter={kept}")["rows"]) == 1
    # It is another record's: nobody writes it here.
    body = {"version": own["version"], "values": {"customer": None}}
    boss.ask("patch", f"{RECORDS}/test_drive/{drive.id}", body, status=403)
    # Whoever does not see the lead, or not whose it is, is not told by way of the drive either.
    path = "/api/store/policies"
    for hidden in (policy("read", rows="own"), policy("read", fields={"customer": "hidden"})):
        boss.ask("put", f"{path}/lead/sales_advisor", {"policy": hidden})
        assert lists(advisor, customer).get(("test_drive", "customer"), 0) == 0
        assert advisor.ask("get", f"{RECORDS}/test_drive/{drive.id}")["record"].get("customer") is None
        found = advisor.client.get(f"/api/store/records/test_drive?filter={kept}")
        assert found.status_code == 422 or found.json()["rows"] == []
    boss.ask("put", f"{path}/lead/sales_advisor", {"policy": policy("read")})
    assert lists(advisor, customer)["test_drive", "customer"] == 1
