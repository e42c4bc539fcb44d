"""Decimal arithmetic exactly as PostgreSQL's numeric does it in the compiled form.

Every result is below 10^18 or null; products and quotients are rounded to 10 decimals, halves away from zero.
"""

from decimal import ROUND_CEILING, ROUND_DOWN, ROUND_FLOOR, ROUND_HALF_UP, Context, Decimal
from typing import Any

from chezhan.expressions.errors import InvalidExpression
from chezhan.expressions.limits import DECIMALS, DIGITS, too_large

EXACT = Context(prec=400, rounding=ROUND_HALF_UP, Emin=-9999, Emax=9999, traps=[])
BEYOND = Decimal(10) ** DIGITS
STEP = Decimal(1).scaleb(-DECIMALS)
GUARD = Decimal(10) ** (DECIMALS + 1)
NUMERAL = 60


def bounded(value: Decimal) -> Decimal | None:
    return value if -BEYOND < value < BEYOND else None


def rounded(value: Decimal, places: int = DECIMALS) -> Decimal:
    return value.quantize(Decimal(1).scaleb(-places), context=EXACT)


def whole(value: Decimal, rounding: str = ROUND_DOWN) -> Decimal:
    return value.quantize(Decimal(1), rounding=rounding, context=EXACT)


def floor(value: Decimal) -> Decimal:
    return whole(value, ROUND_FLOOR)


def ceiling(value: Decimal) -> Decimal:
    return whole(value, ROUND_CEILING)


def divided(one: Decimal, other: Decimal) -> Decimal | None:
    """Null for a division by zero. The truncated digit behind the last decides the rounding: that is exact."""
    if not other:
        return None
    return rounded(EXACT.divide(EXACT.divide_int(EXACT.multiply(one, GUARD), other), GUARD))


def remainder(one: Decimal, other: Decimal) -> Decimal | None:
    """With the sign of `one`; null for a division by zero."""
    return EXACT.remainder(one, other) if other else None


def as_decimal(value: Any) -> Decimal:
    """What a record holds as a number; a float by its shortest text."""
    return value if isinstance(value, Decimal) else Decimal(str(value))


def number_text(value: Decimal) -> str:
    """Without exponent and without zeros at the end: 1.50 → 1.5."""
    text = f"{value:f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text == "-0" else text


def read_number(value: Any) -> Decimal:
    """A literal. Raises InvalidExpression for what is no finite number, ExpressionTooLarge beyond 18 digits before
    the point or 10 behind it."""
    if isinstance(value, bool) or not isinstance(value, int | float | str | Decimal) or len(str(value)) > NUMERAL:
        raise InvalidExpression("A number is written with digits and at most one point.")
    try:
        number = EXACT.create_decimal(str(value).strip())
    except (ArithmeticError, ValueError):
        number = Decimal("NaN")
    if not number.is_finite():
        raise InvalidExpression("A number is written with digits and at most one point.")
    if bounded(number) is None or number.adjusted() < -DIGITS or number != rounded(number):
        raise too_large("number", DIGITS)
    return Decimal(number_text(number))
