import datetime as dt

import pytest

from chezhan.catalogue.periods import PERIODS

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
