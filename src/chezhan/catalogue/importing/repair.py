"""Give back text that some program once decoded with the wrong code page."""

import re

from ftfy import fix_encoding

# No-break spaces become spaces; characters without width or meaning in a cell vanish.
_INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff")) | {0xA0: " ", 0x202F: " "}
_SUSPECT = re.compile("[\u0080-\u02ff\u0152-\u0192\u2010-\u2122\ufffd]")
# GB 2312 bytes shown as Latin-1: two or more common characters in a row, such as "ÉÏº£" for 上海.
_LATIN_GB = re.compile("(?:[\u00b0-\u00d7][\u00a1-\u00fe]){2,}")
_LOST = re.compile("\ufffd|锟斤|烫烫|屯屯")


def repair_text(text: str) -> str:
    """Pure ASCII and sound Chinese pass through untouched; line ends and outer blanks are not its business."""
    if text.isascii():
        return text
    if _SUSPECT.search(text):
        text = fix_encoding(_LATIN_GB.sub(_from_latin, text))
    return text.translate(_INVISIBLE)


def is_lost(text: str) -> bool:
    """Whether characters were destroyed before the file was written, which nothing can undo."""
    return not text.isascii() and _LOST.search(text) is not None


def _from_latin(match: re.Match[str]) -> str:
    before, after = match.string[: match.start()][-1:], match.string[match.end() :][:1]
    if any("\u00a1" <= character <= "\u00ff" for character in before + after):
        return match[0]  # a neighbour of the same alphabet: natural text, not a row of byte pairs
    raw = match[0].encode("latin-1")
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("gb2312", "replace")
    return match[0]
