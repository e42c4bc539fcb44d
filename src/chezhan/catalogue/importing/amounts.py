"""Amounts of money as people write them."""

import re
from decimal import Decimal, InvalidOperation

_CURRENCY = re.compile(r"^(?:RMB|CNY|USD|US\$|[¥￥$元])\s*|\s*(?:RMB|CNY|USD|元整?|圆)$", re.IGNORECASE)
_AMOUNT = re.compile(r"[+-]?(?:\d{1,3}(?:[, ]\d{3})+|\d+)?(?:\.\d*)?(?:[eE]\+?\d{1,2})?$")
_UNITS = {"万": Decimal(10_000), "亿": Decimal(100_000_000)}


def amount_of(text: str) -> Decimal | None:
    """Yuan; 12.8万 is 128000. A comma is only ever a thousands mark. `text` in NFKC."""
    plain = _CURRENCY.sub("", _CURRENCY.sub("", text)).strip()
    factor = Decimal(1)
    if plain[-1:] in _UNITS:
        factor, plain = _UNITS[plain[-1]], plain[:-1].strip()
    if not _AMOUNT.match(plain):
        return None
    try:
        return Decimal(plain.replace(",", "").replace(" ", "")) * factor
    except InvalidOperation:
        return None
