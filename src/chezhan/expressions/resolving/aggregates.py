"""count, sum, avg, min and max over the records that belong to one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from chezhan.expressions import ast, limits
from chezhan.expressions.errors import CollectionWithoutDate, NeedsCollection
from chezhan.expressions.fitting import fit, mismatch
from chezhan.expressions.kinds import Kind
from chezhan.expressions.operations.logic import AND
from chezhan.expressions.resolving.paths import find_collection
from chezhan.expressions.schema import Schema
from chezhan.expressions.typed import Apply, Folded, Typed

NESTED = 2
ORDERED = (Kind.NUMBER, Kind.DATE, Kind.DATETIME, Kind.TEXT, Kind.CHOICE)


@dataclass
class Counting:
    """How many aggregates an expression has, and how deep they stand in one another."""

    all: int = 0
    depth: int = 0


def aggregate(node: ast.Aggregate, schema: Schema, *, counting: Counting, inside: Callable[[Schema], Any]) -> Typed:
    """`inside` answers a resolver for the rows' own schema."""
    counting.all += 1
    counting.depth += 1
    if counting.all > limits.COLLECTIONS or counting.depth > NESTED:
        raise limits.too_large("collections", limits.COLLECTIONS if counting.all > limits.COLLECTIONS else NESTED)
    collection, steps, rest = find_collection(schema, node.name)
    rows = inside(collection.schema)
    if (node.function == "count") == bool(rest):
        raise NeedsCollection(params={"field": node.name[:80], "function": node.function})
    value = _value(node.function, rows.of(ast.Field(name=rest))) if rest else None
    where = rows.condition(node.where, what="where") if node.where is not None else None
    if node.period is not None:
        if not collection.dated:
            raise CollectionWithoutDate(params={"field": node.name[:80]})
        dated = ast.Comparison(
            operator="during", left=ast.Field(name=collection.dated), values=(ast.Period(name=node.period),)
        )
        during = rows.of(dated)
        where = during if where is None else Apply(AND, (during, where), Kind.BOOLEAN)
    counting.depth -= 1
    kind = value.kind if value is not None and node.function in ("min", "max") else Kind.NUMBER
    return Folded(node.function, collection, steps, value, where, kind)


def _value(function: str, value: Typed) -> Typed:
    if function in ("sum", "avg"):
        return fit(value, Kind.NUMBER, what=function)
    if value.kind not in ORDERED:
        raise mismatch(function, ORDERED, value.kind)
    return value
