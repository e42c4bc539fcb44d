"""Making values fit: a text written out may mean a date, a moment counts as its day beside a date."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from chezhan.expressions.days import midnight, read_date, read_moment
from chezhan.expressions.errors import InvalidExpression, KindMismatch
from chezhan.expressions.kinds import CHINESE, DAYS, TEXTUAL, Kind, common_kind
from chezhan.expressions.numbers import read_number
from chezhan.expressions.operations.moments import DAY_OF
from chezhan.expressions.typed import Apply, Constant, Typed
from chezhan.kernel.errors import AppError


def fit(node: Typed, kind: Kind, *, what: str) -> Typed:
    """`node` as a value of `kind`. Raises KindMismatch; `what` names the place in it."""
    if node.kind is kind or (node.kind in TEXTUAL and kind in TEXTUAL):
        return node
    if node.kind is Kind.NULL:
        return Constant(None, kind)
    if node.kind is Kind.DATETIME and kind is Kind.DATE:
        return as_day(node)
    if isinstance(node, Constant) and node.kind in TEXTUAL | DAYS:
        try:
            return read_constant(node, kind)
        except (ValueError, AppError):
            pass
    raise mismatch(what, [kind], node.kind)


def as_day(node: Typed) -> Typed:
    if node.kind is not Kind.DATETIME:
        return node
    if isinstance(node, Constant):
        return Constant(DAY_OF.run(node.value), Kind.DATE)
    return Apply(DAY_OF, (node,), Kind.DATE)


def read_constant(node: Constant, kind: Kind) -> Typed:
    """Raises ValueError or an AppError."""
    value: Any = node.value
    if node.kind is Kind.DATE and kind is Kind.DATETIME:
        return Constant(midnight(value), kind)
    if node.kind not in TEXTUAL:
        raise ValueError("a text")
    match kind:
        case Kind.NUMBER:
            return Constant(read_number(value), kind)
        case Kind.DATE:
            return Constant(read_date(value), kind)
        case Kind.DATETIME:
            return _day_or_moment(value)
        case Kind.ID:
            return Constant(UUID(value), kind)
        case Kind.BOOLEAN if value in ("true", "false"):
            return Constant(value == "true", kind)
    raise ValueError("not to be read")


def _day_or_moment(value: str) -> Constant:
    """A day stays a day: a moment is compared with it as a day."""
    try:
        return Constant(read_date(value), Kind.DATE)
    except InvalidExpression:
        return Constant(read_moment(value), Kind.DATETIME)


def unify(nodes: Sequence[Typed], *, what: str) -> tuple[tuple[Typed, ...], Kind]:
    """All as one kind: that of what is not written out as a text or null, if there is such. Raises KindMismatch."""
    leading = [one.kind for one in nodes if not (isinstance(one, Constant) and one.kind in TEXTUAL | {Kind.NULL})]
    kind = common_kind(leading or [one.kind for one in nodes])
    if kind is None:
        raise mismatch(what, leading[:1], next(one for one in leading if common_kind([leading[0], one]) is None))
    if kind is Kind.CHOICE:
        kind = Kind.TEXT
    if kind is Kind.DATETIME:
        fitted = [fit(one, kind, what=what) for one in nodes]
        if any(one.kind is Kind.DATE for one in fitted):
            kind = Kind.DATE
    return tuple(fit(one, kind, what=what) for one in nodes), kind


def mismatch(what: str, expected: Sequence[Kind], found: Kind) -> KindMismatch:
    kinds = ", ".join(expected)
    return KindMismatch(
        f"{what}: expected {kinds}, found {found}.",
        params={
            "what": what,
            "expected": kinds,
            "found": str(found),
            "expected_zh": "、".join(CHINESE[kind] for kind in expected),
            "found_zh": CHINESE[found],
        },
    )
