"""A car is handed over when all is ready and every promise kept or waived; what is in the way is said."""

import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError
from django.test import Client

from chezhan.kernel import clock
from chezhan.modules.deliveries.models import Delivery
from chezhan.modules.stock.models import StockVehicle
from tenants.context import tenant_context
from tests.integration.catalogue.records.files.conftest import picture, stored  # noqa: F401
from tests.integration.engines.forms.conftest import told as why
from tests.integration.modules.quotes.conftest import quote, year  # noqa: F401
from tests.integration.modules.quotes.test_quotes import add
from tests.integration.modules.sales.conftest import RECORDS, lot, order, seller  # noqa: F401

READY = dict.fromkeys(("pdi", "finance", "insurance", "plates", "accessories", "gifts"), "done")


@pytest.fixture
def invoiced(seller, lot, order):  # noqa: F811
    manager = seller()
    made = order("manager", deposit=None)
    manager.do("sales_order", made, "approve", approved_discount="0")
    manager.do("sales_order", made, "allocate", car=lot["car"])
    return manager.do("sales_order", made, "invoice", invoice_no="26330001", invoiced_on=str(clock.today()))


def signature(someone):
    sent = {"entity": "delivery", "field": "signature", "file": SimpleUploadedFile("签字.png", picture("PNG"))}
    answer = someone.client.post("/api/store/files", sent)
    assert answer.status_code == 201, answer.content
    return [answer.json()]


def certificate(cast, lot, state, lender=""):  # noqa: F811
    with tenant_context(cast.stores["north"]):
        StockVehicle.objects.filter(id=lot["car"]).update(certificate=state, lender=lender)


def test_open_promises_streams_and_the_certificate_stand_in_the_way_at_every_door(cast, seller, lot, invoiced):  # noqa: F811
    manager = seller()
    delivery = manager.create("delivery", order=invoiced["id"])["record"]
    said = {"customer": lot["customer"], "order": invoiced["id"]}
    promise = manager.create("promise", what="全车贴膜", kind="gift", **said)["record"]
    manager.create("promise", what="两年后回购", kind="other", blocks=False, **said)
    certificate(cast, lot, "pledged", "平安银行")
    refused = manager.do("sales_order", invoiced, "deliver", 409, delivered_on=str(clock.today()))
    told = refused["params"]["why_zh"]
    assert refused["code"] == "hand_over_blocked"
    assert all(one in told for one in ("PDI 检查未完成", "赠品未完成", "承诺未兑现：全车贴膜", "合格证质押在平安银行"))
    assert "回购" not in told
    before = manager.ask("get", f"/api/store/deliveries/{delivery['id']}/blockers")["blockers"]
    assert "；".join(one["zh"] for one in before) == told.split("；", 1)[1]
    signed = signature(manager)
    again = manager.do("delivery", delivery, "hand_over", 409, signature=signed)
    assert (again["code"], manager.now("delivery", delivery)["status"]) == ("hand_over_blocked", "preparing")
    with tenant_context(cast.stores["north"]), pytest.raises(IntegrityError, match="handed_over_whole"):
        Delivery.objects.filter(id=delivery["id"]).update(status="handed_over", handed_over_at=clock.now())
    manager.change("delivery", manager.now("delivery", delivery), **READY)
    manager.do("promise", promise, "waive", outcome="客户同意改送保养")
    certificate(cast, lot, "released")
    # Nothing is left in the way but that the customer signs on the delivery: the order's own button leads there.
    refused = manager.do("sales_order", invoiced, "deliver", 409, delivered_on=str(clock.today()))
    assert refused["params"]["why_zh"] == "请到这张订单的交付里交车，由客户签字"
    assert manager.now("sales_order", invoiced)["status"] == "invoiced"
    gone = manager.do("delivery", delivery, "hand_over", signature=signed)
    assert (gone["status"], bool(gone["handed_over_at"])) == ("handed_over", True)
    sold = manager.now("sales_order", invoiced)
    assert (sold["status"], bool(sold["vehicle"]["id"])) == ("delivered", True)
    # One that was left unfinished before is finished on its own; the order is as it was.
    with tenant_context(cast.stores["north"]):
        Delivery.objects.filter(id=delivery["id"]).update(status="ready", handed_over_at=None)
    assert manager.do("delivery", delivery, "hand_over")["status"] == "handed_over"
    assert manager.now("sales_order", invoiced)["version"] == sold["version"]
    reopened = manager.do("promise", promise, "reopen")
    assert (reopened["status"], reopened["settled_at"]) == ("open", None)


