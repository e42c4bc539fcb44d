"""What a field type is: how a value is compared, kept, and leaves as JSON. At most 8 members each."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any, Protocol
from uuid import UUID

from django.db import models
from django.db.models import TextField
from django.db.models.functions import Cast

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings

TEXT_LIMIT = 200
PARSE_FAULTS = (ValueError, TypeError, InvalidOperation, OverflowError)


class Choosable(Protocol):
    """One of a field's options. A retired one stays where it is and can't be chosen any more."""

    @property
    def value(self) -> str: ...
    @property
    def retired(self) -> bool: ...


class Told(Protocol):
    """What a type is told of the field it serves."""

    @property
    def settings(self) -> FieldSettings: ...
    @property
    def options(self) -> Sequence[Choosable]: ...


Clean = Callable[[Any, Told], Any]
Column = Callable[[Told], models.Field]


@dataclass(frozen=True, slots=True)
class FieldType:
    """`parse` reads a filter's value and `key` a sort value's text, either raises one of PARSE_FAULTS.

    `shown` turns the column's expression into what leaves as JSON. What can't be sorted has no `key`.
    `clean` makes what is to be kept of what a person or a program gave, raises FieldRefused, and answers None for
    nothing (None, blank text, an empty list). `column` is the model field of an added column: nullable, without
    constraint or default.
    """

    name: str
    label: Label
    operators: tuple[op.Operator, ...]
    parse: Callable[[Any], Any]
    key: Callable[[str], Any] | None = str
    shown: Callable[[op.Expression], op.Expression] = lambda expression: expression
    clean: Clean = field(kw_only=True)
    column: Column = field(kw_only=True)

    def operator(self, name: str) -> op.Operator | None:
        return next((operator for operator in self.operators if operator.name == name), None)


EQUALITY = (op.EQUALS, op.DIFFERS, op.IN, op.NOT_IN)
TEXTUAL = (op.EQUALS, op.DIFFERS, op.CONTAINS, op.LACKS, op.BEGINS, op.ENDS, op.IN, op.NOT_IN, op.BLANK, op.NOT_BLANK)
ORDERED = (op.EQUALS, op.DIFFERS, op.LESS, op.AT_MOST, op.MORE, op.AT_LEAST, op.BETWEEN, op.NULL, op.NOT_NULL)
# What is only there or not there: files, places on the map, rows.
PRESENCE = (op.NULL, op.NOT_NULL)


def as_text(expression: op.Expression) -> op.Expression:
    """Money and big integers leave as strings: JavaScript's numbers lose their last digits."""
    return Cast(expression, TextField())


def parse_text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > TEXT_LIMIT or "\x00" in value:
        raise ValueError("text of at most 200 characters")
    return value


def parse_upper(value: Any) -> str:
    return re.sub(r"\s", "", parse_text(value)).upper()


def parse_number(value: Any) -> Decimal:
    if isinstance(value, bool):
        raise TypeError("a number")
    number = Decimal(str(value))
    if not number.is_finite() or abs(number) >= Decimal(10) ** 18:
        raise ValueError("a number below 10^18")
    return number


def parse_id(value: Any) -> UUID:
    return UUID(parse_text(value))


def parse_nothing(value: Any) -> Any:
    """Of types that no operator compares with a value."""
    raise TypeError("nothing to compare with")


def text_column(_: Told) -> models.Field:
    return models.TextField(null=True, blank=True)


def json_column(_: Told) -> models.Field:
    return models.JSONField(null=True, blank=True)


def id_column(_: Told) -> models.Field:
    return models.UUIDField(null=True, blank=True)
