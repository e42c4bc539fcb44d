"""An expression as one of Django's, for filter(), order_by(), annotate(): with the same answers as the interpreter."""

from typing import Any

from django.db.models import OuterRef, Subquery

from chezhan.expressions.errors import NeedsHistory
from chezhan.expressions.kinds import TEXTUAL
from chezhan.expressions.operations.arithmetic import QUOTIENT, N, in_range
from chezhan.expressions.sql import (
    BY_CODE_POINT,
    COLUMN_TYPES,
    ORDINARY,
    OUTPUTS,
    Shaped,
    constant,
    number,
    shaped,
    truth,
)
from chezhan.expressions.typed import Apply, Constant, Differs, Folded, Read, Restricted, Typed


def build(node: Typed) -> Any:
    """Raises NeedsHistory for `changed`."""
    match node:
        case Constant():
            return constant(node.value, node.kind)
        case Read():
            return node.ref.expression
        case Apply():
            return node.operation.build(*(build(argument) for argument in node.arguments))
        case Folded():
            return _folded(node)
        case Restricted():
            return node.build(node.operator, node.values)
        case Differs():
            raise NeedsHistory(params={"field": node.read.ref.name})


def build_condition(node: Typed) -> Any:
    """For filter(); a null counts as false there."""
    return truth("({})", build(node))


def build_value(node: Typed) -> Any:
    """For annotate() and order_by(), with the database's type of its kind."""
    return shaped(node.kind, "({})::" + COLUMN_TYPES[node.kind], build(node))


SUM = in_range(f"COALESCE(SUM({N}), 0)")
AVERAGE = in_range(QUOTIENT.format(f"SUM({N})", "COUNT({})"))


def _folded(node: Folded) -> Any:
    rows = node.collection.rows().filter(**{node.collection.link: OuterRef(node.collection.anchor)})
    if node.where is not None:
        rows = rows.filter(build_condition(node.where))
    rows = rows.order_by().annotate(_fold=_fold(node)).values("_fold")
    found = Subquery(rows, output_field=OUTPUTS[node.kind])
    empty = "0" if node.function in ("count", "sum") else "NULL"
    return Shaped("({})", found, output_field=OUTPUTS[node.kind], empty=empty)


def _fold(node: Folded) -> Any:
    """A plain function, none of Django's aggregates: those group, and where there are no rows there is no group."""
    if node.value is None:
        return number("COUNT(*)")
    value = build(node.value)
    if node.function == "avg":
        return number(AVERAGE, value, value)
    if node.function == "sum":
        return number(SUM, value)
    if node.kind in TEXTUAL:
        return shaped(node.kind, ORDINARY.format(f"{node.function.upper()}({BY_CODE_POINT})"), value)
    return shaped(node.kind, f"{node.function.upper()}(({{}})::{COLUMN_TYPES[node.kind]})", value)
