"""A field's value as a cell of a spreadsheet or of a CSV file, by type.

Given is what leaves the gate: Python's values or those of JSON, masked ones too. What a cell's type can't hold goes in
as text, so nothing is lost or guessed.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal, InvalidOperation
from typing import Any

from chezhan.catalogue.entity import Field
from chezhan.catalogue.types import answering
from chezhan.catalogue.types.places import one_line
from chezhan.kernel.clock import SHANGHAI

Cell = str | int | Decimal | bool | dt.date | dt.datetime | dt.time | None
Write = Callable[[Any, Field, str], Cell]
# Spreadsheets keep 15 digits of a number.
DIGITS = 15
# What spreadsheets take for a formula, behind blanks too; a sign before digits alone is a number.
_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
YES, NO = {"zh": "是", "en": "yes"}, {"zh": "否", "en": "no"}


def cell(*, value: Any, field: Field, language: str) -> Cell:
    """`language`: zh or en, for the names of choices and for yes and no."""
    if value in (None, "", []):
        return None
    return CELLS[field.type.name](value, field, language)


def csv_text(content: Cell) -> str:
    """The cell in a CSV file. Text that a spreadsheet would run as a formula gets an apostrophe in front."""
    match content:
        case None:
            return ""
        case bool():
            return "TRUE" if content else "FALSE"
        case dt.datetime():
            return content.isoformat(sep=" ", timespec="seconds")
        case Decimal():
            return format(content, "f")
        case str():
            return safe(content)
    return str(content)


def safe(text: str) -> str:
    return f"'{text}" if text.startswith(_STARTS) or text.lstrip().startswith(_STARTS) else text


def _text(value: Any, field: Field, language: str) -> str:
    return str(value)


def _number(value: Any, field: Field, language: str) -> Cell:
    try:
        number = value if isinstance(value, int | Decimal) else Decimal(str(value))
    except InvalidOperation:
        return str(value)
    if isinstance(number, Decimal):
        if not number.is_finite():
            return str(value)
        number = number.normalize() if number else Decimal(0)
    figures = len(number.as_tuple().digits) if isinstance(number, Decimal) else len(str(abs(number)))
    return str(value) if figures > DIGITS else number


def _boolean(value: Any, field: Field, language: str) -> Cell:
    return (YES if value else NO)[language] if isinstance(value, bool) else str(value)


def _date(value: Any, field: Field, language: str) -> Cell:
    return _read(dt.date.fromisoformat, value)


def _datetime(value: Any, field: Field, language: str) -> Cell:
    """By the clock of Asia/Shanghai: cells know no zones."""
    moment = _read(dt.datetime.fromisoformat, value)
    if isinstance(moment, dt.datetime) and moment.tzinfo:
        return moment.astimezone(SHANGHAI).replace(tzinfo=None)
    return moment


def _time(value: Any, field: Field, language: str) -> Cell:
    return _read(dt.time.fromisoformat, value)


def _read(read: Callable[[str], Cell], value: Any) -> Cell:
    if not isinstance(value, str):
        return value
    try:
        return read(value)
    except ValueError:
        return value


def _choice(value: Any, field: Field, language: str) -> str:
    label = next((option.label for option in field.options if option.value == value), None)
    return str(value) if label is None else label.as_json()[language]


def _tags(value: Any, field: Field, language: str) -> str:
    return ", ".join(_choice(one, field, language) for one in value) if isinstance(value, list) else str(value)


def _named(value: Any, field: Field, language: str) -> str | None:
    """A link is told by its title, never by its id alone when there is one."""
    return (value.get("title") or value.get("id")) if isinstance(value, dict) else str(value)


def _files(value: Any, field: Field, language: str) -> str:
    if not isinstance(value, list):
        return str(value)
    return ", ".join(str(one.get("name", "")) for one in value)


def _address(value: Any, field: Field, language: str) -> str:
    return one_line(value) if isinstance(value, dict) else str(value)


def _location(value: Any, field: Field, language: str) -> str:
    return f"{value['lng']}, {value['lat']}" if isinstance(value, dict) else str(value)


def _rows(value: Any, field: Field, language: str) -> str:
    if not isinstance(value, list):
        return str(value)
    return "\n".join("; ".join(f"{name}: {said}" for name, said in row.items()) for row in value)


def _result(value: Any, field: Field, language: str) -> Cell:
    return CELLS[answering(type=field.type, field=field).name](value, field, language)


CELLS: dict[str, Write] = (
    dict.fromkeys(
        (
            "text", "long_text", "rich_text", "phone", "email", "url", "plate", "vin", "id_card", "tax_no", "barcode",
            "color", "auto_number",
        ),
        _text,
    )
    | dict.fromkeys(("number", "integer", "percent", "money", "rating"), _number)
    | dict.fromkeys(("link", "user", "store"), _named)
    | dict.fromkeys(("file", "photo", "signature"), _files)
    | dict.fromkeys(("formula", "rollup"), _result)
    | {
        "boolean": _boolean,
        "date": _date,
        "datetime": _datetime,
        "time": _time,
        "choice": _choice,
        "tags": _tags,
        "address": _address,
        "location": _location,
        "table": _rows,
    }
)  # fmt: skip

# How a spreadsheet shows the cells of a type; the others as it likes.
FORMATS: dict[str, str] = {
    "money": "#,##0.00",
    "percent": 'General"%"',
    "date": "yyyy-mm-dd",
    "datetime": "yyyy-mm-dd hh:mm",
    "time": "hh:mm",
}


def cell_format(field: Field) -> str | None:
    return FORMATS.get(answering(type=field.type, field=field).name)
