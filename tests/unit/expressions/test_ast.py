"""What an expression may be in JSON, and how large."""

import datetime as dt
from decimal import Decimal

import pytest

from chezhan.expressions import ast, read_expression, write_expression
from chezhan.expressions.errors import ExpressionTooLarge, InvalidExpression
from chezhan.expressions.limits import DEPTH, LISTED, PARTS, TEXT

FIELD = {"type": "field", "name": "price"}


def test_what_was_written_is_read_again():
    expression = ast.Comparison(
        operator="between",
        left=ast.Field(name="vehicle.brand"),
        values=(ast.Date(value=dt.date(2024, 1, 31)), ast.Number(value=Decimal("1.50"))),
    )
    assert read_expression(write_expression(expression)) == expression


@pytest.mark.parametrize(("given", "kept"), [("1.50", "1.5"), (0.1, "0.1"), (-0.0, "0"), ("1e3", "1000"), (" 7 ", "7")])
def test_a_number_has_one_form(given, kept):
    assert write_expression(read_expression({"type": "number", "value": given}))["value"] == kept


@pytest.mark.parametrize(
    "data",
    [
        "{",
        "[]",
        {"type": "import", "name": "os"},
        {"type": "field", "name": "price", "extra": 1},
        {"type": "field", "name": ""},
        {"type": "field", "name": 7},
        {"type": "number", "value": "NaN"},
        {"type": "number", "value": "Infinity"},
        {"type": "number", "value": True},
        {"type": "number", "value": "1_000"},
        {"type": "boolean", "value": 1},
        {"type": "date", "value": 0},
        {"type": "date", "value": "0001-01-01"},
        {"type": "date", "value": "20240131"},
        {"type": "datetime", "value": 0},
        {"type": "text", "value": "a\x00"},
        {"type": "text", "value": "\ud800"},
        {"type": "list", "items": []},
        {"type": "comparison", "operator": "regex", "left": FIELD},
        {"type": "case", "branches": []},
    ],
)
def test_what_is_no_expression_is_refused(data):
    with pytest.raises(InvalidExpression):
        read_expression(data)


def test_a_refusal_tells_where_and_not_what():
    with pytest.raises(InvalidExpression) as refused:
        read_expression({"type": "not", "condition": {"type": "number", "value": ["secret"]}})
    assert "secret" not in str(refused.value.params) + refused.value.message


def nested(count):
    data = FIELD
    for _ in range(count):
        data = {"type": "not", "condition": data}
    return data


@pytest.mark.parametrize(
    ("what", "data"),
    [
        ("depth", nested(DEPTH)),
        ("depth", nested(5_000)),
        ("parts", {"type": "and", "conditions": [FIELD] * PARTS}),
        ("parts", {"type": "and", "conditions": [FIELD] * 100_000}),
        ("text", {"type": "text", "value": "a" * (TEXT + 1)}),
        ("number", {"type": "number", "value": "1e18"}),
        ("number", {"type": "number", "value": "0.00000000001"}),
        ("number", {"type": "number", "value": "1e-999999"}),
    ],
)
def test_what_is_too_large_is_refused_by_name(what, data):
    with pytest.raises(ExpressionTooLarge) as refused:
        read_expression(data)
    assert refused.value.params["what"] == what


def test_a_long_list_is_refused_by_name():
    items = {"type": "list", "items": [{"type": "number", "value": 1}] * (LISTED + 1)}
    with pytest.raises(ExpressionTooLarge):
        read_expression({"type": "comparison", "operator": "in", "left": FIELD, "values": [items]})


def test_what_fits_just_fits():
    assert read_expression(nested(DEPTH - 1))
