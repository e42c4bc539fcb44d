"""An old car pays for a new one once: for one order, off what is due or as a payment, and only if the store buys it."""

import datetime as dt
from decimal import Decimal

import pytest

from chezhan.kernel import clock
from chezhan.modules.sales.models import SalesOrder
from chezhan.modules.used.models import UsedCar
from tenants.backfilling import fill_stores
from tenants.context import tenant_context
from tenants.models import Backfill
from tenants.roles import OWNER
from tests.integration.modules.sales.conftest import RECORDS, lot, seller  # noqa: F401

TODAY, LAST = str(clock.today()), str(clock.today() + dt.timedelta(days=9))
OLD_VIN = "LSVAA49J132047371"


@pytest.fixture(autouse=True)
def nothing_filled_in():
    yield
    Backfill.objects.using(OWNER).all().delete()


def sent(boss, lot, car):  # noqa: F811
    """A quote with the car's offer, as it goes to the customer."""
    quote = boss.create("quote", trim=lot["trim"], customer=lot["customer"])["record"]
    boss.do("used_car", car, "offer", offer_price="55000", offer_until=LAST, subsidy="3000", quote=quote["id"])
    boss.do("quote", quote, "submit")
    boss.do("quote", quote, "approve", approval_note="好")
    boss.do("quote", quote, "send", valid_until=LAST)
    return quote


def test_an_old_car_pays_for_one_new_car_once_and_only_if_it_is_bought(cast, seller, lot):  # noqa: F811
    boss, north = seller(), cast.stores["north"]
    told = {"brand": "大众", "series": "朗逸", "source": "trade_in", "seller": lot["customer"], "vin": OLD_VIN}
    car, twin = (boss.create("used_car", **told)["record"] for _ in range(2))
    for one in (car, twin):
        boss.do("used_car", one, "appraise", appraised_price="62000", grade="B", km=78_000)
    # Two quotes may count on it, one order does: by this appraisal, or by another of the same car.
    first, second, third = sent(boss, lot, car), sent(boss, lot, car), sent(boss, lot, twin)
    order = boss.now("sales_order", boss.do("quote", first, "accept")["order"])
    due = Decimal(order["total"])
    assert order["trade_in"] == "55000.00"
    for quote, named in ((second, car), (third, twin)):
        refused = boss.do("quote", quote, "accept", 409)
        assert (refused["code"], refused["params"]["car"]) == ("trade_in_taken", named["number"])
        assert order["number"] in refused["params"]["why_zh"]
    # Orders of before are told what was taken off them.
    with tenant_context(north):
        assert SalesOrder.objects.update(trade_in=None) == 1
    fill_stores()
    # What is off the total is not paid once more; what is really paid is.
    twice = boss.pay(order, "1", method="trade_in", status=409)
    assert (twice["code"], twice["params"]) == ("trade_in_twice", {"trade_in": "55000.00"})
    boss.pay(order, "100000")
    # The car goes nowhere while the old one is not the store's, and is not slipped out of the deal.
    boss.do("sales_order", order, "allocate", car=lot["car"])
    boss.do("sales_order", order, "invoice", invoice_no="26330001")
    with tenant_context(north):
        SalesOrder.objects.get().car.__class__.objects.update(certificate="released")
    refused = boss.do("sales_order", order, "deliver", 409)
    assert refused["code"] == "hand_over_blocked"
    assert f"置换旧车 {car['number']} 未收购" in refused["params"]["why_zh"]
    slipped = boss.change("used_car", boss.now("used_car", car), 422, order=None)["error"]["params"]["rows"][0]
    assert slipped["code"] == "used_car_in_deal"
    boughts = {"bought_on": TODAY, "seller": lot["customer"], "vin": OLD_VIN}
    cheap = boss.do("used_car", car, "buy", 409, purchase_price="54999", **boughts)
    assert (cheap["code"], cheap["params"]) == ("used_below_credit", {"credit": "55000.00"})
    # One that is deleted is missed, and one that is not bought after all is paid for in money.
    boss.ask("post", f"{RECORDS}/used_car/delete", {"ids": [car["id"]]})
    assert "已删除" in boss.do("sales_order", order, "deliver", 409)["params"]["why_zh"]
    boss.ask("post", f"{RECORDS}/used_car/bring-back", {"ids": [car["id"]]})
    boss.do("used_car", car, "decline", declined_for="车主不卖了")
    order = boss.now("sales_order", order)
    assert (Decimal(order["total"]), order["trade_in"]) == (due + 58_000, None)
    with tenant_context(north):
        assert UsedCar.objects.get(id=car["id"]).order_id is None
    assert boss.do("quote", second, "accept", 409)["params"]["why_zh"] == "已记为未成交"
    boss.pay(order, "55000", method="trade_in")
    assert boss.do("sales_order", order, "deliver")["status"] == "delivered"
