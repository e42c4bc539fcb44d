import datetime as dt

import pytest

from chezhan.catalogue.periods import PERIODS
from chezhan.expressions.days import FIRST, LAST
from chezhan.expressions.periods import period_named

DAY = dt.date


@pytest.mark.parametrize(
    ("name", "today", "days"),
    [
        ("today", DAY(2024, 2, 29), (DAY(2024, 2, 29), DAY(2024, 2, 29))),
        ("yesterday", DAY(2024, 3, 1), (DAY(2024, 2, 29), DAY(2024, 2, 29))),
        ("this_week", DAY(2024, 3, 3), (DAY(2024, 2, 26), DAY(2024, 3, 3))),
        ("last_week", DAY(2024, 3, 4), (DAY(2024, 2, 26), DAY(2024, 3, 3))),
        ("this_month", DAY(2024, 2, 10), (DAY(2024, 2, 1), DAY(2024, 2, 29))),
        ("last_month", DAY(2024, 1, 31), (DAY(2023, 12, 1), DAY(2023, 12, 31))),
        ("this_quarter", DAY(2024, 5, 31), (DAY(2024, 4, 1), DAY(2024, 6, 30))),
        ("this_quarter", DAY(2024, 12, 31), (DAY(2024, 10, 1), DAY(2024, 12, 31))),
        ("last_quarter", DAY(2024, 2, 1), (DAY(2023, 10, 1), DAY(2023, 12, 31))),
        ("this_year", DAY(2024, 7, 1), (DAY(2024, 1, 1), DAY(2024, 12, 31))),
        ("last_year", DAY(2024, 7, 1), (DAY(2023, 1, 1), DAY(2023, 12, 31))),
        ("last_7_days", DAY(2024, 3, 3), (DAY(2024, 2, 26), DAY(2024, 3, 3))),
    ],
)
def test_a_period_has_its_first_and_last_day(name, today, days):
    assert PERIODS[name].days(today) == days


def test_every_quarter_ends_with_its_third_month():
    ends = {PERIODS["this_quarter"].days(DAY(2023, month, 15))[1] for month in range(1, 13)}
    assert ends == {DAY(2023, 3, 31), DAY(2023, 6, 30), DAY(2023, 9, 30), DAY(2023, 12, 31)}


@pytest.mark.parametrize(
    ("name", "days"),
    [
        ("last_45_days", (DAY(2024, 1, 17), DAY(2024, 3, 1))),
        ("next_30_days", (DAY(2024, 3, 1), DAY(2024, 3, 31))),
        ("before_1_days", (FIRST, DAY(2024, 2, 29))),
        ("after_60_days", (DAY(2024, 4, 30), LAST)),
        ("last_7_days", (DAY(2024, 2, 24), DAY(2024, 3, 1))),
        ("before_6_months", (FIRST, DAY(2023, 9, 1))),
        ("last_1_months", (DAY(2024, 2, 2), DAY(2024, 3, 1))),
        ("next_12_months", (DAY(2024, 3, 1), DAY(2025, 3, 1))),
    ],
)
def test_a_period_may_say_any_number_of_days(name, days):
    days_of = period_named(name)
    assert days_of is not None
    assert days_of(DAY(2024, 3, 1)) == days


@pytest.mark.parametrize(
    "name", ["last_0_days", "last_-1_days", "next_99999_days", "some_5_days", "last_5_days ", "last_5_years", ""]
)
def test_what_is_no_period_is_none(name):
    assert period_named(name) is None
