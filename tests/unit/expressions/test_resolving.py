"""What fits where, and how the rest is refused."""

import datetime as dt
from pathlib import Path

import pytest
from django.db.models import F

from chezhan.expressions import FieldRef, Kind, evaluate, read_formula, resolve
from chezhan.expressions.errors import (
    CollectionWithoutDate,
    ExpressionTooLarge,
    FieldNotUsable,
    InvalidValue,
    KindMismatch,
    NeedsCollection,
    UnknownField,
    UnknownFunction,
    UnknownOperator,
    WrongArguments,
)
from chezhan.expressions.functions import FUNCTIONS, describe
from tests.factories.motor_pool import PoolSchema

TODAY = dt.date(2024, 2, 29)
NOW = dt.datetime(2024, 2, 29, 3, tzinfo=dt.UTC)
MASKED = FieldRef(
    name="plate", kind=Kind.TEXT, expression=F("plate"), operators=frozenset({"=", "in", "null"}), opaque=True
)


def meaning(text, *, schema=None, kind=None):
    formula = read_formula(text)
    return resolve(
        formula.expression, schema or PoolSchema(), today=TODAY, now=NOW, kind=kind, positions=formula.positions
    )


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("price * 2", Kind.NUMBER),
        ("garage.name", Kind.TEXT),
        ("seen_at", Kind.DATETIME),
        ("coalesce(seen_at, bought_on)", Kind.DATE),
        ('if(sold, state, "x")', Kind.TEXT),
        ("if(sold, price)", Kind.NUMBER),
        ("price", Kind.NUMBER),
        ("max(jobs.done_on)", Kind.DATE),
        ("count(garage.cars)", Kind.NUMBER),
        ("max(jobs.cost where car.price > 1)", Kind.NUMBER),
        ("sum(jobs.cost within this_year)", Kind.NUMBER),
        ('bought_on > "2024-01-31"', Kind.BOOLEAN),
        ('price in ("5", 6)', Kind.BOOLEAN),
        ("changed(state from \"new\")", Kind.BOOLEAN),
        ("null", Kind.NULL),
    ],
)  # fmt: skip
def test_an_expression_has_the_kind_of_its_values(text, kind):
    assert meaning(text).kind is kind


