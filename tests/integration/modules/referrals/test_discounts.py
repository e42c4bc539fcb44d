"""What a referred friend gets off is a line of their quotes, whichever comes first, and goes into the order."""

from decimal import Decimal

import pytest

from chezhan.modules.leads.models import Lead
from chezhan.modules.library.models import Brand, Series, Trim
from chezhan.modules.parties.models import Customer
from chezhan.modules.sales.models import SalesOrder
from tenants.backfilling import fill_stores
from tenants.context import tenant_context
from tenants.models import Backfill
from tenants.roles import OWNER
from tests.integration.engines.forms.conftest import RECORDS, Colleague
from tests.integration.modules.used.test_used_cars import day, do

LINES = f"{RECORDS}/quote_line?fields=kind,name,amount,quote"


@pytest.fixture(autouse=True)
def nothing_filled_in():
    yield
    Backfill.objects.using(OWNER).all().delete()


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
    for payer, amount in (("maker", "1000"), (None, "200")):
        boss.create(
            "quote_line", quote=later["id"], kind="subsidy", name="补贴", unit_price=amount,
            **({"payer": payer} if payer else {}),
        )  # fmt: skip
    for verb, values in (("submit", {}), ("approve", {"approval_note": "好"}), ("send", {"valid_until": day(5)})):
        do(boss, later, verb, entity="quote", **values)
    # What went out is as it was.
    referral = boss.ask("get", f"{RECORDS}/referral/{told['id']}")["record"]
    boss.change("referral", referral, friend_discount="900")
    assert (set(off(later)), off(early)) == ({"-800.00", "-200.00", "-1000.00"}, ["-900.00"])
    total = Decimal(boss.ask("get", f"{RECORDS}/quote/{later['id']}")["record"]["total"])
    do(boss, later, "accept", entity="quote")
    with tenant_context(cast.stores["north"]):
        order = SalesOrder.objects.get()
        assert (order.price, order.total) == (Decimal(100_000), total)
        # Orders of before are told; what the store pays of it is not in the margin, and what the maker pays is.
        SalesOrder.objects.update(store_subsidy=None, cost=90_000)
    fill_stores()
    told = boss.ask("get", f"{RECORDS}/sales_order/{order.id}")["record"]
    assert (order.store_subsidy, told["store_subsidy"], told["margin"]) == (1_000, "1000.00", "9000.00")
