"""One sheet of whatever kind of file as rows of cells, with what must be said of it."""

import datetime as dt
import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

# A cell is its text; or a fault: a list of its code and what stands there.
Cell = str | list[str]
# (row as the spreadsheet numbers it, cells, whether the row is hidden, code of what is wrong with its shape or "")
Row = tuple[int, list[Cell], bool, str]

HEADER_WITHIN = 25
SHOWN_ROWS = 30
CELL_LIMIT = 10_000
SAFE_DIGITS = 15


@dataclass(frozen=True)
class Sheet:
    """`rows` and `columns`: as far as it goes; 0 where that is not known before reading. `hidden`: in the workbook."""

    name: str
    rows: int = 0
    columns: int = 0
    hidden: bool = False


@dataclass
class Table:
    """`headers` are trimmed, named where blank, and unique. `renamed`: before → after. `head`: the first rows as they
    stand, for whoever chooses the row of names.
    `hidden_columns`: names of columns. `macros`, `outside`: it holds programs, or links to other files.
    """

    kind: str
    sheets: list[Sheet]
    sheet: str
    header_row: int
    headers: list[str]
    renamed: list[list[str]] = field(default_factory=list)
    head: list[list[Any]] = field(default_factory=list)
    rows: int = 0
    hidden_rows: int = 0
    hidden_columns: list[str] = field(default_factory=list)
    merged: int = 0
    macros: bool = False
    outside: bool = False
    mended: bool = False
    encoding: str = ""
    delimiter: str = ""

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def cells_of(values: Sequence[Any]) -> list[Cell]:
    """Values as their reader gave them, each as text that loses nothing, or the fault that it lost something."""
    return [value if type(value) is str and len(value) <= CELL_LIMIT else _cell_of(value) for value in values]


def _cell_of(value: Any) -> Cell:
    if isinstance(value, str):
        return ["cell_too_long", value[:40]]
    for kind, told in _TOLD.items():
        if isinstance(value, kind):
            return told(value)
    return ""


def _number(value: float) -> Cell:
    if not math.isfinite(value):
        return ["error_cell", str(value)]
    if abs(value) >= 10**SAFE_DIGITS:
        return ["digits_lost", f"{value:.15g}"]
    if value == int(value):
        return str(int(value))
    text = f"{value:.15g}"
    return f"{value:.20f}".rstrip("0") if "e" in text else text


# A truth is a number and a moment is a day: the narrower stands first.
_TOLD: dict[type, Callable[[Any], Cell]] = {
    bool: lambda value: "TRUE" if value else "FALSE",
    int: _number,
    float: _number,
    dt.datetime: lambda value: value.isoformat(sep=" ", timespec="seconds"),
    dt.date: lambda value: value.isoformat(),
    dt.time: lambda value: value.isoformat(timespec="seconds"),
    dt.timedelta: str,
}


def is_blank(cells: Sequence[Cell]) -> bool:
    for cell in cells:  # noqa: SIM110 (twice as fast, of every row)
        if isinstance(cell, list) or cell.strip():
            return False
    return True


def text_of(cell: Cell) -> str:
    return cell[1] if isinstance(cell, list) else cell


def guess_header(rows: Sequence[tuple[int, Sequence[Cell]]]) -> int:
    """The number of the row that names the columns: below titles, where the most different words stand."""
    best, best_score = 0, 0.0
    for number, cells in rows[:HEADER_WITHIN]:
        texts = [text_of(cell).strip() for cell in cells if not (isinstance(cell, str) and not cell.strip())]
        words = {text for text in texts if not _is_data(text)}
        score = len(words) - 1.5 * sum(map(_is_data, texts)) + (0.5 if len(set(texts)) == len(texts) else 0)
        if words and score > best_score:
            best, best_score = number, score
    return best or (rows[0][0] if rows else 0)


def name_headers(cells: Sequence[Cell]) -> tuple[list[str], list[list[str]]]:
    """Names, and what was renamed: [before, after]."""
    names: dict[str, None] = {}
    renamed = []
    for position, cell in enumerate(cells, start=1):
        given = " ".join(text_of(cell).split())[:200]
        name = base = given or f"column {position}"
        copies = 1
        while name in names:
            copies += 1
            name = f"{base} ({copies})"
        names[name] = None
        if given and name != given:
            renamed.append([given, name])
    return list(names), renamed


def below(rows: Iterator[Row], header_row: int) -> Iterator[Row]:
    return (row for row in rows if row[0] > header_row and not is_blank(row[1]))


def _is_data(text: str) -> bool:
    digits = sum(sign.isdigit() for sign in text)
    return digits * 2 > len(text) or len(text) > 40 or "@" in text
