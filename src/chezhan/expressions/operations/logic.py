"""Three-valued logic: null is unknown."""

from typing import Any

from chezhan.expressions.kinds import Kind
from chezhan.expressions.sql import COLUMN_TYPES, listed, shaped, truth
from chezhan.expressions.typed import Operation


def _all(*values: bool | None) -> bool | None:
    if False in values:
        return False
    return None if None in values else True


def _any(*values: bool | None) -> bool | None:
    if True in values:
        return True
    return None if None in values else False


def _chosen(*values: Any) -> Any:
    """Pairs of condition and value, and the value otherwise."""
    for condition, value in zip(values[:-1:2], values[1::2], strict=True):
        if condition:
            return value
    return values[-1]


AND = Operation("and", _all, lambda *a: truth(f"({listed(len(a), ' AND ')})", *a), strict=False)
OR = Operation("or", _any, lambda *a: truth(f"({listed(len(a), ' OR ')})", *a), strict=False)
NOT = Operation("not", lambda a: not a, lambda a: truth("(NOT {})", a))


def choose(kind: Kind) -> Operation:
    def build(*parts: Any) -> Any:
        shape = " ".join(["WHEN {} THEN {}"] * (len(parts) // 2))
        return shaped(kind, f"(CASE {shape} ELSE {{}} END)::{COLUMN_TYPES[kind]}", *parts)

    return Operation("case", _chosen, build, strict=False)


def first_known(kind: Kind) -> Operation:
    def run(*values: Any) -> Any:
        return next((value for value in values if value is not None), None)

    def build(*parts: Any) -> Any:
        return shaped(kind, f"COALESCE({listed(len(parts))})::{COLUMN_TYPES[kind]}", *parts)

    return Operation("coalesce", run, build, strict=False)
