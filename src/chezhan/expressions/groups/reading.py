"""A rule group becomes an expression; what it does not understand, it refuses. Meaning is checked by `resolve`."""

from typing import Any, cast, get_args

import orjson
from pydantic import ValidationError

from chezhan.expressions import ast
from chezhan.expressions.ast import TAKES
from chezhan.expressions.errors import InvalidFilter, InvalidValue, UnknownField, UnknownOperator
from chezhan.expressions.limits import LISTED, NAME, RULE_DEPTH, RULES
from chezhan.expressions.numbers import read_number
from chezhan.kernel.errors import AppError

OPERATORS = frozenset(get_args(ast.Operator))
FOLDS = frozenset(get_args(ast.Fold))
TEXT = 200


def read_group(data: Any) -> ast.And | ast.Or | ast.Not:
    """`data`: a group as JSON text or already parsed; empty text means every record. Empty groups say nothing, and
    fall away. Raises InvalidFilter, InvalidValue, UnknownOperator or UnknownField (a name that can't be one)."""
    if isinstance(data, str | bytes):
        if not data:
            return ast.And(conditions=())
        try:
            data = orjson.loads(data)
        except orjson.JSONDecodeError:
            raise InvalidFilter from None
    try:
        return _Reader().group(data, depth=1)
    except ValidationError:
        raise InvalidFilter from None


class _Reader:
    def __init__(self) -> None:
        self.rules = 0

    def group(self, data: Any, *, depth: int) -> ast.And | ast.Or | ast.Not:
        if not isinstance(data, dict) or data.get("combinator") not in ("and", "or") or depth > RULE_DEPTH:
            raise InvalidFilter
        rules, negated = data.get("rules"), data.get("not", False)
        if not isinstance(rules, list) or not isinstance(negated, bool):
            raise InvalidFilter
        self.rules += len(rules)
        if self.rules > RULES:
            raise InvalidFilter(f"A filter has at most {RULES} conditions.", params={"limit": RULES})
        parts = [self.part(rule, depth=depth) for rule in rules]
        conditions = tuple(part for part in parts if not _says_nothing(part))
        group = (ast.And if data["combinator"] == "and" else ast.Or)(conditions=conditions)
        return ast.Not(condition=group) if negated and conditions else group

    def part(self, rule: Any, *, depth: int) -> Any:
        if isinstance(rule, dict) and "rules" in rule:
            return self.group(rule, depth=depth + 1)
        return self.rule(rule, depth=depth)

    def rule(self, data: Any, *, depth: int) -> ast.Comparison:
        if not isinstance(data, dict):
            raise InvalidFilter
        name, operator = data.get("field"), data.get("operator")
        if not isinstance(name, str) or not 0 < len(name) <= NAME or "\x00" in name:
            raise UnknownField(params={"field": str(name)[:40]})
        if not isinstance(operator, str) or operator not in OPERATORS:
            raise UnknownOperator(params={"field": name[:40], "operator": str(operator)[:40]})
        left = self.aggregate(name, data, depth=depth) if "aggregate" in data else ast.Field(name=name)
        return ast.Comparison(operator=cast(ast.Operator, operator), left=left, values=_values(name, operator, data))

    def aggregate(self, name: str, data: dict, *, depth: int) -> ast.Aggregate:
        function, where, period = data["aggregate"], data.get("where"), data.get("period")
        if function not in FOLDS or not isinstance(period, str | None):
            raise InvalidFilter
        inner = None if where is None else self.group(where, depth=depth + 1)
        if inner is not None and _says_nothing(inner):
            inner = None
        return ast.Aggregate(function=function, name=name, where=inner, period=(period or "")[:NAME] or None)


def _says_nothing(part: Any) -> bool:
    return isinstance(part, ast.And | ast.Or) and not part.conditions


def _values(name: str, operator: str, data: dict) -> tuple[Any, ...]:
    value: Any = data.get("value")
    params = {"field": name[:40], "operator": operator, "takes": TAKES.get(operator, "one"), "type": ""}
    try:
        match operator:
            case "null" | "notNull":
                return ()
            case "during":
                return (ast.Period(name=value),)
            case "between":
                first, last = value if isinstance(value, list) else str(value).split(",")
                return (_one(first, data), _one(last, data))
            case "in" | "notIn":
                return (ast.Items(items=_listed(value)),)
        return (_one(value, data),)
    except (ValueError, TypeError, AppError):
        raise InvalidValue(params=params) from None


def _listed(value: Any) -> tuple[Any, ...]:
    if not isinstance(value, list) or not 0 < len(value) <= LISTED:
        raise ValueError("a list")
    return tuple(_literal(one) for one in value)


def _one(value: Any, data: dict) -> Any:
    if data.get("valueSource") == "field":
        return ast.Field(name=value)
    return _literal(value)


def _literal(value: Any) -> Any:
    if isinstance(value, bool):
        return ast.Boolean(value=value)
    if isinstance(value, int | float):
        return ast.Number(value=read_number(value))
    if not isinstance(value, str) or len(value) > TEXT:
        raise ValueError("a text of at most 200 characters")
    return ast.Text(value=value)
