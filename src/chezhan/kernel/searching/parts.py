"""What people type, made what the functions of functions.sql make of what is kept."""

import re
import unicodedata

# Left out on both sides: people write 沪A·12345, 沪A-12345 and 沪A 12345.
LEFT_OUT = " \t\n\r·•・.-"
# Pinyin is kept up to this many letters from each sign on.
PINYIN_LETTERS = 40
_LATIN = re.compile(r"[a-z0-9]+\Z")
_DROP = str.maketrans("", "", LEFT_OUT)


def normal(text: str) -> str:
    """As public.search_normal: full-width signs as plain ones, small letters, without what stands between."""
    return unicodedata.normalize("NFKC", text).translate(_DROP).lower()


def parts_of(word: str) -> list[str]:
    """What every text has in public.search_parts that holds the (normal) word: pairs of signs, of one sign itself."""
    return sorted({word[at : at + 2] for at in range(len(word) - 1)}) or [word]


def is_latin(word: str) -> bool:
    """Whether a (normal) word may be pinyin, or its initials."""
    return bool(_LATIN.match(word))
