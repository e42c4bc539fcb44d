"""A value as it stands on paper: as the screens show it (money ¥12,800.00, phones 138 0013 8000, plates 沪A·12345)."""

import datetime as dt
import re
from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from chezhan.catalogue.entity import Field
from chezhan.catalogue.exporting.cells import Cell, cell
from chezhan.catalogue.texts.capitals import in_capitals
from chezhan.catalogue.types import USER, answering

# Types of which the manners of placing.MANNERS may be asked.
MANNER_OF = {
    "capitals": frozenset({"money", "number", "integer"}),
    "long": frozenset({"date", "datetime"}),
}
FIGURES = frozenset({"money", "number", "integer", "percent"})
_MOBILE, _PLATE = re.compile(r"1\d{10}\Z"), re.compile(r"([一-龥][A-Z])([A-Z0-9]{4,6})\Z")
_ZONELESS = "%Y-%m-%d %H:%M"


def kind_of(field: Field) -> str:
    """The name of the type by which the field's values are shown."""
    return answering(type=field.type, field=field).name


def worded(*, value: Any, field: Field, people: Mapping[str, str], language: str, manner: str = "") -> str:
    """`value`: as it leaves the gate; a mask stands as it is. Empty for nothing. `people`: names by id."""
    if value in (None, "", []):
        return ""
    if field.type is USER:
        return people.get(str(value), "")
    if isinstance(value, dict) and field.target:
        return str(value.get("title") or "")
    kind = kind_of(field)
    if manner == "capitals" and kind in MANNER_OF[manner]:
        return _capitals(str(value))
    if kind in SPELLED:
        return SPELLED[kind](str(value))
    unit = "%" if kind == "percent" else field.settings.unit
    return _plain(cell(value=value, field=field, language=language), unit, manner, language)


def _plain(content: Cell, unit: str, manner: str, language: str) -> str:
    match content:
        case bool() | str():
            return str(content)
        case dt.date() if manner == "long":
            return f"{content.year}年{content.month}月{content.day}日" if language == "zh" else f"{content:%d %B %Y}"
        case dt.datetime():
            return content.strftime(_ZONELESS)
        case dt.time():
            return content.strftime("%H:%M")
        case Decimal() | int():
            # Of a whole number, "f" would make six digits behind the point.
            number = f"{content:,f}" if isinstance(content, Decimal) else f"{content:,}"
            return f"{number}{unit}" if unit == "%" else f"{number} {unit}".rstrip()
    return "" if content is None else str(content)


def _phone(text: str) -> str:
    return f"{text[:3]} {text[3:7]} {text[7:]}" if _MOBILE.match(text) else text


def _plate(text: str) -> str:
    found = _PLATE.match(text)
    return "·".join(found.groups()) if found else text


def money(text: str) -> str:
    try:
        amount = Decimal(text)
        return f"-¥{-amount:,.2f}" if amount < 0 else f"¥{amount:,.2f}"
    except InvalidOperation:
        return text


def _capitals(text: str) -> str:
    try:
        return in_capitals(Decimal(text))
    except InvalidOperation:
        return text


SPELLED = {"money": money, "phone": _phone, "plate": _plate}
