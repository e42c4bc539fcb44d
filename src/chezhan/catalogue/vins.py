"""Vehicle identification numbers: GB 16735, ISO 3779."""

import re
import unicodedata

LENGTH = 17
SIGNS = re.compile(r"[A-HJ-NPR-Z0-9]{17}$")
_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10)), strict=True))
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def compact_vin(text: str) -> str:
    return re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()


def check_digit(vin: str) -> str:
    """What the ninth sign of a compact VIN should be."""
    total = sum(weight * _VALUES.get(sign, 0) for sign, weight in zip(vin, _WEIGHTS, strict=True) if sign.isalpha())
    total += sum(weight * int(sign) for sign, weight in zip(vin, _WEIGHTS, strict=True) if sign.isdigit())
    return "0123456789X"[total % 11]
