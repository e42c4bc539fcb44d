"""What a referred friend gets off is a line of their quotes, whichever comes first, and goes into the order."""

from decimal import Decimal

import pytest

from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from tenants.context import tenant_context
from tests.integration.engines.forms.conftest import RECORDS, Colleague
from tests.integration.modules.used.test_used_cars import day, do

LINES = f"{RECORDS}/quote_line?fields=kind,name,amount,quote"


@pytest.fixture
def boss(sign_in):
    return Colleague(sign_in("manager", store="north"))


def test_a_friends_discount_is_a_line_of_each_quote_in_draft(cast, boss):
    with tenant_context(cast.stores["north"]):
        series = Series.objects.create(name="海豚", brand=Brand.objects.create(name="比亚迪"))
        trim = Trim.objects.create(name="海豚 420KM", energy="bev", guide_price=100_000, series=series)
        referrer = Customer.objects.create(name="周芷若")
        lead = Lead.objects.create(contact_name="赵敏", owner=cast.people["manager"].id)

    def off(quote):
        rows = boss.ask("get", LINES)["rows"]
        return [one["amount"] for one in rows if one["kind"] == "subsidy" and one["quote"]["id"] == quote["id"]]

    early = boss.create("quote", trim=str(trim.id), lead=str(lead.id))["record"]
    assert off(early) == []
    told = boss.create("referral", referrer=str(referrer.id), lead=str(lead.id), friend_discount="500")["record"]
    assert off(early) == ["-500.00"]
    boss.change("referral", told, friend_discount="800")
    assert off(early) == ["-800.00"]
    # A new quote has it at once; its next version has it once.
    quote = boss.create("quote", trim=str(trim.id), lead=str(lead.id))["record"]
    assert off(quote) == ["-800.00"]
    for verb, values in (("submit", {}), ("approve", {"approval_note": "好"}), ("revise", {})):
        do(boss, quote, verb, entity="quote", **values)
    (later,) = [
        one
        for one in boss.ask("get", f"{RECORDS}/quote?fields=number,revision,previous")["rows"]
        if one["revision"] == 2
    ]
    assert off(later) == ["-800.00"]
    for verb, values in (("submit", {}), ("approve", {"approval_note": "好"}), ("send", {"valid_until": day(5)})):
        do(boss, later, verb, entity="quote", **values)
    # What went out is as it was.
    referral = boss.ask("get", f"{RECORDS}/referral/{told['id']}")["record"]
    boss.change("referral", referral, friend_discount="900")
    assert (off(later), off(early)) == (["-800.00"], ["-900.00"])
    total = Decimal(boss.ask("get", f"{RECORDS}/quote/{later['id']}")["record"]["total"])
    do(boss, later, "accept", entity="quote")
    with tenant_context(cast.stores["north"]):
        order = SalesOrder.objects.get()
        assert (order.price, order.total) == (Decimal(100_000), total)
