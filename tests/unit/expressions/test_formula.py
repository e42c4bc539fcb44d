"""Formulas: how they read, how they are written, how a mistake is told."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from chezhan.expressions import ast, read_formula, write_formula
from chezhan.expressions.errors import ExpressionTooLarge, FormulaSyntax, WrongArguments
from chezhan.kernel.errors import AppError
from tests.factories.random_expressions import VALUES, expressions


@pytest.mark.parametrize(
    ("text", "same"),
    [
        ("1+2*3", "1 + 2 * 3"),
        ("(1+2)*3", "(1 + 2) * 3"),
        ("a - (b - c)", "a - (b - c)"),
        ("-(a + b)", "-(a + b)"),
        ("not a and b or c", "(not a and b) or c"),
        ("not (a and b)", "not (a and b)"),
        ("a 且 b 或 非 c", "a and b or not c"),
        ("如果（价格 ≥ 5，“好”，\"坏\"）", 'if({价格} >= 5, "好", "坏")'),
        ("IF(A, b, c, d)", "if(A, b, c, d)"),
        ("x ＝ 1 且 y ≠ 2", "x = 1 and y != 2"),
        ("price × 2 ÷ 3 － 1", "price * 2 / 3 - 1"),
        ("name 不包含 \"x\"", 'name not contains "x"'),
        ("plate  NOT  CONTAINS \"x\"", 'plate not contains "x"'),
        ("status in (\"a\", \"b\")", 'status in ("a", "b")'),
        ("a is not null", "a is not null"),
        ("计数(jobs 期内 last_365_days 其中 paid = 真)", "count(jobs within last_365_days where paid = true)"),
        ("最大值(a, b)", "max(a, b)"),
        ("max(jobs.cost)", "max(jobs.cost)"),
        ("有变化(status 从 \"a\" 到 \"b\")", 'changed(status from "a" to "b")'),
        ("count = year", "count = year"),
        ("{not} and {a}", "{not} and a"),
        ("on >= 2024-01-31", "on >= 2024-01-31"),
        ("日期差(today(), d, \"月\")", 'datediff(today(), d, "月")'),
        ("\"a\\\"b\\\\\\n\"", '"a\\"b\\\\\\n"'),
    ],
)  # fmt: skip
def test_a_formula_reads_as_it_says(text, same):
    assert read_formula(text).expression == read_formula(same).expression


@pytest.mark.parametrize("kind", VALUES)
def test_what_is_written_reads_as_the_same(kind):
    @settings(max_examples=60, deadline=None, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(expression=expressions(kind))
    def check(expression):
        text = write_formula(expression)
        assert write_formula(read_formula(text).expression) == text

    check()


@pytest.mark.parametrize(
    ("text", "line", "column", "expected", "found"),
    [
        ("1 +", 1, 4, "a value / a field", "the end"),
        ("a\n  = = 2", 2, 5, "a value / a field", "="),
        ("f(1", 1, 4, "an operator / and, or / ) / a comma", "the end"),
        ("a b", 1, 3, "an operator / and, or / the end", "b"),
        ("5e3", 1, 2, "an operator / and, or / the end", "e3"),
        ('"abc', 1, 1, "a text in double quotation marks, closed on the same line", '"'),
        ("а = 1", 1, 1, "a value / a field", "а"),
        ("count(jobs for)", 1, 12, ") / within / where", "for"),
    ],
)
def test_a_mistake_is_told_with_its_place(text, line, column, expected, found):
    with pytest.raises(FormulaSyntax) as refused:
        read_formula(text)
    params = refused.value.params
    assert (params["line"], params["column"], params["expected"], params["found"]) == (line, column, expected, found)
    assert params["expected_zh"]
    assert f"Line {line}, column {column}" in refused.value.message


def test_a_value_that_cannot_be_is_told_with_its_place():
    with pytest.raises(AppError) as refused:
        read_formula("price +\n 12345678901234567890")
    assert (refused.value.params["line"], refused.value.params["column"]) == (2, 2)


@pytest.mark.parametrize(
    "text",
    [
        "a" * 4001,
        "not " * 900 + "a",
        "(" * 1000 + "1+" * 1 + "1" + ")" * 1000 + "+1" * 900,
        "1" * 60,
        "f(" * 50 + ")" * 50,
    ],
)
def test_what_is_too_large_is_refused_by_name(text):
    with pytest.raises(ExpressionTooLarge):
        read_formula(text)


def test_if_takes_pairs():
    with pytest.raises(WrongArguments):
        read_formula("if(a)")


@settings(max_examples=300, deadline=None, derandomize=True, database=None)
@given(st.text(alphabet='ab1.,()+-*/%&=<>!"“” {}且或非在从到\\\n\tif(countwhere', max_size=30))
def test_any_text_is_read_or_refused(text):
    try:
        assert isinstance(read_formula(text).expression, ast.Node)
    except AppError as refused:
        assert refused.status == 422


@pytest.mark.parametrize(
    "text", ["a" * 201, f"max({'a.' * 150}a)", f'"{"a" * 1001}"', "{" + "a" * 200 + "} = a" + "b" * 200]
)
def test_a_part_that_is_too_long_is_refused(text):
    with pytest.raises(AppError):
        read_formula(text)
