"""Numbers: rounding, the smaller and the larger."""

from decimal import Decimal

from chezhan.expressions.kinds import Kind
from chezhan.expressions.numbers import bounded, ceiling, floor, rounded
from chezhan.expressions.operations.arithmetic import N, in_range
from chezhan.expressions.sql import BY_CODE_POINT, COLUMN_TYPES, ORDINARY, listed, number, shaped
from chezhan.expressions.typed import Operation

ABSOLUTE = Operation("abs", lambda a: a.copy_abs(), lambda a: number(f"abs({N})", a))
FLOOR = Operation("floor", lambda a: bounded(floor(a)), lambda a: number(in_range(f"floor({N})"), a))
CEILING = Operation("ceil", lambda a: bounded(ceiling(a)), lambda a: number(in_range(f"ceil({N})"), a))


def rounding(places: int) -> Operation:
    def run(value: Decimal) -> Decimal | None:
        return bounded(rounded(value, places))

    return Operation("round", run, lambda a: number(in_range(f"round({N}, {places:d})"), a))


def extreme(name: str, kind: Kind) -> Operation:
    """The least or greatest of several values; nulls are passed over."""
    pick, function = (min, "LEAST") if name == "min" else (max, "GREATEST")

    def run(*values):
        known = [value for value in values if value is not None]
        return pick(known) if known else None

    def build(*parts):
        if kind is Kind.TEXT:
            shape = f"{function}({', '.join([BY_CODE_POINT] * len(parts))})"
            return shaped(kind, ORDINARY.format(shape), *parts)
        return shaped(kind, f"{function}({listed(len(parts))})::{COLUMN_TYPES[kind]}", *parts)

    return Operation(name, run, build, strict=False)