@pytest.mark.parametrize(
    ("text", "refusal", "params"),
    [
        ("nope", UnknownField, {"field": "nope", "line": 1, "column": 1}),
        ("price +\nnope", UnknownField, {"line": 2, "column": 1}),
        ("garage.nope", UnknownField, {"field": "garage.nope"}),
        ("garage.garage.name", UnknownField, {}),
        ("price.name", UnknownField, {}),
        ("jobs.cost", UnknownField, {}),
        ("{__class__}", UnknownField, {}),
        ("garage__name", UnknownField, {}),
        ("eval(price)", UnknownFunction, {"function": "eval"}),
        ("rond(price)", UnknownFunction, {"similar": "round"}),
        ("__import__(price)", UnknownFunction, {}),
        ("round()", WrongArguments, {"usage": "round(number, [places])"}),
        ("round(price, 11)", WrongArguments, {}),
        ("round(price, mileage)", WrongArguments, {}),
        ('dateadd(bought_on, 1, "hours")', WrongArguments, {}),
        ("today(1)", WrongArguments, {}),
        ("price + name", KindMismatch, {"what": "+", "expected": "number", "found": "text", "found_zh": "文字"}),
        ("name + 1", KindMismatch, {}),
        ("len(price)", KindMismatch, {"what": "len(text)"}),
        ("price and sold", KindMismatch, {"what": "and", "expected": "boolean"}),
        ("if(price, 1, 2)", KindMismatch, {}),
        ('if(sold, price, bought_on)', KindMismatch, {}),
        ("price > bought_on", KindMismatch, {}),
        ("sum(jobs.title)", KindMismatch, {"what": "sum"}),
        ("max(jobs.paid)", KindMismatch, {}),
        ("count(jobs where cost)", KindMismatch, {}),
        ('price contains "5"', UnknownOperator, {"field": "price", "operator": "contains"}),
        ("sold > true", UnknownOperator, {"fits": "= != null notNull"}),
        ('state begins with "n"', UnknownOperator, {}),
        ('price > "cheap"', InvalidValue, {"field": "price", "operator": ">", "type": "number"}),
        ("name = 5", InvalidValue, {}),
        ('state = "nope"', InvalidValue, {}),
        ('owner = "me"', InvalidValue, {}),
        ("name = null", InvalidValue, {}),
        ("bought_on during ever", InvalidValue, {}),
        ("count(price)", NeedsCollection, {}),
        ("count(jobs.cost)", NeedsCollection, {}),
        ("sum(jobs)", NeedsCollection, {}),
        ("sum(garage.rating)", NeedsCollection, {}),
        ("sum(nope.cost)", UnknownField, {}),
        ("count(garage.cars within this_year)", CollectionWithoutDate, {}),
        ("count(jobs where nope = 1)", UnknownField, {}),
        (" + ".join(["count(jobs)"] * 11), ExpressionTooLarge, {"what": "collections"}),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_refused_by_name(text, refusal, params):
    with pytest.raises(refusal) as refused:
        meaning(text)
    assert params.items() <= refused.value.params.items()


def test_the_whole_may_have_to_be_a_condition():
    assert meaning("sold", kind=Kind.BOOLEAN)
    with pytest.raises(KindMismatch):
        meaning("price", kind=Kind.BOOLEAN)


@pytest.mark.parametrize("text", ['plate = "x"', 'plate in ("x", "y")', "plate is null", 'garage.name = "x"'])
def test_a_restricted_field_is_compared_as_it_may_be(text):
    assert meaning(text, schema=PoolSchema(instead={"plate": MASKED}))


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ('plate begins with "x"', UnknownOperator),
        ('plate > "x"', UnknownOperator),
        ("plate = name", InvalidValue),
        ("name = plate", FieldNotUsable),
        ("plate & name", FieldNotUsable),
        ("left(plate, 1)", FieldNotUsable),
        ("isblank(plate)", FieldNotUsable),
        ("if(sold, plate)", FieldNotUsable),
        ("changed(plate)", FieldNotUsable),
        ("plate", FieldNotUsable),
    ],
)
def test_a_restricted_field_serves_nothing_else(text, refusal):
    with pytest.raises(refusal):
        meaning(text, schema=PoolSchema(instead={"plate": MASKED}))


def test_a_field_reads_the_values_it_is_compared_with():
    def digits(value):
        return {"138-0013": "1380013"}[value]

    phone = FieldRef(name="plate", kind=Kind.TEXT, expression=F("plate"), read=digits)
    schema = PoolSchema(instead={"plate": phone})
    found = meaning('plate = "138-0013"', schema=schema)
    assert evaluate(found, {"plate": "1380013"}) is True
    with pytest.raises(InvalidValue):
        meaning('plate = "other"', schema=schema)


@pytest.mark.parametrize("one", describe(), ids=lambda one: one["name"] + one["group"])
def test_every_function_is_told_in_both_languages_with_an_example_that_reads(one):
    assert one["description"]["zh"] and one["description"]["en"] and one["aliases"] and one["usage"]
    assert read_formula(one["example"])


def test_no_two_functions_share_a_word():
    words = [word for one in FUNCTIONS.values() for word in (one.name, *one.aliases)]
    assert len(words) == len(set(words))


def test_the_handbook_lists_every_function():
    handbook = (Path(__file__).parents[3] / "docs/formulas.md").read_text()
    for one in describe():
        assert f"| `{one['usage']}` | {'、'.join(one['aliases'])} | {one['description']['zh']} |" in handbook
