"""What a value becomes when its field gets another type: as if somebody had typed it into the new field. Pure."""

import datetime as dt
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from chezhan.catalogue.entity import Field
from chezhan.catalogue.types import FieldRefused
from chezhan.kernel.clock import SHANGHAI

# Types of one plain value. Links, files, places and tables are no text that could be read anew.
PLAIN = frozenset(
    {"text", "long_text", "rich_text", "email", "url", "barcode", "color", "number", "integer", "percent", "money",
     "rating", "date", "datetime", "time", "boolean", "choice", "tags", "phone", "plate", "vin", "id_card", "tax_no"}
)  # fmt: skip
SAMPLES = 20


@dataclass(frozen=True, slots=True)
class Preview:
    """`empty`: records without a value. `samples`: values that would be lost, each with the code of why."""

    total: int
    empty: int
    refused: int
    samples: tuple[tuple[str, str], ...]


class Converter:
    """Converts values of `source` to what `target` keeps; each value once, however many records hold it."""

    def __init__(self, *, source: Field, target: Field) -> None:
        self.source, self.target = source, target
        self._labels = {option.value: option.label.zh for option in source.options}
        self._options = {option.label.zh: option.value for option in target.options if not option.retired}
        self._known: dict[Any, Any] = {}

    def convert(self, value: Any) -> Any:
        """None for nothing. Raises FieldRefused."""
        key = tuple(value) if isinstance(value, list) else value
        if key not in self._known:
            try:
                self._known[key] = self._converted(value)
            except FieldRefused as refusal:
                self._known[key] = refusal
        found = self._known[key]
        if isinstance(found, FieldRefused):
            raise found
        return found

    def kept(self, value: Any) -> Any:
        """As `convert`, None for what can't be converted."""
        try:
            return self.convert(value)
        except FieldRefused:
            return None

    def preview(self, counts: Iterable[tuple[Any, int]]) -> Preview:
        """`counts`: each value with the number of records that hold it."""
        total = empty = refused = 0
        samples: list[tuple[str, str]] = []
        for value, count in counts:
            total += count
            if is_empty(value):
                empty += count
                continue
            try:
                self.convert(value)
            except FieldRefused as refusal:
                refused += count
                if len(samples) < SAMPLES:
                    samples.append((as_typed(value, self._labels)[:60], refusal.code))
        return Preview(total, empty, refused, tuple(samples))

    def _converted(self, value: Any) -> Any:
        if is_empty(value):
            return None
        text: Any = as_typed(value, self._labels)
        match self.target.type.name:
            case "choice":
                text = self._options.get(text, text)
            case "tags":
                text = [one for one in map(str.strip, re.split(r"[,，、;；\n]", text)) if one]
            case "date" if isinstance(value, dt.datetime):
                text = value.astimezone(SHANGHAI).date().isoformat()
            case "datetime" if type(value) is dt.date:
                text = f"{value.isoformat()} 00:00"
        return self.target.type.clean(text, self.target)


def is_empty(value: Any) -> bool:
    return value is None or value in ("", [])


def as_typed(value: Any, labels: Mapping[str, str]) -> str:
    """The value as a person would type it."""
    if isinstance(value, Decimal):
        return format(value.normalize() if value == value.to_integral() else value, "f")
    if isinstance(value, dt.datetime):
        return value.astimezone(SHANGHAI).strftime("%Y-%m-%d %H:%M")
    if isinstance(value, dt.date | dt.time):
        return value.isoformat()
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, list | tuple):
        return "、".join(labels.get(one, str(one)) for one in value)
    return labels.get(value, str(value))


def as_literal(value: Any) -> str | None:
    """As PostgreSQL reads it when cast from text to the column's type."""
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        quoted = (one.replace("\\", "\\\\").replace('"', '\\"') for one in value)
        return "{" + ",".join(f'"{one}"' for one in quoted) + "}"
    return value.isoformat() if isinstance(value, dt.date | dt.time) else str(value)
