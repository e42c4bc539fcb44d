"""Expression to text, with as few parentheses as it takes."""

import re
from collections.abc import Callable, Sequence
from typing import Any

from chezhan.expressions import ast
from chezhan.expressions.errors import InvalidExpression
from chezhan.expressions.numbers import number_text

OR, AND, NOT, COMPARED, SUM, PRODUCT, SIGNED, ATOM = range(8)
SEARCHED = {
    "contains": "contains", "doesNotContain": "not contains", "beginsWith": "begins with", "endsWith": "ends with",
}  # fmt: skip
PATH = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*")
# Where a value is expected these words are read as themselves.
TAKEN = {"not", "true", "false", "null"}
ESCAPED = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def write_formula(expression: ast.Node) -> str:
    """`read_formula` of it means the same. Raises InvalidExpression for a name that can't be written."""
    return _inside(expression, OR)


def _inside(node: ast.Node, level: int) -> str:
    """In parentheses when it binds less than its place does."""
    text, own = _written(node)
    return text if own >= level else f"({text})"


def _written(node: ast.Node) -> tuple[str, int]:
    """The text and how firmly it binds."""
    if write := BINDING.get(type(node)):
        return write(node)
    if write_atom := ATOMS.get(type(node)):
        return write_atom(node), ATOM
    raise InvalidExpression("This can't be written as a formula.")


def _arithmetic(node: ast.Arithmetic) -> tuple[str, int]:
    own = SUM if node.operator in "+-&" else PRODUCT
    return f"{_inside(node.left, own)} {node.operator} {_inside(node.right, own + 1)}", own


def _group(node: ast.Or | ast.And) -> tuple[str, int]:
    if not node.conditions:
        return "true", ATOM
    if len(node.conditions) == 1:
        return _written(node.conditions[0])
    own = OR if node.type == "or" else AND
    return f" {node.type} ".join(_inside(one, own + 1) for one in node.conditions), own


def _comparison(node: ast.Comparison) -> str:
    left = _inside(node.left, SUM)
    match node.operator:
        case "null" | "notNull":
            return f"{left} is {'not ' if node.operator == 'notNull' else ''}null"
        case "between":
            low, high = (_inside(one, SUM) for one in node.values)
            return f"{left} between {low} and {high}"
        case "in" | "notIn":
            return f"{left} {'not in' if node.operator == 'notIn' else 'in'} ({_listed(_items(node.values))})"
        case "during":
            return f"{left} during {', '.join(_name(one.name) for one in node.values if isinstance(one, ast.Period))}"
    return f"{left} {SEARCHED.get(node.operator, node.operator)} {_inside(_single(node), SUM)}"


def _single(node: ast.Comparison) -> ast.Node:
    if len(node.values) != 1:
        raise InvalidExpression("This comparison takes one value.")
    return node.values[0]


def _items(values: Sequence[ast.Node]) -> Sequence[ast.Node]:
    return values[0].items if len(values) == 1 and isinstance(values[0], ast.Items) else values


def _case(node: ast.Case) -> str:
    parts = [part for one in node.branches for part in (one.when, one.then)]
    return f"if({_listed([*parts, *([node.otherwise] if node.otherwise else [])])})"


def _aggregate(node: ast.Aggregate) -> str:
    period = f" within {_name(node.period)}" if node.period else ""
    where = f" where {_inside(node.where, OR)}" if node.where else ""
    return f"{node.function}({_name(node.name)}{period}{where})"


def _changed(node: ast.Changed) -> str:
    before = f" from {_inside(node.before, SUM)}" if node.before else ""
    after = f" to {_inside(node.after, SUM)}" if node.after else ""
    return f"changed({_name(node.field)}{before}{after})"


def _listed(nodes: Sequence[ast.Node]) -> str:
    return ", ".join(_inside(one, OR) for one in nodes)


def _name(name: str) -> str:
    if PATH.fullmatch(name) and name.lower() not in TAKEN:
        return name
    if not re.fullmatch(r"[^{}\n]+", name) or name != name.strip():
        raise InvalidExpression("This name can't be written in a formula.")
    return f"{{{name}}}"


BINDING: dict[type, Callable[[Any], tuple[str, int]]] = {
    ast.Or: _group,
    ast.And: _group,
    ast.Not: lambda node: (f"not {_inside(node.condition, NOT)}", NOT),
    ast.Comparison: lambda node: (_comparison(node), COMPARED),
    ast.Arithmetic: _arithmetic,
    ast.Negative: lambda node: (f"-{_inside(node.value, SIGNED)}", SIGNED),
    ast.Number: lambda node: (number_text(node.value), ATOM if node.value >= 0 else SIGNED),
}
ATOMS: dict[type, Callable[[Any], str]] = {
    ast.Text: lambda node: '"' + "".join(ESCAPED.get(one, one) for one in node.value) + '"',
    ast.Boolean: lambda node: "true" if node.value else "false",
    ast.Date: lambda node: node.value.isoformat(),
    ast.Moment: lambda node: node.value.isoformat(),
    ast.Null: lambda _: "null",
    ast.Field: lambda node: _name(node.name),
    ast.Case: _case,
    ast.Call: lambda node: f"{node.function}({_listed(node.arguments)})",
    ast.Aggregate: _aggregate,
    ast.Changed: _changed,
}
