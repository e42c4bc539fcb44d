"""Take personal data out of text and nested values before they leave the process.

Shapes of the trade: mobile numbers, ID cards, e-mail addresses, VINs, plates. What has no shape (a name) is kept out by
never being given to logs or reports at all.
"""

import re
from collections.abc import Mapping
from typing import Any

MASK = "[scrubbed]"
# An order number or a UUID is not to be taken for a phone: digits and letters may not touch the match.
_EDGE, _END = r"(?<![0-9A-Za-z])", r"(?![0-9A-Za-z])"
_PROVINCES = "京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新"
PATTERN = re.compile(
    "|".join(
        (
            r"[A-Za-z0-9._%+-]+(?:@|%40)[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+",
            rf"{_EDGE}[1-9]\d{{5}}(?:18|19|20)\d{{2}}(?:0[1-9]|1[0-2])(?:[0-2][1-9]|[123]0|31)\d{{3}}[\dXx]{_END}",
            r"(?<![\d.])(?:\+?86[- ]?)?1[3-9]\d[- ]?\d{4}[- ]?\d{4}(?!\d)",
            rf"{_EDGE}(?=[A-HJ-NPR-Za-hj-npr-z0-9]*\d)(?=[A-HJ-NPR-Za-hj-npr-z0-9]*[A-Za-z])"
            rf"[A-HJ-NPR-Za-hj-npr-z0-9]{{17}}{_END}",
            rf"[{_PROVINCES}][A-Z][·.\- ]?[A-Z0-9]{{4,6}}[A-Z0-9挂学警港澳]",
        )
    )
)


def scrub_text(text: str) -> str:
    return PATTERN.sub(MASK, text)


def scrub(value: Any) -> Any:
    """A copy of `value` with the text in it scrubbed, keys included; other leaves are kept."""
    if isinstance(value, str):
        return scrub_text(value)
    if isinstance(value, Mapping):
        return {scrub(key): scrub(item) for key, item in value.items()}
    if isinstance(value, (list, tuple)):
        return type(value)(scrub(item) for item in value) if type(value) in {list, tuple} else scrub(list(value))
    return value
