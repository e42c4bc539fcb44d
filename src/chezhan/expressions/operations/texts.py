"""Texts, counted by characters."""

from decimal import Decimal
from typing import Any

from chezhan.expressions.days import SHANGHAI
from chezhan.expressions.kinds import Kind
from chezhan.expressions.numbers import as_decimal, number_text
from chezhan.expressions.operations.folding import lower, upper
from chezhan.expressions.operations.moments import LOCAL
from chezhan.expressions.sql import number, text, within
from chezhan.expressions.typed import Operation

LONGEST = 10_000
SPACES = " \t\n\r\u3000"
SQL_SPACES = "E' \\t\\n\\r\\u3000'"
COUNT = within("-1::numeric", f"{LONGEST + 1}::numeric", "trunc(({})::numeric)") + "::int"

LOWER = Operation("lower", lower, lambda a: text("lower({})", a))
UPPER = Operation("upper", upper, lambda a: text("upper({})", a))
TRIM = Operation("trim", lambda a: a.strip(SPACES), lambda a: text(f"btrim({{}}, {SQL_SPACES})", a))
LENGTH = Operation("len", lambda a: as_decimal(len(a)), lambda a: number("length({})::numeric", a))


def _count(value: Decimal) -> int | None:
    """Null below 0 and above LONGEST, as COUNT."""
    count = int(value)
    return count if 0 <= count <= LONGEST else None


def _left(whole: str, count: Decimal) -> str | None:
    size = _count(count)
    return None if size is None else whole[:size]


def _right(whole: str, count: Decimal) -> str | None:
    size = _count(count)
    return None if size is None else whole[len(whole) - size :] if size < len(whole) else whole


def _middle(whole: str, first: Decimal, count: Decimal) -> str | None:
    start, size = _count(first), _count(count)
    if start is None or size is None:
        return None
    # As PostgreSQL counts: what stands before the first character takes its share.
    return whole[max(start - 1, 0) : max(start - 1 + size, 0)]


LEFT = Operation("left", _left, lambda a, n: text(f'"left"({{}}, {COUNT})', a, n))
RIGHT = Operation("right", _right, lambda a, n: text(f'"right"({{}}, {COUNT})', a, n))
MIDDLE = Operation("mid", _middle, lambda a, s, n: text(f"substr({{}}, {COUNT}, {COUNT})", a, s, n))

WORDS: dict[Kind, Operation] = {
    Kind.NUMBER: Operation("text", number_text, lambda a: text("trim_scale(({})::numeric)::text", a)),
    Kind.DATE: Operation("text", lambda a: a.isoformat(), lambda a: text("to_char({}, 'YYYY-MM-DD')", a)),
    Kind.DATETIME: Operation(
        "text",
        lambda a: a.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M"),
        lambda a: text(f"to_char({LOCAL}, 'YYYY-MM-DD HH24:MI')", a),
    ),
    Kind.ID: Operation("text", str, lambda a: text("({})::text", a)),
}


def joined(*values: Any) -> str:
    return "".join(value for value in values if value is not None)


def concatenation(count: int) -> Operation:
    """A null adds nothing."""
    shape = " || ".join(["COALESCE({}, '')"] * count)
    return Operation("concat", joined, lambda *a: text(f"({shape})", *a), strict=False)
