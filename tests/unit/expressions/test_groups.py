"""Rule groups, to expressions and back."""

import json

import pytest

from chezhan.expressions import ast, read_formula, read_group, write_formula, write_group
from chezhan.expressions.errors import InvalidFilter, InvalidValue, NotARuleGroup, UnknownField, UnknownOperator
from chezhan.kernel.errors import AppError


def rule(field="brand", operator="=", value="BMW", **more):
    return {"field": field, "operator": operator, "value": value, **more}


def group(*rules, combinator="and", **more):
    return {"combinator": combinator, "rules": list(rules), **more}


ROUND = [
    group(rule()),
    group(rule(), rule("price", "between", [1, "2.5"]), combinator="or"),
    group(group(rule(), combinator="or"), rule("vehicle.brand", "in", ["a", "b"]), **{"not": True}),
    group(rule("ordered_on", "during", "last_month"), rule("plate", "null", None)),
    group(rule("sold", "=", True), rule("price", ">", "cost", valueSource="field")),
    group(rule("jobs", ">=", 2, aggregate="count", period="last_365_days", where=group(rule("kind", "=", "body")))),
    group(rule("jobs.cost", "<", 100, aggregate="sum")),
    group(group(rule(), rule(), combinator="or", **{"not": True})),
]


@pytest.mark.parametrize("data", ROUND)
def test_a_group_comes_back_as_it_was(data):
    assert write_group(read_group(json.dumps(data))) == data


@pytest.mark.parametrize("data", ROUND)
def test_a_group_is_a_formula_too(data):
    text = write_formula(read_group(data))
    assert write_formula(read_formula(text).expression) == text


def test_empty_groups_say_nothing():
    empty = group(**{"not": True})
    assert read_group("") == read_group(empty) == ast.And(conditions=())
    assert read_group(group(empty, rule(), combinator="or")) == read_group(group(rule(), combinator="or"))


@pytest.mark.parametrize("text", ["price + 1 > 2", "if(a, b, c)", "price > 1 + 1", "count(jobs)"])
def test_what_rules_cannot_say_is_refused(text):
    with pytest.raises(NotARuleGroup):
        write_group(read_formula(text).expression)


def deep(count):
    data = group(rule())
    for _ in range(count):
        data = group(data)
    return data


@pytest.mark.parametrize(
    ("data", "refusal"),
    [
        ("{", InvalidFilter),
        ([], InvalidFilter),
        ({"combinator": "xor", "rules": []}, InvalidFilter),
        (group(1), InvalidFilter),
        (group(**{"not": "yes"}), InvalidFilter),
        (deep(5), InvalidFilter),
        (group(*[rule()] * 101), InvalidFilter),
        (group(rule(aggregate="median")), InvalidFilter),
        (group(rule(aggregate="count", where=deep(4))), InvalidFilter),
        (group(rule(field=None)), UnknownField),
        (group(rule(field="a" * 201)), UnknownField),
        (group(rule(operator="regex")), UnknownOperator),
        (group(rule(operator=["="])), UnknownOperator),
        (group(rule(value={"a": 1})), InvalidValue),
        (group(rule(value="a" * 201)), InvalidValue),
        (group(rule(value=float("inf"))), InvalidValue),
        (group(rule(operator="in", value=[])), InvalidValue),
        (group(rule(operator="in", value=["a"] * 501)), InvalidValue),
        (group(rule(operator="between", value=[1])), InvalidValue),
        (group(rule(operator="during", value=None)), InvalidValue),
    ],
)
def test_what_is_not_understood_is_refused(data, refusal):
    with pytest.raises(refusal):
        read_group(data)


@pytest.mark.parametrize("name", ["na\ud800me", "na\x00me", "a" * 300])
def test_a_name_that_cannot_be_one_is_refused(name):
    for given in (rule(field=name), rule(value=name, valueSource="field"), rule(field=name, aggregate="count")):
        with pytest.raises(AppError):
            read_group(group(given))
