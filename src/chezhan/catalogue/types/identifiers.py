"""Numbers by which people, firms and cars are known: phone, plate, VIN, ID card, tax number."""

import re
from typing import Any

import phonenumbers
from phonenumbers import shortnumberinfo
from stdnum.cn import ric, uscc
from stdnum.exceptions import InvalidChecksum, InvalidComponent, ValidationError

from chezhan.catalogue import operators as op
from chezhan.catalogue.labels import Label
from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.plates import compact_plate, plate_shape
from chezhan.catalogue.types.base import EQUALITY, TEXTUAL, FieldType, Told, parse_text, parse_upper, text_column
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import compact_text
from chezhan.catalogue.vins import LENGTH, SIGNS, compact_vin

HOME = "CN"
CODE_LIMIT, ABROAD = 40, 10
_PHONE = re.compile(r"[0-9()+\-. /]+$")
# Without an area code no number says where it rings; it is kept, as people and old files give it.
_LOCAL = re.compile(r"[2-9][0-9]{6,7}$")
_MOBILE = re.compile(r"1[3-9][0-9]{9}$")
_ID_CARD = re.compile(r"[0-9]{17}[0-9X]$")
# Found whole or by the tail, never sorted: they will be sealed.
SEALABLE = (*EQUALITY, op.ENDS, op.NULL, op.NOT_NULL)


def _clean_phone(value: Any, _: Told) -> str | None:
    """Digits alone, without China's country code."""
    if type(value) is str and _MOBILE.fullmatch(value):
        return value
    text = compact_text(value, limit=CODE_LIMIT)
    if text is None:
        return None
    digits = digits_of(text)
    if not _PHONE.match(text) or digits is None or not _rings(text, digits):
        raise FieldRefused("not_a_phone")
    return digits


def _rings(text: str, digits: str) -> bool:
    """Numbers abroad are kept without their +, so digits alone may be one of them."""
    if _MOBILE.match(digits) or (_LOCAL.match(digits) and "+" not in text):
        return True
    return _is_number(text) or (len(digits) >= ABROAD and _is_number(f"+{digits}"))


def _is_number(text: str) -> bool:
    try:
        number = phonenumbers.parse(text, HOME)
    except phonenumbers.NumberParseException:
        return False
    return phonenumbers.is_valid_number(number) or shortnumberinfo.is_valid_short_number_for_region(number, HOME)


def _clean_plate(value: Any, _: Told) -> str | None:
    text = compact_text(value, limit=CODE_LIMIT)
    if text is None:
        return None
    plate = compact_plate(text)
    if plate_shape(plate) is None:
        raise FieldRefused("not_a_plate")
    return plate


def _clean_vin(value: Any, _: Told) -> str | None:
    """A wrong check digit is no refusal: see `warnings_of`."""
    text = compact_text(value, limit=CODE_LIMIT)
    if text is None:
        return None
    vin = compact_vin(text)
    if len(vin) != LENGTH:
        raise FieldRefused("vin_length", {"length": len(vin)})
    if not SIGNS.match(vin):
        raise FieldRefused("vin_characters")
    return vin


def _clean_id_card(value: Any, _: Told) -> str | None:
    """18 signs with a real day and a right check digit. Where the person comes from is not looked up: districts
    change, and permits of people from Hong Kong, Macao, Taiwan and abroad have codes of their own."""
    text = compact_text(value, limit=CODE_LIMIT)
    if text is None:
        return None
    number = ric.compact(text).replace(" ", "").replace("-", "")
    if not _ID_CARD.match(number):
        raise FieldRefused("id_card_form")
    try:
        born = ric.get_birth_date(number)
    except InvalidComponent:
        raise FieldRefused("id_card_date") from None
    if born.year < 1850:
        raise FieldRefused("id_card_date")
    if number[-1] != ric.calc_check_digit(number):
        raise FieldRefused("id_card_check")
    return number


def _clean_tax_no(value: Any, _: Told) -> str | None:
    text = compact_text(value, limit=CODE_LIMIT)
    if text is None:
        return None
    try:
        return uscc.validate(text)
    except InvalidChecksum:
        raise FieldRefused("tax_no_check") from None
    except ValidationError:
        raise FieldRefused("tax_no_form") from None


def _parse_digits(value: Any) -> str:
    if digits := digits_of(parse_text(value)):
        return digits
    raise ValueError("digits")


def _parse_plate(value: Any) -> str:
    """As it is kept: people write 沪A·12345."""
    return compact_plate(parse_text(value))


PHONE = FieldType(
    "phone", Label("电话", "phone"), SEALABLE, _parse_digits, key=None, clean=_clean_phone, column=text_column
)
PLATE = FieldType("plate", Label("车牌", "plate"), TEXTUAL, _parse_plate, clean=_clean_plate, column=text_column)
VIN = FieldType("vin", Label("车架号", "VIN"), TEXTUAL, parse_upper, clean=_clean_vin, column=text_column)
ID_CARD = FieldType(
    "id_card", Label("身份证号", "ID card"), SEALABLE, parse_upper, key=None, clean=_clean_id_card, column=text_column
)
TAX_NO = FieldType("tax_no", Label("税号", "tax number"), TEXTUAL, parse_upper, clean=_clean_tax_no, column=text_column)

IDENTIFIERS = (PHONE, PLATE, VIN, ID_CARD, TAX_NO)
