"""A quote from a lead to the order: it adds up in the database, is approved, sent, replaced by versions, accepted."""

import json
from decimal import Decimal

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from chezhan.kernel import clock
from chezhan.modules.quotes.models import QuoteLine
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
from tests.integration.modules.sales.conftest import RECORDS

LINES = f"{RECORDS}/quote_line"


def lines(someone, quote) -> dict[str, Decimal]:
    rule = {"field": "quote", "operator": "=", "value": quote["id"]}
    found = someone.client.get(LINES, {"filter": json.dumps({"combinator": "and", "rules": [rule]})}).json()["rows"]
    return {row["kind"]: Decimal(row["amount"]) for row in found}


def add(someone, quote, kind, price, status=201, **values):
    return someone.create("quote_line", status, quote=quote["id"], kind=kind, name=kind, unit_price=price, **values)


def test_a_quote_begins_from_the_lead_with_car_and_tax_and_adds_up(year, cast, seller, lot, quote):
    advisor = seller("advisor")
    # Half of 159800 / 1.13 × 10 %.
    assert lines(advisor, quote) == {"car": Decimal(159800), "purchase_tax": Decimal("7070.79")}
    assert (quote["number"], quote["revision"]) == ("Q20260302-0001", 1)
    assert quote["customer"]["id"] == lot["customer"]
    assert advisor.now("lead", quote["lead"])["status"] == "quoted"
    add(advisor, quote, "discount", "4800")
    add(advisor, quote, "accessory", "600", quantity=3)
    add(advisor, quote, "gift", "2000")
    now = advisor.now("quote", quote)
    assert lines(advisor, quote)["purchase_tax"] == Decimal("6858.40")
    assert (Decimal(now["total"]), Decimal(now["car_price"])) == (Decimal("163658.40"), Decimal(155000))
    assert (Decimal(now["discount"]), Decimal(str(now["discount_rate"]))) == (Decimal(4800), Decimal("4.26"))
    add(advisor, quote, "car", "1", status=409)
    with tenant_context(cast.stores["north"]):
        QuoteLine.objects.filter(kind="car").delete()
    assert advisor.do("quote", quote, "submit", 409)["code"] == "quote_without_car"


def test_the_way_to_pay_follows_the_price_and_has_to_fit_it(year, seller, quote):
    advisor = seller("advisor")

    def plan(**values):
        now = advisor.now("quote", quote)
        told = advisor.change("quote", now, **values)["record"] if values else now
        return told["financed"], told["monthly"]

    assert plan(pay_by="loan", down_payment="59800") == (None, None)
    assert advisor.do("quote", quote, "submit", 422)["code"] == "finance_terms_unfit"
    assert (
        advisor.change("quote", advisor.now("quote", quote), 422, months=121)["error"]["params"]["rows"][0]["field"]
        == "months"
    )
    assert plan(months=36, rate="3.6") == ("100000.00", "2934.64")
    add(advisor, quote, "discount", "50000")
    assert plan() == ("50000.00", "1467.32")
    assert plan(down_payment="200000") == (None, None)
    assert plan(pay_by="cash") == (None, None)
    assert advisor.do("quote", quote, "submit")["status"] == "submitted"


def test_a_quote_that_was_sent_stays_and_a_version_follows_it(year, cast, seller, lot, quote):
    advisor, manager = seller("advisor"), seller()
    assert advisor.do("quote", quote, "send", 409, valid_until="2026-03-09")["code"] == "illegal_move"
    advisor.do("quote", quote, "submit")
    assert add(advisor, quote, "gift", "1", status=409)["error"]["code"] == "quote_not_a_draft"
    with tenant_context(cast.stores["north"]), pytest.raises(IntegrityError, match="draft"), transaction.atomic():
        QuoteLine.objects.filter(kind="car").update(unit_price=1)
    assert advisor.do("quote", quote, "approve", 403, approval_note="好")["code"] == "field_not_writable"
    manager.do("quote", quote, "approve", approval_note="同意")
    assert advisor.do("quote", quote, "send", 409, valid_until="2026-03-01")["code"] == "quote_over"
    sent = advisor.do("quote", quote, "send", valid_until="2026-03-09")
    page = Client().get(f"/q/{sent['token']}?lang=zh")
    assert page.status_code == 200
    told = page.content.decode()
    assert all(one in told for one in (sent["number"], "¥159,800.00", "¥166,870.79", "2026-03-09", "海豹 550 尊贵型"))
    assert len(page.content) < 20_000
    assert "李" not in told
    advisor.do("quote", quote, "revise")
    assert Client().get(f"/q/{sent['token']}").status_code == 404
    assert Client().get(f"/q/{'A' * 42}").status_code == 404
    later = advisor.ask("get", f"{RECORDS}/quote?sort=-revision&limit=1")["rows"][0]
    assert (later["number"], later["revision"], later["status"]) == (sent["number"], 2, "draft")
    assert lines(advisor, later) == lines(advisor, quote)


