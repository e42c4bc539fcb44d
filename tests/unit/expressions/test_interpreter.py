"""What an expression says of one record. That PostgreSQL says the same is proved elsewhere."""

import datetime as dt
from decimal import Decimal

import pytest

from chezhan.expressions import evaluate, read_formula, resolve
from tests.factories.motor_pool import PoolSchema

TODAY = dt.date(2024, 2, 29)
NOW = dt.datetime(2024, 2, 29, 3, tzinfo=dt.UTC)
JOBS = [
    {"title": "a", "cost": Decimal(3), "paid": True, "done_on": dt.date(2024, 2, 1), "ended_at": None},
    {"title": "b", "cost": Decimal(4), "paid": None, "done_on": dt.date(2023, 2, 1), "ended_at": None},
    {"title": None, "cost": None, "paid": False, "done_on": None, "ended_at": None},
]
CAR = {
    "name": "比亚迪 Qin",
    "plate": None,
    "mileage": 7,
    "price": Decimal("-2.5"),
    "sold": None,
    "bought_on": dt.date(2023, 12, 31),
    # 00:30 of the 5th in Shanghai
    "seen_at": dt.datetime(2024, 1, 4, 16, 30, tzinfo=dt.UTC),
    "state": "",
    "tags": ["a"],
    "owner": None,
    "garage": None,
    "jobs": JOBS,
}


def value(text, *, before=None, **changes):
    typed = resolve(read_formula(text).expression, PoolSchema(), today=TODAY, now=NOW)
    return evaluate(typed, CAR | changes, before=before)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("1 / 3", "0.3333333333"),
        ("2 / 3", "0.6666666667"),
        ("1 / 0", None),
        ("mileage % 0", None),
        ("-7 % 3", "-1"),
        ("999999999999999999 + 1", None),
        ("999999999999 * 999999999999", None),
        ("round(price)", "-3"),
        ("round(2.45, 1)", "2.5"),
        ("floor(price)", "-3"),
        ("ceil(price)", "-2"),
        ("price + null", None),
        ("min(price, null, 3)", "-2.5"),
        ("len(name)", "7"),
        ("datediff(2024-02-29, 2023-02-28, \"years\")", "1"),
        ("datediff(2024-02-28, 2023-02-28, \"months\")", "12"),
        ("datediff(2023-02-28, 2024-02-29, \"months\")", "-12"),
        ("datediff(today(), bought_on, \"days\")", "60"),
        ("weekday(2024-03-03)", "7"),
        ("day(seen_at)", "5"),
        ("count(jobs)", "3"),
        ("count(jobs where paid)", "1"),
        ("count(jobs where not paid)", "1"),
        ("count(jobs within this_year)", "1"),
        ("sum(jobs.cost)", "7"),
        ("avg(jobs.cost)", "3.5"),
        ("max(jobs.cost where paid = false)", None),
        ("sum(jobs.cost where paid = false)", "0"),
        ("count(garage.cars)", "0"),
        ("garage.rating", None),
    ],
)  # fmt: skip
def test_numbers(text, answer):
    found = value(text)
    assert found == (None if answer is None else Decimal(answer))


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("sold", None),
        ("not sold", None),
        ("sold or true", True),
        ("sold and false", False),
        ("sold or false", None),
        ("plate = \"x\"", None),
        ("plate != \"x\"", None),
        ("plate not in (\"x\")", None),
        ("plate is null", True),
        ("state is null", True),
        ("isblank(state)", True),
        ("name contains \"QIN\"", True),
        ("name not contains \"q_n\"", True),
        ("name begins with \"比亚\"", True),
        ("name ends with \"IN\"", True),
        ("contains(name, \"迪\")", True),
        ("seen_at = 2024-01-05", True),
        ("seen_at = 2024-01-04", False),
        ("seen_at <= 2024-01-04", False),
        ("seen_at during this_year", True),
        ("seen_at > bought_on", True),
        ("tags contains \"a\"", True),
        ("tags in (\"b\", \"c\")", False),
        ("\"Z\" < \"a\"", True),
        ("if(sold, true, false)", False),
    ],
)  # fmt: skip
def test_conditions(text, answer):
    assert value(text) is answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("concat(name, plate, \"-\", price)", "比亚迪 Qin--2.5"),
        ("plate & 1.50", "1.5"),
        ("left(name, 2)", "比亚"),
        ("right(name, 3)", "Qin"),
        ("mid(name, 2, 2)", "亚迪"),
        ("left(name, -1)", None),
        ("upper(\"straße\")", "STRAßE"),
        ("trim(\"　a \")", "a"),
        ("coalesce(plate, name)", "比亚迪 Qin"),
        ("if(price > 0, \"A\", mileage = 7, \"B\", \"C\")", "B"),
        ("concat(seen_at)", "2024-01-05 00:30"),
    ],
)  # fmt: skip
def test_texts(text, answer):
    assert value(text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("dateadd(2024-01-31, 1, \"months\")", dt.date(2024, 2, 29)),
        ("dateadd(2024-02-29, -1, \"年\")", dt.date(2023, 2, 28)),
        ("dateadd(seen_at, 1.9, \"days\")", dt.date(2024, 1, 6)),
        ("dateadd(bought_on, 1000000000, \"days\")", None),
        ("dateadd(9998-12-31, 1, \"days\")", None),
        ("max(jobs.done_on)", dt.date(2024, 2, 1)),
    ],
)  # fmt: skip
def test_dates(text, answer):
    assert value(text) == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("changed(state)", True),
        ("changed(name)", False),
        ("changed(plate)", False),
        ("changed(state from \"new\")", True),
        ("changed(state from \"used\")", False),
        ("changed(state from \"new\" to \"used\")", True),
        ("changed(state to \"new\")", False),
        ("changed(state) and price < 0", True),
    ],
)  # fmt: skip
def test_changes(text, answer):
    assert value(text, before=CAR | {"state": "new"}, state="used") is answer


def test_a_new_record_changed_where_it_has_a_value():
    assert value("changed(name)") is True
    assert value("changed(plate)") is False
