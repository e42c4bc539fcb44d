"""Text to expression, without running anything and without recursion."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from lark import Lark
from lark.exceptions import UnexpectedInput, UnexpectedToken
from pydantic import ValidationError

from chezhan.expressions import ast
from chezhan.expressions.errors import FormulaSyntax, InvalidExpression
from chezhan.expressions.formula.building import Builder
from chezhan.expressions.formula.words import CLOSED, END, EXPECTED, QUOTES
from chezhan.expressions.limits import FORMULA, measure, plain_text, too_large


@dataclass(frozen=True, slots=True)
class Formula:
    """`positions`: line and column (from 1) by the id() of each part, for `resolve`."""

    text: str
    expression: ast.Node
    positions: Mapping[int, tuple[int, int]] = field(compare=False, repr=False)


def read_formula(text: str) -> Formula:
    """Raises FormulaSyntax with line, column, what was expected and found; ExpressionTooLarge; InvalidExpression."""
    if len(text) > FORMULA:
        raise too_large("formula", FORMULA)
    builder = Builder()
    try:
        expression = builder.transform(_parser().parse(plain_text(text)))
    except ValidationError:
        raise InvalidExpression("A part of the formula is too long.") from None
    except UnexpectedInput as fault:
        raise _refusal(text, fault) from None
    measure(expression)
    return Formula(text, expression, builder.positions)


@cache
def _parser() -> Lark:
    grammar = (Path(__file__).parent / "grammar.lark").read_text(encoding="utf-8")
    return Lark(grammar, parser="lalr", lexer="contextual", propagate_positions=True, maybe_placeholders=True)


def _refusal(text: str, fault: UnexpectedInput) -> FormulaSyntax:
    token = fault.token if isinstance(fault, UnexpectedToken) else None
    at_end = token is not None and token.type == "$END"
    start = len(text) if at_end else fault.pos_in_stream or 0
    found = str(token)[:40] if token is not None else text[start]
    accepted = _accepted_after(text[:start])
    line, column = _end_of(text) if at_end else (fault.line, fault.column)
    words = _words(accepted)
    if found[:1] in QUOTES:
        words = [CLOSED]
    expected, expected_zh = " / ".join(en for en, _ in words), "、".join(zh for _, zh in words)
    found, found_zh = END if at_end else (found, found)
    return FormulaSyntax(
        f"Line {line}, column {column}: expected {expected}, found {found}.",
        params={
            "line": line, "column": column, "expected": expected, "expected_zh": expected_zh,
            "found": found, "found_zh": found_zh,
        },
    )  # fmt: skip


def _accepted_after(text: str) -> set[str]:
    """What could follow; `text` itself can be read."""
    state = _parser().parse_interactive(text)
    state.exhaust_lexer()
    return state.accepts()


def _words(terminals: set[str]) -> list[tuple[str, str]]:
    """A sign and a parenthesis go without saying where a value or an operator may stand."""
    words = list(dict.fromkeys(EXPECTED[name] for name in EXPECTED if name in terminals))
    plain = [word for word in words if word not in (EXPECTED["MINUS"], EXPECTED["LPAR"])]
    return plain or words


def _end_of(text: str) -> tuple[int, int]:
    lines = text.split("\n")
    return len(lines), len(lines[-1]) + 1
