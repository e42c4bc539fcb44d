"""Every type of field by its name. What else an engine needs of a type is an adapter in that engine."""

from chezhan.catalogue.types.base import PARSE_FAULTS, TEXT_LIMIT, FieldType, Told
from chezhan.catalogue.types.choices import BOOLEAN, CHOICE, CHOICES, TAGS
from chezhan.catalogue.types.computed import AUTO_NUMBER, COMPUTED, FORMULA, ROLLUP
from chezhan.catalogue.types.files import FILE, FILES, PHOTO, SIGNATURE
from chezhan.catalogue.types.identifiers import ID_CARD, IDENTIFIERS, PHONE, PLATE, TAX_NO, VIN
from chezhan.catalogue.types.numbers import INTEGER, MONEY, NUMBER, NUMBERS, PERCENT, RATING
from chezhan.catalogue.types.places import ADDRESS, LOCATION, PLACES
from chezhan.catalogue.types.references import LINK, REFERENCES, STORE, USER
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.tables import TABLE
from chezhan.catalogue.types.texts import BARCODE, COLOR, EMAIL, LONG_TEXT, RICH_TEXT, TEXT, TEXTS, URL
from chezhan.catalogue.types.times import DATE, DATETIME, TIME, TIMES

FIELD_TYPES: dict[str, FieldType] = {}
for _type in (*TEXTS, *NUMBERS, *TIMES, *CHOICES, *IDENTIFIERS, *REFERENCES, *FILES, *PLACES, *COMPUTED, TABLE):
    if _type.name in FIELD_TYPES:
        raise ValueError(f"two field types are called {_type.name}")
    FIELD_TYPES[_type.name] = _type


def answering(*, type: FieldType, field: Told) -> FieldType:
    """How the field's values are compared, sorted and shown: a formula's and a roll-up's as those of their result."""
    return FIELD_TYPES[field.settings.result or NUMBER.name] if type in (FORMULA, ROLLUP) else type


__all__ = [
    "ADDRESS", "AUTO_NUMBER", "BARCODE", "BOOLEAN", "CHOICE", "COLOR", "DATE", "DATETIME", "EMAIL", "FIELD_TYPES",
    "FILE", "FORMULA", "ID_CARD", "INTEGER", "LINK", "LOCATION", "LONG_TEXT", "MONEY", "NUMBER", "PARSE_FAULTS",
    "PERCENT", "PHONE", "PHOTO", "PLATE", "RATING", "RICH_TEXT", "ROLLUP", "SIGNATURE", "STORE", "TABLE", "TAGS",
    "TAX_NO", "TEXT", "TEXT_LIMIT", "TIME", "URL", "USER", "VIN", "FieldRefused", "FieldType", "Told", "answering",
]  # fmt: skip
