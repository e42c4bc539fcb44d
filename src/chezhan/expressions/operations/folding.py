"""Upper and lower case letter by letter, as PostgreSQL's C.UTF-8 does: no letter becomes two."""

from functools import lru_cache

# Python 3.11 knows Unicode 14, PostgreSQL 18 Unicode 16: these pairs came between.
NEWER = {
    "\u1c89": "\u1c8a", "\ua7cb": "\u0264", "\ua7cc": "\ua7cd", "\ua7da": "\ua7db", "\ua7dc": "\u019b",
    **{chr(0x10D50 + index): chr(0x10D70 + index) for index in range(22)},
}  # fmt: skip
LOWER = NEWER | {"İ": "i"}
UPPER = {small: capital for capital, small in NEWER.items()}


@lru_cache(maxsize=4096)
def _lower(letter: str) -> str:
    return LOWER.get(letter) or letter.lower()


@lru_cache(maxsize=4096)
def _upper(letter: str) -> str:
    if known := UPPER.get(letter):
        return known
    upper = letter.upper()
    if len(upper) == 1:
        return upper
    title = letter.title()
    return title if len(title) == 1 else letter


def lower(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_lower, text))


def upper(text: str) -> str:
    return text.upper() if text.isascii() else "".join(map(_upper, text))
