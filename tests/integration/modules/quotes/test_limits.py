"""What is given away with a quote counts against the limits, whatever line it is hidden in."""

from decimal import Decimal

from chezhan.modules.library.models import Trim
from tenants.context import tenant_context
from tests.integration.modules.quotes.test_quotes import add, lines


def test_no_line_hides_what_is_given_away(year, seller, quote):
    advisor, manager = seller("advisor"), seller()

    def rate() -> Decimal:
        return Decimal(str(advisor.now("quote", quote)["discount_rate"]))

    now = advisor.now("quote", quote)
    assert advisor.change("quote", now, 403, guide_price="100000")["error"]["code"] == "field_not_writable"
    assert rate() == 0
    # 2 % of 159,800 is 3,196: a yuan more passes the limit.
    add(advisor, quote, "discount", "3196")
    assert rate() == 2
    gift = add(advisor, quote, "gift", "1")["record"]
    assert rate() == Decimal("2.01")
    advisor.change("quote_line", gift, kind="subsidy", unit_price="1598")
    assert rate() == 3
    add(advisor, quote, "trade_in", "7990")
    told = advisor.now("quote", quote)
    assert (rate(), told["given"], told["discount"]) == (8, "12784.00", "3196.00")
    add(advisor, quote, "accessory", "999")
    assert rate() == 8
    manager.change("quote", manager.now("quote", quote), guide_price="319600")
    assert rate() == 54


def test_a_draft_for_another_trim_has_that_ones_price_and_tax(year, cast, seller, lot, quote):
    advisor = seller("advisor")
    with tenant_context(cast.stores["north"]):
        series = Trim.objects.get(id=lot["trim"]).series_id
        other = Trim.objects.create(series_id=series, name="海狮 07", guide_price="300000", energy="petrol")
    add(advisor, quote, "discount", "6000")
    told = advisor.change("quote", advisor.now("quote", quote), trim=str(other.id))["record"]
    assert (told["guide_price"], told["car_price"], Decimal(told["discount_rate"])) == ("300000.00", "294000.00", 2)
    # 294000 / 1.13 × 10 %, and no relief for petrol.
    assert lines(advisor, quote)["purchase_tax"] == Decimal("26017.70")


def test_a_quote_that_comes_to_less_than_nothing_goes_nowhere(year, seller, quote):
    advisor = seller("advisor")
    off = add(advisor, quote, "trade_in", "170000")["record"]
    refused = advisor.do("quote", quote, "submit", 409)
    assert (refused["code"], refused["params"]["total"]) == ("quote_below_nothing", "-3129.21")
    advisor.change("quote_line", off, unit_price="1000")
    assert advisor.do("quote", quote, "submit")["status"] == "submitted"
