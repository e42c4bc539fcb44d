from decimal import Decimal

from chezhan.headquarters.comparison.contracts import Tally


def test_an_average_is_rounded_half_up_as_invoices_are():
    assert Tally(units=2, revenue=Decimal("0.05")).average_price == Decimal("0.03")


def test_nothing_has_no_average():
    assert Tally().average_price is None


def test_a_tally_adds_up_in_all_and_by_month():
    tally = Tally()
    for month, revenue in (("2023-01", 10), ("2023-02", 20), ("2023-01", 30)):
        tally.add(month=month, units=1, revenue=Decimal(revenue))
    assert (tally.units, tally.revenue) == (3, Decimal(60))
    assert tally.months == {"2023-01": (2, Decimal(40)), "2023-02": (1, Decimal(20))}
