"""From lark's tree to the expression; each method is a rule of the grammar."""

import re
from collections.abc import Sequence
from typing import Any, cast

from lark import Token, Tree
from lark.visitors import Transformer_NonRecursive

from chezhan.expressions import ast
from chezhan.expressions.days import read_date, read_moment
from chezhan.expressions.errors import WrongArguments
from chezhan.expressions.formula.words import CANONICAL, COMPARED, SEARCHED, SIGNS
from chezhan.expressions.limits import LISTED, too_large
from chezhan.expressions.numbers import read_number
from chezhan.kernel.errors import AppError

ESCAPES = {'\\"': '"', "\\\\": "\\", "\\n": "\n", "\\r": "\r", "\\t": "\t"}
Parts = Sequence[Any]


class Builder(Transformer_NonRecursive):
    """One for each formula: it gathers the positions."""

    def __init__(self) -> None:
        super().__init__()
        self.positions: dict[int, tuple[int, int]] = {}

    def _call_userfunc(self, tree: Tree, new_children: list | None = None) -> Any:
        parts = new_children if new_children is not None else tree.children
        at = (tree.meta.line, tree.meta.column) if not tree.meta.empty else (1, 1)
        try:
            built = getattr(self, str(tree.data))(parts)
        except AppError as refusal:
            refusal.params = {"line": at[0], "column": at[1]} | refusal.params
            raise
        if isinstance(built, ast.Node):
            self.positions.setdefault(id(built), at)
        return built

    def start(self, parts: Parts) -> Any:
        return parts[0]

    def inner(self, parts: Parts) -> Any:
        return parts[1]

    def any(self, parts: Parts) -> ast.Or:
        return ast.Or(conditions=tuple(parts[::2]))

    def all(self, parts: Parts) -> ast.And:
        return ast.And(conditions=tuple(parts[::2]))

    def negated(self, parts: Parts) -> ast.Not:
        return ast.Not(condition=parts[1])

    def compared(self, parts: Parts) -> ast.Comparison:
        left, word, right = parts
        known = " ".join(word.lower().split())
        return _comparison(SEARCHED.get(known) or COMPARED.get(known, known), left, right)

    def listed(self, parts: Parts) -> ast.Comparison:
        negated = parts[1].lower().startswith(("not", "不"))
        return _comparison("notIn" if negated else "in", parts[0], ast.Items(items=parts[3]))

    def items(self, parts: Parts) -> tuple:
        items = tuple(parts[::2])
        if len(items) > LISTED:
            raise too_large("list", LISTED)
        if any(isinstance(one, ast.Null) for one in items):
            raise WrongArguments("A list holds no null.", params={"function": "in", "usage": "in (value, …)"})
        return items

    def between(self, parts: Parts) -> ast.Comparison:
        return _comparison("between", parts[0], parts[2], parts[4])

    def emptiness(self, parts: Parts) -> ast.Comparison:
        word = parts[1].lower()
        return _comparison("notNull" if "not" in word or word.startswith("不") else "null", parts[0])

    def during(self, parts: Parts) -> ast.Comparison:
        return _comparison("during", parts[0], ast.Period(name=parts[2]))

    def calculated(self, parts: Parts) -> ast.Arithmetic:
        left, sign, right = parts
        return ast.Arithmetic(operator=cast(ast.Sign, SIGNS.get(sign, str(sign))), left=left, right=right)

    def negative(self, parts: Parts) -> ast.Number | ast.Negative:
        value = parts[1]
        positive = isinstance(value, ast.Number) and value.value > 0
        return ast.Number(value=-value.value) if positive else ast.Negative(value=value)

    def negative_number(self, parts: Parts) -> ast.Number:
        return ast.Number(value=-read_number(str(parts[1])))

    def field(self, parts: Parts) -> ast.Field:
        return ast.Field(name=parts[0])

    def name(self, parts: Parts) -> str:
        token = str(parts[0])
        return token[1:-1].strip() or token if token.startswith("{") else token

    def call(self, parts: Parts) -> ast.Call | ast.Case:
        name = CANONICAL.get(parts[0].lower(), str(parts[0]))
        arguments = tuple(one for one in parts[2:-1] if one is not None and not isinstance(one, Token))
        return _case(arguments) if name == "if" else ast.Call(function=name, arguments=arguments)

    def aggregate(self, parts: Parts) -> ast.Aggregate:
        word, _, name, _, period, _, where, _ = parts
        return ast.Aggregate(function=cast(ast.Fold, CANONICAL[word.lower()]), name=name, period=period, where=where)

    def changed(self, parts: Parts) -> ast.Changed:
        _, _, name, _, before, _, after, _ = parts
        return ast.Changed(field=name, before=before, after=after)

    def literal(self, parts: Parts) -> Any:
        token = parts[0]
        return LITERALS[token.type](str(token))


def _comparison(operator: str, left: Any, *values: Any) -> ast.Comparison:
    return ast.Comparison(operator=cast(ast.Operator, operator), left=left, values=values)


def _case(arguments: tuple) -> ast.Case:
    if len(arguments) < 2:
        raise WrongArguments(params={"function": "if", "usage": "if(condition, value, …, [otherwise])"})
    pairs = zip(arguments[::2], arguments[1::2], strict=False)
    otherwise = arguments[-1] if len(arguments) % 2 else None
    return ast.Case(branches=tuple(ast.Branch(when=when, then=then) for when, then in pairs), otherwise=otherwise)


def _string(token: str) -> ast.Text:
    if token.startswith("“"):
        return ast.Text(value=token[1:-1])
    return ast.Text(value=re.sub(r"\\.", lambda escape: ESCAPES[escape.group()], token[1:-1]))


LITERALS = {
    "NUMBER": lambda token: ast.Number(value=read_number(token)),
    "STRING": _string,
    "DATE": lambda token: ast.Date(value=read_date(token)),
    "MOMENT": lambda token: ast.Moment(value=read_moment(token)),
    "TRUE": lambda _: ast.Boolean(value=True),
    "FALSE": lambda _: ast.Boolean(value=False),
    "NULL": lambda _: ast.Null(),
}
