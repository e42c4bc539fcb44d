"""A sub-table: rows of plain values under the columns that the field's settings name."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import NO_SETTINGS, FieldSettings
from chezhan.catalogue.types.base import PRESENCE, Choosable, FieldType, Told, json_column, parse_nothing
from chezhan.catalogue.types.choices import BOOLEAN
from chezhan.catalogue.types.identifiers import ID_CARD, PHONE, PLATE, TAX_NO, VIN
from chezhan.catalogue.types.numbers import INTEGER, MONEY, NUMBER, PERCENT, RATING
from chezhan.catalogue.types.refusals import FieldRefused
from chezhan.catalogue.types.texts import BARCODE, EMAIL, LONG_TEXT, TEXT, URL
from chezhan.catalogue.types.times import DATE, DATETIME, TIME

ROW_LIMIT = 200
# What a cell may be: one plain value that needs no settings and leads nowhere.
CELL_TYPES = {
    type.name: type
    for type in (
        TEXT, LONG_TEXT, NUMBER, INTEGER, PERCENT, MONEY, RATING, BOOLEAN, DATE, DATETIME, TIME,
        PHONE, PLATE, VIN, ID_CARD, TAX_NO, EMAIL, URL, BARCODE,
    )
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Cell:
    settings: FieldSettings = NO_SETTINGS
    options: tuple[Choosable, ...] = ()


_CELL = _Cell()


def _clean_rows(value: Any, field: Told) -> list[dict[str, Any]] | None:
    """Cells that are empty are left out, and so are rows without any. Numbers and money are kept as text."""
    if value in (None, "", []):
        return None
    if not isinstance(value, list):
        raise FieldRefused("not_a_list")
    if len(value) > ROW_LIMIT:
        raise FieldRefused("too_many_rows", {"limit": ROW_LIMIT})
    types = {name: CELL_TYPES[type] for name, type in field.settings.columns}
    return [row for row in (_clean_row(row, types) for row in value) if row] or None


def _clean_row(row: Any, types: dict[str, FieldType]) -> dict[str, Any]:
    if not isinstance(row, dict):
        raise FieldRefused("not_a_row")
    if not set(row) <= set(types):
        raise FieldRefused("unknown_column")
    cells = {name: _as_json(type.clean(row.get(name), _CELL)) for name, type in types.items()}
    return {name: cell for name, cell in cells.items() if cell is not None}


def _as_json(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    return value.isoformat() if isinstance(value, dt.date | dt.time) else value


TABLE = FieldType(
    "table", Label("子表", "sub-table"), PRESENCE, parse_nothing, key=None, clean=_clean_rows, column=json_column
)
