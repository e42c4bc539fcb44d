"""Ways to pay and purchase tax against figures worked by hand."""

import datetime as dt
from decimal import Decimal
from itertools import product

import pytest

from chezhan.modules.quotes.finance import Terms, Unpayable, monthly_of, plan_of, price_for
from chezhan.modules.quotes.tax import Relief, purchase_tax

D = Decimal


def test_a_loan_is_paid_in_equal_months():
    # 100,000 at 12 % over 12 months: the textbook's 8,884.88.
    plan = plan_of(
        price=D(150_000), terms=Terms(kind="loan", down=D(50_000), months=12, rate=D("0.12")), beside=D(8_000)
    )
    assert (plan.monthly, plan.at_once) == (D("8884.88"), D(58_000))
    assert (plan.total, plan.interest) == (D("164618.56"), D("6618.56"))


def test_a_balloon_leaves_the_last_payment_to_the_end():
    # Interest alone: 100,000 at 12 % with all of it at the end is 1,000 a month.
    assert monthly_of(financed=D(100_000), rate=D("0.12"), months=24, last=D(100_000)) == D("1000.00")
    lease = plan_of(price=D(100_000), terms=Terms(kind="lease", months=24, rate=D("0.12"), last=D(100_000), fee=D(500)))
    assert (lease.at_once, lease.total, lease.interest) == (D(500), D(124_500), D(24_500))


def test_without_interest_it_is_divided_and_cash_has_its_subsidy():
    free = plan_of(price=D(120_000), terms=Terms(kind="loan", down=D(24_000), months=24))
    assert (free.monthly, free.interest) == (D(4_000), D(0))
    thirds = plan_of(price=D(100_000), terms=Terms(kind="loan", months=3))
    assert (thirds.monthly, thirds.total, thirds.interest) == (D("33333.33"), D(100_000), D(0))
    cash = plan_of(price=D(120_000), terms=Terms(kind="cash", subsidy=D(3_000)), beside=D(10_000))
    assert (cash.total, cash.monthly, cash.months) == (D(127_000), D(0), 0)


def test_the_price_of_a_payment_is_the_loan_backwards():
    terms = Terms(kind="loan", down=D(50_000), months=12, rate=D("0.12"))
    price = price_for(monthly=D("8884.88"), terms=terms)
    assert abs(price - D(150_000)) < D("0.1")
    assert plan_of(price=price, terms=terms).monthly == D("8884.88")
    assert price_for(monthly=D(1_000), terms=Terms(kind="balloon", months=10, last=D(30_000))) == D(40_000)
    # A price that is found is one that can be paid for so, to the fen.
    for kind, months, rate, last in product(
        ("loan", "balloon", "lease"), (1, 12, 60), ("0", "0.0399", "0.5"), (0, 20_000)
    ):
        asked = Terms(kind=kind, down=D(30_000), months=months, rate=D(rate), last=D(last))
        plan = plan_of(price=price_for(monthly=D("2999.99"), terms=asked), terms=asked)
        assert abs(plan.monthly - D("2999.99")) <= D("0.01"), asked
    with pytest.raises(Unpayable):
        price_for(monthly=D(100), terms=Terms(kind="balloon", months=60, rate=D("0.12"), last=D(50_000)))


@pytest.mark.parametrize(
    "terms",
    [
        {"kind": "cash", "subsidy": D(101)},
        {"down": D(101)},
        {"months": 0},
        {"kind": "balloon", "last": D(101)},
        {"rate": D(-1)},
        {"down": D(-1)},
    ],
)
def test_terms_that_do_not_fit_are_refused(terms):
    with pytest.raises(Unpayable):
        plan_of(price=D(100), terms=Terms(**{"kind": "loan", "months": 12, **terms}))


@pytest.mark.parametrize(
    ("price", "energy", "day", "due"),
    [
        (113_000, "petrol", (2026, 3, 1), "10000.00"),
        (113_000, "hev", (2026, 3, 1), "10000.00"),
        (113_000, "bev", (2025, 12, 31), "0.00"),
        (113_000, "bev", (2026, 1, 1), "5000.00"),
        # 40,000 of tax: 30,000 at most let off in 2025, 15,000 in 2027, nothing in 2028.
        (452_000, "erev", (2025, 6, 1), "10000.00"),
        (452_000, "phev", (2027, 12, 31), "25000.00"),
        (452_000, "phev", (2028, 1, 1), "40000.00"),
        (0, "petrol", (2026, 1, 1), "0.00"),
        # The invoice says 53,097.35 without VAT: a fen more than the tenth of 53,097.345….
        (60_000, "petrol", (2026, 3, 1), "5309.74"),
    ],
)
def test_purchase_tax_is_by_price_energy_and_day(price, energy, day, due):
    assert purchase_tax(price=D(price), energy=energy, on=dt.date(*day)).due == D(due)


def test_what_headquarters_says_goes_before_what_ships():
    own = Relief(dt.date(2028, 1, 1), dt.date(2028, 12, 31), D("0.25"), D(5_000), "公告")
    tax = purchase_tax(price=D(113_000), energy="bev", on=dt.date(2028, 5, 1), amended=[own])
    assert (tax.full, tax.relief, tax.due, tax.source) == (D(10_000), D(2_500), D(7_500), "公告")