def test_what_is_accepted_becomes_an_order_that_is_approved(year, cast, seller, lot, quote):
    advisor, manager = seller("advisor"), seller()
    add(advisor, quote, "discount", "4800")
    advisor.change("quote", advisor.now("quote", quote), deposit="5000")
    advisor.do("quote", quote, "submit")
    manager.do("quote", quote, "approve", approval_note="同意")
    advisor.do("quote", quote, "send", valid_until="2026-03-09")
    accepted = advisor.do("quote", quote, "accept")
    order = advisor.now("sales_order", accepted["order"])
    assert (order["status"], order["price"], order["total"]) == ("approved", "155000.00", "161858.40")
    assert (order["approved_discount"], order["deposit"], order["brand"]) == ("4800.00", "5000.00", "比亚迪试")
    assert advisor.now("lead", quote["lead"])["status"] == "won"
    assert advisor.do("quote", quote, "accept", 409)["code"] == "illegal_move"
    with tenant_context(cast.stores["north"]):
        assert SalesOrder.objects.count() == 1


def test_a_lead_that_buys_becomes_a_customer_once(seller, lot):
    advisor, manager = seller("advisor"), seller()
    said = {"contact_name": "周先生", "phone": "13800138077", "channel": "walk_in"}

    def bought(**values):
        made = advisor.create("quote", trim=lot["trim"], **values)["record"]
        advisor.do("quote", made, "submit")
        manager.do("quote", made, "approve", approval_note="同意")
        advisor.do("quote", made, "send", valid_until=str(clock.today()))
        return made

    nobody = bought()
    assert advisor.do("quote", nobody, "accept", 409)["code"] == "quote_of_nobody"
    first, again, wife = [
        advisor.do("quote", bought(lead=advisor.create("lead", **told)["record"]["id"]), "accept")["customer"]["id"]
        for told in (said, said, {**said, "contact_name": "吴女士"})
    ]
    known = advisor.now("customer", {"id": first})
    assert (known["name"], known["phone"]) == ("周先生", "13800138077")
    # A phone that two share makes them no one person.
    assert (again == first, wife == first) == (True, False)


def test_ways_to_pay_are_told_to_who_sees_quotes_with_the_tax_as_headquarters_amends_it(year, seller):
    path = "/api/store/quotes/ways-to-pay"
    plans = [{"kind": "cash"}, {"kind": "loan", "down": "50000", "months": 36, "rate": "3.99"}]
    body = {"price": "150000", "energy": "phev", "plans": plans, "insurance": "5000", "registration": "500"}
    told = seller("advisor").ask("post", path, body)
    assert (told["tax"]["due"], told["plans"][0]["total"]) == ("6637.17", "162137.17")
    rule = {"name": "试", "first_on": "2026-01-01", "last_on": "2026-12-31", "share": "100", "cap": "20000"}
    seller().create("purchase_tax_rule", **rule, source="公告")
    assert seller("advisor").ask("post", path, body)["tax"] == {
        "full": "13274.34", "relief": "13274.34", "due": "0.00", "source": "公告",
    }  # fmt: skip
    unfit = {**body, "plans": [{"kind": "loan", "down": "150001", "months": 12}]}
    assert seller("advisor").ask("post", path, unfit, status=422)["error"]["code"] == "finance_terms_unfit"
    asked = {"monthly": "3000", "terms": {"kind": "loan", "down": "50000", "months": 36, "rate": "3.99"}}
    price = seller("advisor").ask("post", "/api/store/quotes/price-of-payment", asked)["price"]
    assert Decimal(price) == Decimal("151627.61")
    assert clock.today().year == 2026
