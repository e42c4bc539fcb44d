"""Text: one line, many lines, Markdown; addresses of the web and mail; barcodes and colours."""

import re
import unicodedata
from functools import partial
from typing import Any
from urllib.parse import urlsplit

from django.core.exceptions import ValidationError
from django.core.validators import EmailValidator, URLValidator

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import EQUALITY, TEXT_LIMIT, TEXTUAL, FieldType, Told, parse_text, text_column
from chezhan.catalogue.types.refusals import FieldRefused

LONG_LIMIT, RICH_LIMIT = 10_000, 50_000
URL_LIMIT, EMAIL_LIMIT, BARCODE_LIMIT = 2_000, 254, 80
# Marks that turn the direction of what follows: they make text read otherwise than it is.
_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_COLOR = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})$")
_check_url = URLValidator(schemes=["http", "https"])
_check_email = EmailValidator()


def some_text(value: Any, *, limit: int, lines: bool = False) -> str | None:
    """Trimmed and in Unicode's composed form; None when nothing is left. Raises FieldRefused."""
    if value is None:
        return None
    if not isinstance(value, str):
        raise FieldRefused("not_a_text")
    text = value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value
    text = unicodedata.normalize("NFC", text).strip()
    if len(text) > limit:
        raise FieldRefused("text_too_long", {"limit": limit})
    allowed = "\n\t" if lines else ""
    if not text.isprintable() and any(_is_control(sign) and sign not in allowed for sign in text):
        raise FieldRefused("control_character")
    return text or None


def compact_text(value: Any, *, limit: int = TEXT_LIMIT) -> str | None:
    """Text for numbers and codes: full-width signs become the plain ones."""
    text = some_text(value, limit=limit)
    return None if text is None else unicodedata.normalize("NFKC", text)


def _is_control(sign: str) -> bool:
    return unicodedata.category(sign) in ("Cc", "Cs") or sign in _TURNS


def _line(value: Any, field: Told) -> str | None:
    return some_text(value, limit=field.settings.max_length or TEXT_LIMIT, lines=field.settings.multiline)


def _lines(value: Any, field: Told, *, most: int) -> str | None:
    return some_text(value, limit=min(field.settings.max_length or most, most), lines=True)


def _email(value: Any, _: Told) -> str | None:
    """In small letters: nobody has two addresses that differ in case alone."""
    text = compact_text(value, limit=EMAIL_LIMIT)
    if text is None:
        return None
    try:
        _check_email(text)
    except ValidationError:
        raise FieldRefused("not_an_email") from None
    return text.lower()


def _url(value: Any, _: Told) -> str | None:
    """A name before an @ is refused: it makes a link look as if it led elsewhere."""
    text = some_text(value, limit=URL_LIMIT)
    if text is None:
        return None
    try:
        _check_url(text)
    except ValidationError:
        raise FieldRefused("not_a_url") from None
    if "@" in urlsplit(text).netloc:
        raise FieldRefused("not_a_url")
    return text


def _barcode(value: Any, field: Told) -> str | None:
    return compact_text(value, limit=min(field.settings.max_length or BARCODE_LIMIT, BARCODE_LIMIT))


def _color(value: Any, _: Told) -> str | None:
    text = compact_text(value)
    if text is None:
        return None
    text = text.lower()
    if not _COLOR.match(text):
        raise FieldRefused("not_a_color")
    return text if len(text) == 7 else "#" + "".join(sign * 2 for sign in text[1:])


def _parse_lower(value: Any) -> str:
    return parse_text(value).strip().lower()


TEXT = FieldType("text", Label("文本", "text"), TEXTUAL, parse_text, clean=_line, column=text_column)
LONG_TEXT = FieldType(
    "long_text", Label("多行文本", "long text"), TEXTUAL, parse_text, key=None,
    clean=partial(_lines, most=LONG_LIMIT), column=text_column,
)  # fmt: skip
# Kept as Markdown: no door (page, mail, print, export) ever holds HTML that a person wrote, so none must be cleaned.
RICH_TEXT = FieldType(
    "rich_text", Label("富文本", "rich text"), TEXTUAL, parse_text, key=None,
    clean=partial(_lines, most=RICH_LIMIT), column=text_column,
)  # fmt: skip
EMAIL = FieldType("email", Label("邮箱", "e-mail"), TEXTUAL, _parse_lower, clean=_email, column=text_column)
URL = FieldType("url", Label("网址", "web address"), TEXTUAL, parse_text, clean=_url, column=text_column)
BARCODE = FieldType("barcode", Label("条码", "barcode"), TEXTUAL, parse_text, clean=_barcode, column=text_column)
COLOR = FieldType(
    "color", Label("颜色", "colour"), (*EQUALITY, op.BLANK, op.NOT_BLANK), _parse_lower,
    clean=_color, column=text_column,
)  # fmt: skip

TEXTS = (TEXT, LONG_TEXT, RICH_TEXT, EMAIL, URL, BARCODE, COLOR)
