"""Money is Decimal in yuan with two places, rounded half up as invoices do."""

from decimal import ROUND_HALF_UP, Decimal

CENT = Decimal("0.01")


def yuan(value: Decimal | int | str) -> Decimal:
    """`value` in yuan, to the cent. Floats are refused: they have lost the cent already."""
    if isinstance(value, float):
        raise TypeError("money is never a float")
    return Decimal(value).quantize(CENT, rounding=ROUND_HALF_UP)
