"""An expression that has the shape of rules becomes a rule group again."""

import datetime as dt
from typing import Any

from chezhan.expressions import ast
from chezhan.expressions.errors import NotARuleGroup
from chezhan.expressions.numbers import number_text

Group = dict[str, Any]


def write_group(expression: ast.Node) -> Group:
    """`read_group` of it means the same. Raises NotARuleGroup for what rules can't say: calculations, say."""
    match expression:
        case ast.And() | ast.Or():
            return {"combinator": expression.type, "rules": [_part(one) for one in expression.conditions]}
        case ast.Not():
            inner = expression.condition
            if isinstance(inner, ast.And | ast.Or) and inner.conditions:
                return write_group(inner) | {"not": True}
            return {"combinator": "and", "rules": [_part(inner)], "not": True}
    return {"combinator": "and", "rules": [_part(expression)]}


def _part(node: ast.Node) -> Group:
    match node:
        case ast.And() | ast.Or() | ast.Not():
            return write_group(node)
        case ast.Comparison():
            return _left(node.left) | {"operator": node.operator} | _right(node)
    raise NotARuleGroup(params={"part": type(node).model_fields["type"].default})


def _left(node: ast.Node) -> Group:
    match node:
        case ast.Field():
            return {"field": node.name}
        case ast.Aggregate():
            rule: Group = {"field": node.name, "aggregate": node.function}
            if node.where is not None:
                rule["where"] = write_group(node.where)
            return rule | ({"period": node.period} if node.period else {})
    raise NotARuleGroup(params={"part": type(node).model_fields["type"].default})


def _right(node: ast.Comparison) -> Group:
    values = [_value(one) for one in node.values]
    if all(isinstance(one, ast.Field) for one in node.values) and values:
        return {"value": values if len(values) > 1 else values[0], "valueSource": "field"}
    if any(isinstance(one, ast.Field) for one in node.values):
        raise NotARuleGroup(params={"part": "field"})
    if not values:
        return {"value": None}
    return {"value": values if len(values) > 1 else values[0]}


def _value(node: ast.Node) -> Any:
    match node:
        case ast.Number():
            return int(node.value) if node.value == node.value.to_integral_value() else number_text(node.value)
        case ast.Text() | ast.Boolean():
            return node.value
        case ast.Date() | ast.Moment():
            value: dt.date = node.value
            return value.isoformat()
        case ast.Period() | ast.Field():
            return node.name
        case ast.Items():
            return [_value(one) for one in node.items]
    raise NotARuleGroup(params={"part": type(node).model_fields["type"].default})
