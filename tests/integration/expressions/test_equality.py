"""The interpreter and PostgreSQL give one answer, whatever the expression and the rows."""

import datetime as dt

import pytest
from django.db.models import Q
from hypothesis import HealthCheck, given, settings

from chezhan.expressions import Kind, build_condition, build_value, evaluate, resolve
from tests.factories.motor_pool import Car, PoolSchema, rows_of
from tests.factories.random_expressions import VALUES, expressions
from tests.factories.random_pool import keep, records_of, worlds

TODAY = dt.date(2024, 2, 29)
NOW = dt.datetime(2024, 2, 29, 3, 4, 5, tzinfo=dt.UTC)
UNHURRIED = settings(
    max_examples=120, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True, database=None
)


@pytest.mark.parametrize("kind", VALUES)
def test_both_answer_alike(pool, kind):
    @UNHURRIED
    @given(expression=expressions(kind), world=worlds())
    def check(expression, world):
        typed = resolve(expression, PoolSchema(), today=TODAY, now=NOW)
        keep(world)
        records = records_of(world)
        expected = {thing.id: evaluate(typed, records[thing.id]) for thing in world if isinstance(thing, Car)}
        found = dict(rows_of(Car).annotate(x=build_value(typed)).values_list("id", "x"))
        assert found == expected
        if kind is Kind.BOOLEAN:
            condition = build_condition(typed)
            assert set(rows_of(Car).filter(condition).values_list("id", flat=True)) == _those(expected, True)
            assert set(rows_of(Car).filter(~Q(condition)).values_list("id", flat=True)) == _those(expected, False)

    check()


def _those(answers: dict, answer: bool) -> set:
    return {key for key, value in answers.items() if value is answer}
