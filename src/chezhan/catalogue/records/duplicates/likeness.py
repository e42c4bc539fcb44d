"""Whether two names are alike, and keys under which all that are alike are found together.

A name of a few Chinese signs is heard: it is like another of nearly the same sound (张/章, 林/凌, 思/诗). Longer names,
of firms, and names in letters are misspelt and shortened: what is left without the words that every firm has is
compared sign by sign.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby, product

from rapidfuzz import fuzz

from chezhan.kernel.searching.parts import normal
from chezhan.kernel.searching.pinyin import FIRST, LAST, SURNAMES, readings_of
from chezhan.kernel.searching.spelling import SYLLABLES

# Longer ones are compared by how they are written; of 100.
SHORT, ALIKE = 4, 85
# From their two ends on, long names that are alike share so many sounds, or letters.
END = 4
_HEARD_ALIKE = (("zh", "z"), ("ch", "c"), ("sh", "s"))
_OF_FIRMS = re.compile(r"有限责任公司|股份有限公司|集团有限公司|有限公司|责任公司|分公司|公司|集团")
_WORDS = re.compile(r"[a-z0-9]+")


@lru_cache(maxsize=65_536)
def sound_of(name: str) -> str:
    """As a short name is heard, syllables parted by dots: what is mixed up in speech is one. Empty for other names."""
    signs = normal(name)
    if not 2 <= len(signs) <= SHORT or not all(FIRST <= ord(sign) <= LAST for sign in signs):
        return ""
    told = [_heard(sign, begins=at == 0) for at, sign in enumerate(signs)]
    return ".".join(told) if all(told) else ""


def heard_as(name: str) -> list[str]:
    """How public.search_pinyin may have it from its first sign on, of a short name that is like this one."""
    parts = sound_of(name).split(".") if sound_of(name) else []
    return ["".join(one) for one in product(*(_SPOKEN.get(part, (part,)) for part in parts))] if parts else []


def written(name: str) -> str:
    """What of a longer name is compared: without what every firm has; words of letters in order. Empty for others."""
    if sound_of(name):
        return ""
    words = _WORDS.findall(name.lower()) if name.isascii() else []
    left = " ".join(sorted(words)) if words else normal(_OF_FIRMS.sub("", name))
    return left if len(left) > SHORT else ""


def are_alike(one: str, other: str) -> bool:
    """A name is like itself, however it is spaced and whatever its letters' size."""
    if normal(one) == normal(other):
        return bool(normal(one))
    if sound := sound_of(one):
        return sound == sound_of(other)
    left, right = written(one), written(other)
    return bool(left and right) and fuzz.ratio(_spelled(left), _spelled(right), score_cutoff=ALIKE) > 0


def keys_of(name: str) -> Iterator[str]:
    """Names that are alike share one of these; others may too."""
    if not normal(name):
        return
    yield f"={normal(name)}"
    if sound := sound_of(name):
        yield f"~{sound}"
    elif left := written(name):
        spelled = _spelled(left)
        yield f"<{spelled[:END]}"
        yield f">{spelled[-END:]}"


def is_loose(key: str) -> bool:
    """Whether names of this key must be compared; of any other they are alike."""
    return key[0] in "<>"


def _heard(sign: str, *, begins: bool) -> str:
    told = (SURNAMES.get(sign, "").split() if begins else []) or list(readings_of(sign))
    return _mixed_up(told[0]) if told else ""


def _mixed_up(sound: str) -> str:
    """张 and 藏, 林 and 凌 are told apart by few who speak."""
    for spoken, heard in _HEARD_ALIKE:
        if sound.startswith(spoken):
            sound = heard + sound[len(spoken) :]
    return sound[:-1] if sound.endswith(("ang", "eng", "ing")) else sound


# What is heard as one → all that it may be.
_SPOKEN = {
    heard: tuple(sounds)
    for heard, sounds in groupby(sorted(SYLLABLES, key=lambda one: (_mixed_up(one), one)), key=_mixed_up)
}
# Private signs of Unicode, one for each sound.
_SIGN_FOR = {sound: chr(0xF0000 + at) for at, sound in enumerate(sorted(_SPOKEN))}


@lru_cache(maxsize=65_536)
def _spelled(left: str) -> str:
    """A sign for each syllable that is heard, so that a wrong sign of the same sound is no difference."""
    return "".join(_SIGN_FOR.get(_heard(sign, begins=False), sign) for sign in left)
