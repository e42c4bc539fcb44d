"""Upper and lower case letter by letter, as PostgreSQL's C.UTF-8 does: no letter becomes two."""

from functools import lru_cache


@lru_cache(maxsize=4096)
def _lower(letter: str) -> str:
    return "i" if letter == "İ" else letter.lower()


@lru_cache(maxsize=4096)
def _upper(letter: str) -> str:
    upper = letter.upper()
    if len(upper) == 1:
        return upper
    title = letter.title()
    return title if len(title) == 1 else letter


def lower(text: str) -> str:
    return text.lower() if text.isascii() else "".join(map(_lower, text))


def upper(text: str) -> str:
    return text.upper() if text.isascii() else "".join(map(_upper, text))
