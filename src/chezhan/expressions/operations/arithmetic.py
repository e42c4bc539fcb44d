"""+ - * / % and the sign. What leaves the range of numbers, and a division by zero, is null."""

from chezhan.expressions.limits import DECIMALS, DIGITS
from chezhan.expressions.numbers import EXACT, bounded, divided, remainder, rounded
from chezhan.expressions.sql import number, text, within
from chezhan.expressions.typed import Operation

HIGHEST = f"1{'0' * DIGITS}::numeric"
LOWEST = f"(-1{'0' * DIGITS})::numeric"
N = "({})::numeric"
# The divisor is never near enough to zero to leave numeric's own range.
UP, DOWN = f"1{'0' * (DECIMALS + 1)}::numeric", f"0.{'0' * DECIMALS}1"
QUOTIENT = f"round(div({N} * {UP}, NULLIF({N}, 0)) * {DOWN}, {DECIMALS})"


def in_range(shape: str) -> str:
    return within(LOWEST, HIGHEST, shape)


def _two(name: str, run, shape: str) -> Operation:
    def run_bounded(one, other):
        result = run(one, other)
        return None if result is None else bounded(result)

    return Operation(name, run_bounded, lambda a, b: number(in_range(shape), a, b))


ARITHMETIC = {
    "+": _two("+", EXACT.add, f"({N} + {N})"),
    "-": _two("-", EXACT.subtract, f"({N} - {N})"),
    "*": _two("*", lambda a, b: rounded(EXACT.multiply(a, b)), f"round({N} * {N}, {DECIMALS})"),
    "/": _two("/", divided, QUOTIENT),
    "%": _two("%", remainder, f"mod({N}, NULLIF({N}, 0))"),
}
NEGATIVE = Operation("negative", EXACT.minus, lambda a: number(f"(- {N})", a))
JOIN = Operation(
    "&",
    lambda a, b: (a or "") + (b or ""),
    lambda a, b: text("(COALESCE({}, '') || COALESCE({}, ''))", a, b),
    strict=False,
)
