"""Checks every part of an expression against a schema and says what it means."""

import datetime as dt
from collections.abc import Mapping
from functools import singledispatchmethod
from typing import Any

from chezhan.expressions import ast
from chezhan.expressions.errors import FieldNotUsable
from chezhan.expressions.fitting import fit, mismatch, unify
from chezhan.expressions.functions import function_named
from chezhan.expressions.functions.declaring import Clock
from chezhan.expressions.functions.texts import as_words
from chezhan.expressions.kinds import Kind
from chezhan.expressions.operations.arithmetic import ARITHMETIC, JOIN, NEGATIVE
from chezhan.expressions.operations.logic import AND, NOT, OR, choose
from chezhan.expressions.resolving.aggregates import Counting, aggregate
from chezhan.expressions.resolving.calls import call
from chezhan.expressions.resolving.comparisons import compare
from chezhan.expressions.resolving.folding import folded
from chezhan.expressions.resolving.paths import find_field
from chezhan.expressions.schema import Schema
from chezhan.expressions.typed import Apply, Constant, Differs, Read, Typed
from chezhan.kernel.errors import AppError

Positions = Mapping[int, tuple[int, int]]


def resolve(
    expression: ast.Node,
    schema: Schema,
    *,
    today: dt.date,
    now: dt.datetime,
    kind: Kind | None = None,
    positions: Positions | None = None,
) -> Typed:
    """`kind`: what the whole must be, if anything. `positions`: line and column by the id() of a part; a refusal then
    says where it is. Raises UnknownField, UnknownOperator, UnknownFunction, InvalidValue, KindMismatch,
    WrongArguments, FieldNotUsable, NeedsCollection, CollectionWithoutDate or ExpressionTooLarge.
    """
    typed = _Resolver(schema, Clock(today, now), positions or {}, Counting()).of(expression)
    return fit(typed, kind, what="result") if kind else typed


class _Resolver:
    def __init__(self, schema: Schema, clock: Clock, positions: Positions, counting: Counting) -> None:
        self.schema, self.clock, self.positions, self.counting = schema, clock, positions, counting

    def of(self, node: ast.Node) -> Typed:
        """With the refusal's place, if it has none yet."""
        try:
            return folded(self.resolved(node))
        except AppError as refusal:
            at = self.positions.get(id(node))
            if at and "line" not in refusal.params:
                refusal.params |= {"line": at[0], "column": at[1]}
            raise

    def condition(self, node: ast.Node, *, what: str) -> Typed:
        return fit(self.of(node), Kind.BOOLEAN, what=what)

    def inside(self, schema: Schema) -> "_Resolver":
        return _Resolver(schema, self.clock, self.positions, self.counting)

    @singledispatchmethod
    def resolved(self, node: Any) -> Typed:
        raise mismatch(type(node).__name__, [Kind.TEXT], Kind.NULL)

    @resolved.register
    def _(self, node: ast.Number | ast.Text | ast.Boolean | ast.Date | ast.Moment) -> Typed:
        return Constant(node.value, Kind(node.type))

    @resolved.register
    def _(self, node: ast.Null) -> Typed:
        return Constant(None, Kind.NULL)

    @resolved.register
    def _(self, node: ast.Field) -> Typed:
        found = find_field(self.schema, node.name)
        if found.ref.opaque:
            raise FieldNotUsable(params={"field": node.name})
        return found

    @resolved.register
    def _(self, node: ast.Comparison) -> Typed:
        left = find_field(self.schema, node.left.name) if isinstance(node.left, ast.Field) else self.of(node.left)
        values = [value for one in node.values for value in self.compared(one)]
        return compare(left, node.operator, values, today=self.clock.today)

    def compared(self, node: ast.Node) -> list[Typed]:
        if isinstance(node, ast.Items):
            return [self.of(one) for one in node.items]
        if isinstance(node, ast.Period):
            return [Constant(node.name, Kind.TEXT)]
        return [self.of(node)]

    @resolved.register
    def _(self, node: ast.And | ast.Or) -> Typed:
        if not node.conditions:
            return Constant(True, Kind.BOOLEAN)
        parts = tuple(self.condition(one, what=node.type) for one in node.conditions)
        return Apply(AND if node.type == "and" else OR, parts, Kind.BOOLEAN)

    @resolved.register
    def _(self, node: ast.Not) -> Typed:
        return Apply(NOT, (self.condition(node.condition, what="not"),), Kind.BOOLEAN)

    @resolved.register
    def _(self, node: ast.Arithmetic) -> Typed:
        left, right = self.of(node.left), self.of(node.right)
        if node.operator == "&":
            parts = tuple(fit(as_words(one), Kind.TEXT, what="&") for one in (left, right))
            return Apply(JOIN, parts, Kind.TEXT)
        parts = tuple(fit(one, Kind.NUMBER, what=node.operator) for one in (left, right))
        return Apply(ARITHMETIC[node.operator], parts, Kind.NUMBER)

    @resolved.register
    def _(self, node: ast.Negative) -> Typed:
        return Apply(NEGATIVE, (fit(self.of(node.value), Kind.NUMBER, what="-"),), Kind.NUMBER)

    @resolved.register
    def _(self, node: ast.Case) -> Typed:
        conditions = [self.condition(one.when, what="if") for one in node.branches]
        otherwise = self.of(node.otherwise) if node.otherwise else Constant(None, Kind.NULL)
        values, kind = unify([*(self.of(one.then) for one in node.branches), otherwise], what="if")
        pairs = [part for pair in zip(conditions, values[:-1], strict=True) for part in pair]
        return Apply(choose(kind), (*pairs, values[-1]), kind)

    @resolved.register
    def _(self, node: ast.Call) -> Typed:
        function = function_named(node.function)
        return call(function, [self.of(one) for one in node.arguments], clock=self.clock)

    @resolved.register
    def _(self, node: ast.Aggregate) -> Typed:
        return aggregate(node, self.schema, counting=self.counting, inside=self.inside)

    @resolved.register
    def _(self, node: ast.Changed) -> Typed:
        read = find_field(self.schema, node.field)
        if read.ref.opaque:
            raise FieldNotUsable(params={"field": node.field})
        before, after = (self.stood(read, one) for one in (node.before, node.after))
        return Differs(read, before, after)

    def stood(self, read: Read, node: ast.Node | None) -> Typed | None:
        return None if node is None else fit(self.of(node), read.kind, what=f"changed({read.ref.name})")
