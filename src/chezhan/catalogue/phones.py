"""Phone numbers as they are compared: digits alone, without China's country code."""

import re

NOT_DIGITS = re.compile(r"[^0-9]+")


def digits_of(phone: str | None) -> str | None:
    """`+86 138-0013-8000` → `13800138000`; short local numbers stay as they are; None when no digit is left."""
    if not phone:
        return None
    digits = NOT_DIGITS.sub("", phone)
    for prefix in ("0086", "86"):
        if digits.startswith(prefix) and len(digits) == len(prefix) + 11:
            digits = digits.removeprefix(prefix)
            break
    return digits or None
