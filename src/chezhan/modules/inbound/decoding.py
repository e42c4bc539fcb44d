"""In which charset a post is written: as it says; else UTF-8, unless that reads as what nobody writes.

Senders of the trade still write GB 18030. Most of what they write is no UTF-8 at all; of the rest, only what is certain
is taken for GB 18030: letters of two alphabets in one word, and no plain letter beside them. UTF-8 stays what it is.
"""

import codecs
import re
from collections.abc import Callable, Iterator, Mapping
from email.message import Message
from typing import TypeVar
from unicodedata import category, name
from urllib.parse import parse_qsl

from chezhan.modules.inbound.refusals import PostUnreadable

UTF_8, GB = "utf-8", "gb18030"
# By Python's names. Others are not believed: Latin-1 is what programs say when they were told nothing.
KNOWN = {"utf-8": UTF_8, "gbk": GB, "gb2312": GB, "gb18030": GB, "big5": "big5", "big5hkscs": "big5hkscs"}
# The field by which browsers say in what a form was sent.
SAID = "_charset_"
WORD = re.compile(r"[A-Za-z]*[^\x00-\x7f]+(?:[A-Za-z]|[^\x00-\x7f])*")
# The bytes of 女士: letters of one alphabet and a half ring, which no language writes.
MADAM = "\u016e\u02bf"
# Beyond it UTF-8 takes three bytes.
TWO_BYTES = 0x7FF
Read = TypeVar("Read")


def charset_in(content_type: str) -> str:
    """That a header names, as Python calls it; empty for none, and for one that is not believed."""
    header = Message()
    header["content-type"] = content_type.replace("\r", " ").replace("\n", " ")
    return known(header.get_param("charset") or "")


def known(charset: object) -> str:
    try:
        return KNOWN.get(codecs.lookup(str(charset).strip()).name, "") if charset else ""
    except (LookupError, ValueError):
        return ""


def decoded(body: bytes, *, declared: str) -> str:
    """Raises PostUnreadable."""
    return _read_by(body.decode, declared=declared, words=lambda text: text)


def form_of(text: str) -> Mapping[str, str]:
    """The fields of a form, whose escapes have a charset of their own. Raises PostUnreadable."""

    def fields(charset: str) -> dict[str, str]:
        return dict(parse_qsl(text, max_num_fields=200, encoding=charset, errors="strict"))

    said = re.search(rf"(?:^|&){SAID}=([\w.:-]+)", text)
    return _read_by(fields, declared=known(said[1]) if said else "", words=lambda found: "\n".join(found.values()))


def _read_by(read: Callable[[str], Read], *, declared: str, words: Callable[[Read], str]) -> Read:
    """What was declared and does not hold is not believed either."""
    found: list[Read] = []
    for charset in dict.fromkeys(one for one in (declared, UTF_8, GB) if one):
        try:
            found.append(read(charset))
        except UnicodeDecodeError:
            continue
        except ValueError:
            break
        if declared == charset:
            break
    if not found:
        raise PostUnreadable
    as_gb = len(found) > 1 and is_garbled(words(found[0]), instead=words(found[1]))
    return found[1] if as_gb else found[0]


def is_garbled(text: str, *, instead: str) -> bool:
    """Whether what reads as `text` in UTF-8 was written as `instead` in GB 18030."""
    found = WORD.findall(text)
    if any(one.isascii() and one.isalpha() for word in found for one in word) or any(
        ord(one) > TWO_BYTES for one in text
    ):
        return False
    return any(MADAM in word or len(set(_alphabets(word))) > 1 for word in found) and _is_common(instead)


def _alphabets(word: str) -> Iterator[str]:
    """As Unicode names its letters and marks: "CYRILLIC SMALL LETTER EL"."""
    for sign in word:
        if category(sign)[0] in "LM" and (first := name(sign, "").split(" ")[0]) not in ("", "MODIFIER", "COMBINING"):
            yield first


def _is_common(text: str) -> bool:
    """Of the 6,763 characters that everybody reads, and signs."""
    try:
        text.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True
