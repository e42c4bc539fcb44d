"""Numbers, bounded and finite. What would lose digits on its way is refused, never rounded."""

import re
from decimal import Decimal, InvalidOperation
from typing import Any

from django.db import models

from chezhan.catalogue.labels import Label
from chezhan.catalogue.types.base import ORDERED, FieldType, Told, as_text, parse_number
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import compact_text

# JavaScript and spreadsheets keep 15 digits of any number and whole numbers below 2^53.
DIGITS, DECIMALS, WHOLE = 15, 6, 2**53 - 1
MONEY_DIGITS = 18
_PERCENT = re.compile(r"(\d)\s*[%％]\s*$")
STARS = 5
_FIGURES = "0123456789"
_CENT = Decimal("0.01")
_PLAIN_MONEY = re.compile(r"[0-9]{1,13}(?:\.[0-9]{1,2})?\Z")


class Numeric(models.DecimalField):
    """PostgreSQL's numeric without a scale: how many decimals a field has is a setting, not a change of its column."""

    def db_type(self, connection: Any) -> str:
        return "numeric"

    def cast_db_type(self, connection: Any) -> str:
        return "numeric"


def some_number(value: Any) -> Decimal | None:
    """Of a number or its text, with commas between thousands or without. Raises FieldRefused."""
    if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal | None):
        raise FieldRefused("not_a_number")
    if isinstance(value, str):
        text = compact_text(value)
        value = text and text.replace(",", "")
    if value is None:
        return None
    try:
        number = Decimal(str(value))
    except (InvalidOperation, ValueError):
        raise FieldRefused("not_a_number") from None
    if not number.is_finite():
        raise FieldRefused("not_a_number")
    return number


def _exact(number: Decimal, *, digits: int, decimals: int) -> Decimal:
    """With zeros at the end taken off. At most `digits` in all, `decimals` of them behind the point."""
    sign, figures, exponent = number.as_tuple()
    if not isinstance(exponent, int):
        raise FieldRefused("not_a_number")
    written = "".join([_FIGURES[figure] for figure in figures]).lstrip("0")
    kept = written.rstrip("0")
    if not kept:
        return Decimal(0)
    exponent += len(written) - len(kept)
    if -exponent > decimals:
        raise FieldRefused("too_many_decimals", {"limit": decimals})
    if len(kept) > digits or len(kept) + exponent > digits:
        raise FieldRefused("too_many_digits", {"limit": digits})
    return Decimal(f"{'-' if sign else ''}{kept}{'0' * max(exponent, 0)}").scaleb(min(exponent, 0))


def _within(number: Decimal, field: Told) -> Decimal:
    least, most = field.settings.minimum, field.settings.maximum
    if least is not None and number < least:
        raise FieldRefused("number_too_small", {"minimum": str(least)})
    if most is not None and number > most:
        raise FieldRefused("number_too_large", {"maximum": str(most)})
    return number


def _clean_number(value: Any, field: Told) -> Decimal | None:
    number = some_number(value)
    if number is None:
        return None
    asked = field.settings.decimals
    return _within(_exact(number, digits=DIGITS, decimals=DECIMALS if asked is None else min(asked, DIGITS)), field)


def _clean_percent(value: Any, field: Told) -> Decimal | None:
    """12.5 and the text 12.5% are one: what is kept is the figure before the sign."""
    return _clean_number(_PERCENT.sub(r"\1", value) if isinstance(value, str) else value, field)


def _clean_money(value: Any, field: Told) -> Decimal | None:
    """Yuan; the sign before it may be there."""
    if type(value) is str and field.settings.decimals is None and _PLAIN_MONEY.match(value):
        # The short way for what most say; the long one answers the same.
        return _within(Decimal(value).quantize(_CENT), field)
    number = some_number(value.strip().lstrip("¥￥") if isinstance(value, str) else value)
    if number is None:
        return None
    asked = field.settings.decimals
    exact = _exact(number, digits=MONEY_DIGITS - 2, decimals=2 if asked is None else min(asked, 2))
    return _within(exact.quantize(_CENT), field)


def _clean_integer(value: Any, field: Told) -> int | None:
    number = some_number(value)
    if number is None:
        return None
    if number.adjusted() > DIGITS:
        raise FieldRefused("too_many_digits", {"limit": DIGITS})
    if number != number.to_integral_value():
        raise FieldRefused("not_a_whole_number")
    if abs(number) > WHOLE:
        raise FieldRefused("too_many_digits", {"limit": DIGITS})
    return int(_within(number, field))


def most_stars(field: Told) -> int:
    return int(field.settings.maximum or STARS)


def _clean_rating(value: Any, field: Told) -> int | None:
    """From 1 to the field's maximum; 0 is no rating."""
    stars = _clean_integer(value, field)
    if stars is not None and stars < 0:
        raise FieldRefused("number_too_small", {"minimum": "1"})
    if stars is not None and stars > most_stars(field):
        raise FieldRefused("number_too_large", {"maximum": str(most_stars(field))})
    return stars or None


def _parse_whole(value: Any) -> int:
    number = parse_number(value)
    if number != number.to_integral_value():
        raise ValueError("a whole number")
    return int(number)


def _numeric(_: Told) -> models.Field:
    return Numeric(max_digits=MONEY_DIGITS + DECIMALS, decimal_places=DECIMALS, null=True, blank=True)


def _money(_: Told) -> models.Field:
    return models.DecimalField(max_digits=MONEY_DIGITS, decimal_places=2, null=True, blank=True)


NUMBER = FieldType(
    "number", Label("数字", "number"), ORDERED, parse_number, key=parse_number, clean=_clean_number, column=_numeric
)
INTEGER = FieldType(
    "integer", Label("整数", "whole number"), ORDERED, _parse_whole, key=_parse_whole,
    clean=_clean_integer, column=lambda _: models.BigIntegerField(null=True, blank=True),
)  # fmt: skip
PERCENT = FieldType(
    "percent", Label("百分比", "percentage"), ORDERED, parse_number, key=parse_number,
    clean=_clean_percent, column=_numeric,
)  # fmt: skip
MONEY = FieldType(
    "money", Label("金额", "money"), ORDERED, parse_number, key=parse_number, shown=as_text,
    clean=_clean_money, column=_money,
)  # fmt: skip
RATING = FieldType(
    "rating", Label("评分", "rating"), ORDERED, _parse_whole, key=_parse_whole,
    clean=_clean_rating, column=lambda _: models.SmallIntegerField(null=True, blank=True),
)  # fmt: skip

NUMBERS = (NUMBER, INTEGER, PERCENT, MONEY, RATING)
