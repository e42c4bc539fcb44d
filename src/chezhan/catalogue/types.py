"""Field types: what a value is, how it is compared, how it leaves as JSON. At most 8 members each."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any
from uuid import UUID

from django.db.models import TextField
from django.db.models.functions import Cast

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.moments import MOMENT_OPERATORS
from chezhan.catalogue.phones import digits_of

TEXT_LIMIT = 200
PARSE_FAULTS = (ValueError, TypeError, InvalidOperation, OverflowError)


@dataclass(frozen=True, slots=True)
class FieldType:
    """`parse` reads a filter's value and `key` a sort value's text, either raises one of PARSE_FAULTS.

    `shown` turns the column's expression into what leaves as JSON. What can't be sorted has no `key`.
    """

    name: str
    label: Label
    operators: tuple[op.Operator, ...]
    parse: Callable[[Any], Any]
    key: Callable[[str], Any] | None = str
    shown: Callable[[op.Expression], op.Expression] = lambda expression: expression

    def operator(self, name: str) -> op.Operator | None:
        return next((operator for operator in self.operators if operator.name == name), None)


def as_text(expression: op.Expression) -> op.Expression:
    """Money and big integers leave as strings: JavaScript's numbers lose their last digits."""
    return Cast(expression, TextField())


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > TEXT_LIMIT or "\x00" in value:
        raise ValueError("text of at most 200 characters")
    return value


def _upper(value: Any) -> str:
    return re.sub(r"\s", "", _text(value)).upper()


def _digits(value: Any) -> str:
    if digits := digits_of(_text(value)):
        return digits
    raise ValueError("digits")


def _number(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise TypeError("a number")
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) >= Decimal(10) ** 18:
        raise ValueError("a number below 10^18")
    return number


def _date(value: Any) -> dt.date:
    return dt.date.fromisoformat(_text(value))


EQUALITY = (op.EQUALS, op.DIFFERS, op.IN, op.NOT_IN)
TEXTUAL = (op.EQUALS, op.DIFFERS, op.CONTAINS, op.LACKS, op.BEGINS, op.ENDS, op.IN, op.NOT_IN, op.BLANK, op.NOT_BLANK)
ORDERED = (op.EQUALS, op.DIFFERS, op.LESS, op.AT_MOST, op.MORE, op.AT_LEAST, op.BETWEEN, op.NULL, op.NOT_NULL)
DATED = (
    op.DURING, op.EQUALS, op.DIFFERS, op.BEFORE, op.UNTIL, op.AFTER, op.SINCE, op.BETWEEN, op.NULL, op.NOT_NULL,
)  # fmt: skip

TEXT = FieldType("text", Label("文本", "text"), TEXTUAL, _text)
NUMBER = FieldType("number", Label("数字", "number"), ORDERED, _number, key=_number)
MONEY = FieldType("money", Label("金额", "money"), ORDERED, _number, key=_number, shown=as_text)
DATE = FieldType("date", Label("日期", "date"), DATED, _date, key=_date)
DATETIME = FieldType("datetime", Label("时间", "date and time"), MOMENT_OPERATORS, _date, key=dt.datetime.fromisoformat)
CHOICE = FieldType("choice", Label("选项", "choice"), (*EQUALITY, op.BLANK, op.NOT_BLANK), _text)
# A phone is found whole or by its tail, and never sorted: it will be sealed.
PHONE = FieldType("phone", Label("电话", "phone"), (*EQUALITY, op.ENDS, op.NULL, op.NOT_NULL), _digits, key=None)
PLATE = FieldType("plate", Label("车牌", "plate"), TEXTUAL, _upper)
VIN = FieldType("vin", Label("车架号", "VIN"), TEXTUAL, _upper)
# `contains` looks into the title of the linked record.
LINK = FieldType(
    "link", Label("关联", "link"), (*EQUALITY, op.CONTAINS, op.NULL, op.NOT_NULL), lambda value: UUID(_text(value))
)

FIELD_TYPES: dict[str, FieldType] = {}
for _type in (TEXT, NUMBER, MONEY, DATE, DATETIME, CHOICE, PHONE, PLATE, VIN, LINK):
    if _type.name in FIELD_TYPES:
        raise ValueError(f"two field types are called {_type.name}")
    FIELD_TYPES[_type.name] = _type
