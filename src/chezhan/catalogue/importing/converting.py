"""A cell's text as a value that the field's type takes. One reader for each target; each text is read once."""

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from chezhan.catalogue.entity import Field
from chezhan.catalogue.importing.amounts import amount_of
from chezhan.catalogue.importing.dates import read_date
from chezhan.catalogue.importing.ordering import ColumnOrder
from chezhan.catalogue.importing.repair import repair_text
from chezhan.catalogue.importing.targets import MADE_AT, Target
from chezhan.catalogue.types import LONG_TEXT, RICH_TEXT, FieldRefused

MEMO_LIMIT = 5_000
# What a spreadsheet makes of a long number that it takes for one.
_ROUNDED = re.compile(r"\d(?:\.\d+)?[eE]\+\d{1,3}$")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2})?))?$")
_TIME = re.compile(r"(\d{1,2})[:：时点](\d{1,2})?(?:[:：分](\d{1,2}))?[分秒]?$")
_MOMENT = re.compile(r"(.*?\d)[T\s]\s*(\d{1,2}[:：时点].*)$")
_PARTS = re.compile(r"[,，;；、|\n]+")
_YES = frozenset(["是", "有", "对", "真", "√", "✓", "✔", "y", "yes", "true", "t", "1", "on"])
_NO = frozenset(["否", "无", "没有", "错", "假", "×", "✗", "n", "no", "false", "f", "0", "off"])


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a cell or a row does not go in. `params` quote no cell; a list in them is (zh, en)."""

    code: str
    params: Mapping[str, Any]

    @classmethod
    def of(cls, code: str, **params: Any) -> "Fault":
        return cls(code, params)


@dataclass(frozen=True, slots=True)
class Known:
    """What names mean here: people by name and address, stores by name; each may be several."""

    people: Mapping[str, set[UUID]]
    stores: Mapping[str, set[UUID]]


Value = Any
Reader = Callable[[str], Value]


class Memo(dict[str, Value]):
    """Texts of one column → what they mean, or a Fault; None for nothing."""

    def __init__(self, target: Target, order: ColumnOrder, known: Known) -> None:
        super().__init__()
        read = reader_for(target.field, order, known)
        # No field that is cleaned on its way: it is made a moment with a zone here.
        self.read = (lambda text: _cleaned_if_read(target.field, read(text))) if target.key == MADE_AT.name else read
        self.lines = target.field.type in (LONG_TEXT, RICH_TEXT)

    def __missing__(self, raw: str) -> Value:
        if len(self) > MEMO_LIMIT:
            self.clear()
        mended = repair_text(raw)
        text = mended.strip() if self.lines else " ".join(mended.split())
        self[raw] = value = self.read(text) if text else None
        return value


def reader_for(field: Field, order: ColumnOrder, known: Known) -> Reader:
    special: dict[str, Reader] = {
        "date": lambda text: _date(text, order.dates),
        "datetime": lambda text: _moment(text, order.dates),
        "time": _time,
        "money": _money,
        "number": _plain,
        "integer": _plain,
        "percent": _plain,
        "rating": _plain,
        "boolean": _boolean,
        "choice": _Choices(field, order.values),
        "tags": _Tags(field, order.values),
        "user": lambda text: _one(known.people.get(_folded(text)), "person"),
        "store": lambda text: _one(known.stores.get(_folded(text)), "store"),
    }
    return special.get(field.type.name, _text)


def normal_label(text: str) -> str:
    return "".join(unicodedata.normalize("NFKC", text).casefold().split())


def _folded(text: str) -> str:
    return " ".join(unicodedata.normalize("NFKC", text).casefold().split())


def _text(text: str) -> Value:
    return Fault.of("digits_lost") if _ROUNDED.match(text) else text


def _plain(text: str) -> Value:
    plain = unicodedata.normalize("NFKC", text).replace(",", "")
    return plain[:-2] if plain.endswith(".0") else plain


def _money(text: str) -> Value:
    amount = amount_of(unicodedata.normalize("NFKC", text))
    return Fault.of("not_a_number") if amount is None else format(amount.normalize(), "f")


def _date(text: str, order: str) -> Value:
    if match := _ISO.match(text):
        return text[:10] if _real(text[:10]) and match[4] in (None, "00:00", "00:00:00") else _day_of(text[:10], order)
    day = read_date(text, order)
    return day.isoformat() if day else Fault.of("bad_date", order=order)


def _day_of(day: str, order: str) -> Value:
    return day if _real(day) else Fault.of("bad_date", order=order)


def _real(day: str) -> bool:
    try:
        datetime.fromisoformat(day)
    except ValueError:
        return False
    return True


def _moment(text: str, order: str) -> Value:
    match = _MOMENT.match(text)
    day = _date(match[1].strip() if match else text, order)
    if isinstance(day, Fault):
        return day
    time = _time(match[2].strip()) if match else "00:00:00"
    return time if isinstance(time, Fault) else f"{day}T{time}"


def _time(text: str) -> Value:
    match = _TIME.match(unicodedata.normalize("NFKC", text))
    if not match:
        return Fault.of("not_a_time")
    return ":".join(f"{int(part or 0):02}" for part in match.groups())


def _boolean(text: str) -> Value:
    word = normal_label(text)
    if word in _YES or word in _NO:
        return word in _YES
    return Fault.of("not_a_boolean")


class _Choices:
    def __init__(self, field: Field, said: Mapping[str, str]) -> None:
        self.known: dict[str, str | None] = {}
        for one in field.options:
            if not one.retired:
                for name in (one.label.en, one.label.zh, one.value):
                    self.known[normal_label(name)] = one.value
        values = set(self.known.values())
        for text, value in said.items():
            if not value or value in values:
                self.known[normal_label(text)] = value or None

    def __call__(self, text: str) -> Value:
        label = normal_label(text)
        return self.known[label] if label in self.known else Fault.of("unknown_choice")


class _Tags:
    def __init__(self, field: Field, said: Mapping[str, str]) -> None:
        self.choices = _Choices(field, said) if field.options else None

    def __call__(self, text: str) -> Value:
        parts = [part.strip() for part in _PARTS.split(text) if part.strip()]
        if self.choices is None:
            return parts
        found = [self.choices(part) for part in parts]
        return next((one for one in found if isinstance(one, Fault)), [one for one in found if one])


def _one(found: set[UUID] | None, kind: str) -> Value:
    if not found:
        return Fault.of(f"{kind}_unknown")
    return next(iter(found)) if len(found) == 1 else Fault.of(f"{kind}_ambiguous")


def _cleaned_if_read(field: Field, value: Value) -> Value:
    return cleaned(field, value) if isinstance(value, str) else value


def cleaned(field: Field, value: Any) -> Any:
    """As the type keeps it, or a Fault."""
    try:
        return field.type.clean(value, field)
    except FieldRefused as refusal:
        return Fault(refusal.code, refusal.params)
