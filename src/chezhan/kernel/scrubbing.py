"""Take personal data out of text and nested values before they leave the process.

Shapes of the trade: telephone numbers, ID and bank cards, e-mail addresses, VINs, plates; links that let whoever has
them in; and the rows that PostgreSQL quotes in its errors. What has no shape (a name) is kept out by never being given
to logs or reports at all.
"""

import datetime as dt
import re
import unicodedata
from collections.abc import Mapping
from decimal import Decimal
from typing import Any
from uuid import UUID

MASK = "[scrubbed]"
# An order number or a UUID is not to be taken for a phone: digits and letters may not touch the match.
_EDGE, _END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
_VIN_SIGN = "[A-HJ-NPR-Za-hj-npr-z0-9]"
PATTERN = re.compile(
    "|".join(
        (
            # e-mail, also as part of an address of the web
            r"[\w.%+-]+(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
            # ID cards of 18 and 15 signs, bank cards of 16 to 19 digits
            rf"{_EDGE}(?:\d{{17}}[\dXx]|\d{{15,19}}){_END}",
            # mobile numbers, with and without their country; land lines; other countries' numbers
            r"(?<![\d.])(?:(?:\+|00)?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)",
            rf"{_EDGE}0\d{{2,3}}[- ]\d{{7,8}}{_END}",
            rf"(?<![\w+])\+[1-9]\d{{0,2}}[- ]?\d{{3,4}}[- ]?\d{{4,8}}{_END}",
            # VIN: 17 signs with a letter and a digit among them
            rf"{_EDGE}(?={_VIN_SIGN}*\d)(?=\d*[A-HJ-NPR-Za-hj-npr-z]){_VIN_SIGN}{{17}}{_END}",
            # plates, of new-energy cars too
            rf"[{_PROVINCES}][A-Za-z][·•.\- ]?[A-Za-z0-9]{{4,6}}[A-Za-z0-9挂学警港澳]",
        )
    )
)
SECRET_LINK = re.compile(r"(?<=/)(invite|invitations|reset-password|verify-email)/[^/\s?#\"']+")
# "DETAIL: Failing row contains (…)", "Key (name)=(…)", "CONTEXT: COPY customer, line 3: …"
QUOTED_ROW = re.compile(r"^(?:DETAIL|CONTEXT):.*(?:\n(?:[ \t]|LINE ).*)*", re.MULTILINE)
WIDE = re.compile("[\uff01-\uff5e]")
# Django writes addresses into logs as \\u82cf…, browsers as %E8%8B%8F…, Python bytes as \\xe8…: plates hide in them.
ESCAPED_SIGN = re.compile(r"\\u(?![dD][89a-fA-F])([0-9a-fA-F]{4})")
ESCAPED_BYTES = re.compile(r"(?:(?:%|\\x)[89a-fA-F][0-9a-fA-F]){2,}")
SAFE = (type(None), bool, float, Decimal, UUID, dt.date, dt.time, dt.timedelta)


# Short texts in which there was nothing to scrub: most of what is logged is said again with the next line.
_harmless: set[str] = set()
SHORT, KEPT = 80, 2_000


def scrub_text(text: str) -> str:
    if text in _harmless:
        return text
    scrubbed = _scrubbed(text)
    if scrubbed == text and len(text) <= SHORT:
        if len(_harmless) >= KEPT:
            _harmless.clear()
        _harmless.add(text)
    return scrubbed


def _scrubbed(text: str) -> str:
    if "\\" in text or "%" in text:
        text = ESCAPED_BYTES.sub(_opened, ESCAPED_SIGN.sub(lambda sign: chr(int(sign[1], 16)), text))
    if WIDE.search(text):
        # Full-width digits and letters (１３８…) are read as the plain ones.
        text = WIDE.sub(lambda sign: unicodedata.normalize("NFKC", sign.group()), text)
    text = QUOTED_ROW.sub(MASK, text)
    return PATTERN.sub(MASK, SECRET_LINK.sub(rf"\1/{MASK}", text))


def _opened(found: re.Match[str]) -> str:
    """The text that escaped bytes stand for, or they themselves when they stand for none."""
    try:
        return bytes.fromhex(re.sub(r"%|\\x", "", found[0])).decode()
    except UnicodeDecodeError:
        return found[0]


def scrub(value: Any) -> Any:
    """A copy of `value` with the text in it scrubbed, keys included. What is no plain value becomes scrubbed text."""
    if isinstance(value, str):
        return scrub_text(value)
    if isinstance(value, SAFE):
        return value
    if isinstance(value, int):
        return MASK if PATTERN.fullmatch(str(value)) else value
    if isinstance(value, Mapping):
        return {scrub(key): scrub(item) for key, item in value.items()}
    if isinstance(value, list | tuple | set | frozenset):
        items = [scrub(item) for item in value]
        return tuple(items) if isinstance(value, tuple) else items
    return scrub_text(str(value))