def test_each_department_writes_its_stream_and_the_customer_sees_how_far_it_is(cast, seller, lot, invoiced):  # noqa: F811
    manager, advisor = seller(), seller("advisor")
    mine = str(cast.people["advisor"].id)
    delivery = manager.create("delivery", order=invoiced["id"], owner=mine)["record"]
    assert advisor.change("delivery", delivery, 403, pdi="done")["error"]["code"] == "field_not_writable"
    advisor.change("delivery", delivery, plates="doing", gifts="not_needed")
    said = {"customer": lot["customer"], "order": invoiced["id"]}
    manager.create("promise", what="赠送首保", kind="service", owner=mine, **said)
    own = manager.ask("get", f"{RECORDS}/promise?limit=1")["rows"][0]
    assert advisor.change("promise", own, 403, blocks=False)["error"]["code"] == "field_not_writable"
    shared = advisor.do("delivery", delivery, "share")
    beside = manager.ask("get", f"{RECORDS}/sales_order/{invoiced['id']}")["related"]
    (named,) = next(one for one in beside if one["entity"] == "delivery")["rows"]
    assert named["order_number"] == invoiced["number"]
    page = Client().get(f"/d/{shared['token']}?lang=zh")
    told = page.content.decode()
    assert all(one in told for one in ("上牌资料", "进行中", "已完成 0 / 5 项", "赠送首保"))
    # What is open of a step has not begun, of a promise is still to be kept.
    assert (told.count("未开始"), told.count("待兑现")) == (4, 1)
    assert "李四" not in told
    assert len(page.content) < 20_000
    assert Client().get(f"/d/{'A' * 42}").status_code == 404
    # Who promised it says that it is kept, and not that it need not be.
    offered = advisor.offered("promise", own)
    assert ("keep" in offered, {"waive", "break"} & set(offered)) == (True, set())
    assert advisor.do("promise", own, "waive", 403, outcome="客户不要了")["code"] == "field_not_writable"
    refused = advisor.change("promise", advisor.now("promise", own), 422, order=None)
    assert why(refused["error"]) == {"order": "promise_of_order"}
    # A delivery that was called off stands in the way, and doesn't take what is in the way with it.
    advisor.do("delivery", delivery, "cancel", note="客户退车")
    assert Client().get(f"/d/{shared['token']}").status_code == 404
    told = manager.do("sales_order", invoiced, "deliver", 409, delivered_on=str(clock.today()))["params"]["why_zh"]
    assert all(one in told for one in ("交付已取消", "承诺未兑现：赠送首保"))
    assert advisor.do("delivery", delivery, "reopen")["status"] == "preparing"


def test_what_was_done_to_a_car_that_is_given_back_is_not_done_to_the_next(seller, lot, order):  # noqa: F811
    manager, made = seller(), order("manager", deposit=None)
    manager.do("sales_order", made, "approve", approved_discount="0")
    manager.do("sales_order", made, "allocate", car=lot["car"])
    delivery = manager.create("delivery", order=made["id"])["record"]
    manager.change("delivery", delivery, pdi="done", accessories="not_needed", insurance="done")
    manager.do("sales_order", made, "release_car", release_reason="换一台")
    now = manager.now("delivery", delivery)
    assert (now["pdi"], now["accessories"], now["insurance"], now["status"]) == (
        "open", "not_needed", "done", "preparing",
    )  # fmt: skip
    manager.do("sales_order", made, "cancel", cancel_reason="不买了", deposit_outcome="none")
    assert manager.now("delivery", delivery)["status"] == "cancelled"


def test_gifts_of_a_quote_are_promises_once_it_is_accepted(year, seller, quote):  # noqa: F811
    advisor, manager = seller("advisor"), seller()
    add(advisor, quote, "gift", "400", quantity=2)
    add(advisor, quote, "accessory", "600")
    advisor.do("quote", quote, "submit")
    manager.do("quote", quote, "approve", approval_note="同意")
    advisor.do("quote", quote, "send", valid_until="2026-03-09")
    accepted = advisor.do("quote", quote, "accept")
    rule = {"field": "order", "operator": "=", "value": accepted["order"]["id"]}
    where = {"filter": json.dumps({"combinator": "and", "rules": [rule]})}
    rows = advisor.client.get(f"{RECORDS}/promise", where).json()["rows"]
    assert [(row["what"], row["kind"], row["status"]) for row in rows] == [("gift × 2", "gift", "open")]
