"""What an expression becomes in SQL, where it matters beyond its answer."""

import datetime as dt
from dataclasses import replace

import pytest
from django.db import connections, transaction
from django.db.models import F, Q, Value
from django.db.models.lookups import Exact

from chezhan.expressions import FieldRef, Kind, build_condition, build_value, read_formula, resolve, within_time
from chezhan.expressions.errors import ExpressionTooSlow, NeedsHistory
from tests.factories.motor_pool import Car, Garage, Job, PoolSchema, rows_of

TODAY = dt.date(2024, 2, 29)
NOW = dt.datetime(2024, 2, 29, 3, tzinfo=dt.UTC)


def typed(text, schema=None):
    return resolve(read_formula(text).expression, schema or PoolSchema(), today=TODAY, now=NOW)


def where(text, schema=None) -> str:
    return str(rows_of(Car).filter(build_condition(typed(text, schema))).query).partition(" WHERE ")[2]


@pytest.fixture
def cars(pool):
    garage = rows_of(Garage).create(name="安和")
    cars = [rows_of(Car).create(name=name, plate=plate, garage=garage) for name, plate in (("a", "沪A"), ("b", None))]
    rows_of(Job).create(car=cars[0], title="x")
    return cars


def names(condition) -> list[str]:
    return sorted(rows_of(Car).filter(condition).values_list("name", flat=True))


@pytest.mark.parametrize(
    "text", ['not plate = "x"', 'plate != "x"', 'plate not in ("x")', 'not garage.name contains "x"']
)
def test_django_adds_no_condition_of_its_own(pool, text):
    assert "NULL" not in where(text)


@pytest.mark.parametrize(
    "text", ["seen_at = 2024-01-05", "seen_at during this_year", 'seen_at > dateadd(today(), -7, "days")']
)
def test_a_moment_beside_a_known_day_stands_bare(pool, text):
    assert "AT TIME ZONE" not in where(text)
    assert "::timestamptz" in where(text)


def test_what_is_known_is_said_once(pool):
    assert "2024-01-29" in where('bought_on > dateadd(today(), -1, "months")')
    assert "make_interval" not in where('bought_on > dateadd(today(), -1, "months")')


def test_an_expression_sorts_and_groups(cars):
    value = build_value(typed("concat(name, count(jobs))"))
    assert list(rows_of(Car).order_by(value.desc()).values_list("name", flat=True)) == ["b", "a"]
    grouped = rows_of(Car).values(kind=build_value(typed('if(count(jobs) > 0, "busy", "free")')))
    assert sorted(grouped.annotate(last=F("kind")).distinct().values_list("kind", flat=True)) == ["busy", "free"]


def test_of_rows_that_nobody_may_see_there_are_none(cars):
    class Closed(PoolSchema):
        def collection(self, name):
            return replace(super().collection(name), rows=lambda: rows_of(Job).none())

    closed = Closed()
    assert names(build_condition(typed("count(jobs) = 0 and sum(jobs.cost) = 0", closed))) == ["a", "b"]
    assert names(build_condition(typed("max(jobs.title) is null", closed))) == ["a", "b"]
    assert names(build_condition(typed("count(jobs) = 1"))) == ["a"]


def test_a_field_may_bring_its_own_condition(cars):
    asked = []

    def condition(operator, values):
        asked.append((operator, values))
        return Exact(F("name"), Value("a"))

    sealed = FieldRef(
        name="plate", kind=Kind.TEXT, expression=F("plate"), operators=frozenset({"=", "endsWith"}), condition=condition
    )
    schema = PoolSchema(instead={"plate": sealed})
    assert names(build_condition(typed('plate = "沪A"', schema))) == ["a"]
    assert names(~Q(build_condition(typed('plate ends with "A"', schema)))) == ["b"]
    assert asked == [("=", ("沪A",)), ("endsWith", ("A",))]


def test_a_title_is_what_contains_looks_into(cars):
    title = FieldRef(name="garage_name", kind=Kind.TEXT, expression=F("garage__name"))
    link = FieldRef(name="garage_link", kind=Kind.ID, expression=F("garage_id"), title=title)
    schema = PoolSchema(instead={"owner": link})
    assert names(build_condition(typed('owner contains "安"', schema))) == ["a", "b"]
    assert names(build_condition(typed(f'owner = "{cars[0].garage_id}"', schema))) == ["a", "b"]


def test_a_change_is_no_condition_on_rows():
    with pytest.raises(NeedsHistory):
        build_condition(typed("changed(name)"))


def test_a_statement_that_takes_too_long_is_ended_by_name(cast):
    with transaction.atomic(using="owner"), connections["owner"].cursor() as cursor:
        with (
            pytest.raises(ExpressionTooSlow),
            transaction.atomic(using="owner"),
            within_time(seconds=0.05, using="owner"),
        ):
            cursor.execute("SELECT pg_sleep(5)")
        with within_time(using="owner"):
            cursor.execute("SELECT 1")
        cursor.execute("SHOW statement_timeout")
        assert cursor.fetchone() == ("0",)
