"""An expression over one record in memory, with the same answers as PostgreSQL gives."""

import datetime as dt
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any

from chezhan.expressions.days import midnight
from chezhan.expressions.kinds import TEXTUAL, Kind
from chezhan.expressions.numbers import EXACT, as_decimal, bounded, divided
from chezhan.expressions.typed import Apply, Constant, Differs, Folded, Read, Restricted, Typed

Record = Mapping[str, Any]


def evaluate(node: Typed, record: Record, *, before: Record | None = None) -> Any:
    """`record`: values by the names of fields; a relation as a mapping or None, a collection as a sequence of mappings.

    `before`: the record as it was, for `changed`; None when it is new. Raises KeyError for a name the record lacks.
    """
    return _Run(record, before).of(node)


class _Run:
    def __init__(self, record: Record, before: Record | None) -> None:
        self.record, self.before = record, before

    def of(self, node: Typed) -> Any:
        match node:
            case Constant():
                return node.value
            case Apply():
                values = [self.of(argument) for argument in node.arguments]
                return None if node.operation.strict and None in values else node.operation.run(*values)
            case Read():
                return read(node, self.record)
            case Folded():
                return self.folded(node)
            case Differs():
                return self.differs(node)
            case Restricted():
                return self.of(node.plain)

    def folded(self, node: Folded) -> Any:
        rows: Sequence[Record] = _at(self.record, node.steps) or ()
        runs = [_Run(row, None) for row in rows]
        if node.where is not None:
            runs = [run for run in runs if run.of(node.where) is True]
        if node.value is None:
            return Decimal(len(runs))
        values = [value for run in runs if (value := run.of(node.value)) is not None]
        return FOLDS[node.function](values)

    def differs(self, node: Differs) -> bool:
        old = read(node.read, self.before) if self.before is not None else None
        new = read(node.read, self.record)
        return (
            old != new
            and (node.before is None or old == self.of(node.before))
            and (node.after is None or new == self.of(node.after))
        )


def _sum(values: Sequence[Decimal]) -> Decimal | None:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    return bounded(total)


def _average(values: Sequence[Decimal]) -> Decimal | None:
    total = Decimal(0)
    for value in values:
        total = EXACT.add(total, value)
    average = divided(total, Decimal(len(values)))
    return None if average is None else bounded(average)


FOLDS = {
    "sum": _sum,
    "avg": _average,
    "min": lambda values: min(values, default=None),
    "max": lambda values: max(values, default=None),
}


def read(node: Read, record: Record) -> Any:
    value = _at(record, node.steps)
    if value is None:
        return None
    if node.kind is Kind.NUMBER:
        return as_decimal(value)
    if node.kind is Kind.DATETIME and isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return midnight(value)
    return str(value) if node.kind in TEXTUAL and not isinstance(value, str) else value


def _at(record: Record | None, steps: Sequence[str]) -> Any:
    """None beyond a relation that leads nowhere."""
    here: Any = record
    for step in steps:
        if here is None:
            return None
        here = here[step]
    return here
