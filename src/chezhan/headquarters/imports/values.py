"""Turn a cell's text into a value: one reader per kind, each of which says what was wrong or odd.

A reader takes cleaned, non-empty text and answers the value, or an Odd: with an error the row can't go in,
with a warning the value does go in and the person is told. Errors and warnings are codes whose texts are
in `reasons`. Values are what JSON can carry: dates as ISO text, money as decimal text.
"""

import re
import unicodedata
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from typing import NamedTuple

from chezhan.catalogue.importing.amounts import amount_of
from chezhan.catalogue.importing.dates import read_date
from chezhan.catalogue.importing.repair import is_lost, repair_text
from tenants.errors import BadName
from tenants.naming import clean_name


class Odd(NamedTuple):
    value: str | None
    error: str | None = None
    warning: str | None = None


Read = str | Odd | None
Reader = Callable[[str], Read]

PHONE_LIMIT = 40
MONEY_LIMIT = Decimal(10) ** 12
FEN = Decimal("0.01")
ROUNDING = Decimal("0.000001")  # what floating point leaves behind
_PHONE_TRIM = re.compile(r"[\s\-—–()（）.·]+")
_COUNTRY = re.compile(r"(?:\+86|0086|86)(?=\d{10,}$)")
_ROUNDED = re.compile(r"\d(?:\.\d+)?[eE]\+?\d+$")
_MOBILE = re.compile(r"1[3-9]\d{9}$")
_LANDLINE = re.compile(r"0\d{9,11}$|[48]00\d{7}$")
# The digits are those of GB/T 2261.1.
_GENDER_OF = (
    dict.fromkeys(("male", "m", "man", "mr", "男", "男性", "先生", "1"), "male")
    | dict.fromkeys(("female", "f", "woman", "mrs", "ms", "miss", "女", "女性", "女士", "小姐", "2"), "female")
    | dict.fromkeys(("unknown", "other", "n/a", "na", "-", "未知", "保密", "不详", "0"), None)
)

_VIN = re.compile(r"[A-HJ-NPR-Z0-9]{17}$")
_VIN_VALUES = dict(zip("ABCDEFGHJKLMNPRSTUVWXYZ", (*range(1, 9), 1, 2, 3, 4, 5, 7, 9, *range(2, 10)), strict=True))
_VIN_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)
_PLATE = re.compile(r"[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼][A-Z][A-Z0-9挂学警港澳]{5,6}$")


def clean_text(raw: str) -> str:
    """Repaired, trimmed, and with runs of blanks and line ends made into one space."""
    return " ".join(repair_text(raw).split())


def read_text(text: str, *, limit: int) -> Read:
    if len(text) > limit:
        return Odd(None, error="too_long")
    return Odd(text, warning="text_lost") if is_lost(text) else text


def read_store(text: str) -> Read:
    try:
        return clean_name(text)
    except BadName:
        return Odd(None, error="bad_store_name")


def read_day(text: str, *, order: str, today: str) -> Read:
    """`today`: ISO date; a later day is kept with a warning."""
    if not (day := read_date(text, order)):
        return Odd(None, error="bad_date")
    iso = day.isoformat()
    return Odd(iso, warning="date_in_future") if iso > today else iso


def read_money(text: str) -> Read:
    """Yuan with at most two decimals; 12.8万 is 128000. A comma is only ever a thousands mark."""
    if text.isascii() and text.isdigit() and len(text) <= 12:
        return str(int(text))
    amount = amount_of(unicodedata.normalize("NFKC", text))
    if amount is None:
        return Odd(None, error="bad_money")
    if amount < 0:
        return Odd(None, error="negative_money")
    if amount >= MONEY_LIMIT:
        return Odd(None, error="too_much_money")
    rounded = amount.quantize(FEN)
    if abs(rounded - amount) > ROUNDING:
        return Odd(None, error="money_decimals")
    whole = rounded.to_integral_value()
    return str(whole if whole == rounded else rounded)


def read_integer(text: str) -> Read:
    plain = unicodedata.normalize("NFKC", text).replace(",", "").removesuffix(".0")
    if not re.fullmatch(r"[+-]?\d{1,15}", plain):
        return Odd(None, error="bad_integer")
    return str(int(plain))


def read_phone(text: str) -> Read:
    """Digits alone for what is a Chinese number; anything shorter or odder is kept as it is, with a warning."""
    if text.isascii() and text.isdigit() and len(text) <= 11:
        digits = text
    else:
        plain = unicodedata.normalize("NFKC", text)
        if _ROUNDED.match(plain):
            return Odd(None, error="phone_rounded")
        digits = _COUNTRY.sub("", _PHONE_TRIM.sub("", plain))
    if _MOBILE.match(digits) or _LANDLINE.match(digits):
        return digits
    if digits.isdigit() and 7 <= len(digits) <= 8:
        return Odd(digits, warning="phone_short")
    if len(text) > PHONE_LIMIT:
        return Odd(None, error="too_long")
    return Odd(text, warning="phone_odd")


def read_gender(text: str) -> Read:
    word = text.lower().rstrip(".")
    return _GENDER_OF[word] if word in _GENDER_OF else Odd(None, warning="gender_unknown")


def read_vin(text: str) -> Read:
    """GB 16735: seventeen characters without I, O, Q; a wrong check digit only warns."""
    vin = re.sub(r"[\s-]", "", unicodedata.normalize("NFKC", text)).upper()
    if not _VIN.match(vin):
        return Odd(None, error="bad_vin")
    total = sum(
        weight * (int(mark) if mark.isdigit() else _VIN_VALUES[mark])
        for mark, weight in zip(vin, _VIN_WEIGHTS, strict=True)
    )
    return vin if "0123456789X"[total % 11] == vin[8] else Odd(vin, warning="vin_check_digit")


def read_plate(text: str) -> Read:
    plate = re.sub(r"[\s·•.\-]", "", unicodedata.normalize("NFKC", text)).upper()
    if len(plate) > 12:
        return Odd(None, error="too_long")
    return plate if _PLATE.match(plate) else Odd(plate, warning="plate_odd")


def reader_for(*, kind: str, limit: int = 200, order: str = "ymd", today: str = "9999-12-31") -> Reader:
    """The reader of a kind of field: store, text, date, money, integer, phone, gender, vin or plate."""
    readers: dict[str, Reader] = {
        "store": read_store,
        "text": partial(read_text, limit=limit),
        "date": partial(read_day, order=order, today=today),
        "money": read_money,
        "integer": read_integer,
        "phone": read_phone,
        "gender": read_gender,
        "vin": read_vin,
        "plate": read_plate,
    }
    return readers[kind]
