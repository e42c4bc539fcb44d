"""Read an uploaded CSV file row by row, in bounded memory, and never crash on what it holds."""

import csv
import io
import itertools
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from chezhan.catalogue.importing.escaping import is_mending_header, unescape_cell
from chezhan.catalogue.importing.files.encoding import detect_encoding
from chezhan.catalogue.importing.files.refusals import (
    FileEmpty,
    FileHeaderOnly,
    FileLineTooLong,
    FileQuoteOpen,
    FileTooManyColumns,
    FileTooManyRows,
)

DELIMITERS = ",;\t|"
RECORD_LIMIT = 1 << 16  # characters in one row
COLUMN_LIMIT = 200
ROW_LIMIT = 5_000_000
SNIFF_CHARACTERS = 1 << 16

# (row number as a spreadsheet shows it, cells, code of what is wrong with the row's shape or None)
Row = tuple[int, list[str], str | None]


@dataclass(frozen=True)
class Shape:
    """How the file is to be read. `headers` are trimmed, named where blank, and unique."""

    encoding: str
    delimiter: str
    header_row: int
    headers: tuple[str, ...]
    renamed: tuple[tuple[str, str], ...] = ()
    mended: bool = False

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> "Shape":
        """From what `dataclasses.asdict` gave."""
        renamed = tuple((old, new) for old, new in data["renamed"])
        return cls(**data | {"headers": tuple(data["headers"]), "renamed": renamed})


def read_shape(*, path: Path) -> Shape:
    """Raises a FileRefused that says what is wrong with the file and what to do."""
    encoding = detect_encoding(path=path)
    delimiter = delimiter_of(path=path, encoding=encoding)
    records = read_records(path=path, encoding=encoding, delimiter=delimiter)
    header_row, cells, fault = next((r for r in records if any(map(str.strip, r[1]))), (0, [], None))
    if not header_row:
        raise FileEmpty
    if fault:
        raise FileQuoteOpen(row=header_row)
    while cells and not cells[-1].strip():
        cells.pop()
    if len(cells) > COLUMN_LIMIT:
        raise FileTooManyColumns(columns=len(cells), limit=COLUMN_LIMIT)
    if not any(any(map(str.strip, r[1])) for r in records):
        raise FileHeaderOnly
    headers = _name_headers(cells)
    return Shape(
        encoding=encoding,
        delimiter=delimiter,
        header_row=header_row,
        headers=headers,
        renamed=tuple((old, new) for old, new in zip(cells, headers, strict=True) if old != new),
        mended=any(map(is_mending_header, headers)),
    )


def read_rows(*, path: Path, shape: Shape) -> Iterator[Row]:
    """Every row below the header that is not blank.

    A row's cells are as many as the headers unless its third member says "ragged_row" or "bad_quotes".
    Raises FileLineTooLong, FileQuoteOpen or FileTooManyRows when it gets there.
    """
    width = len(shape.headers)
    for row, cells, fault in read_records(path=path, encoding=shape.encoding, delimiter=shape.delimiter):
        if row <= shape.header_row or not any(map(str.strip, cells)):
            continue
        if row > ROW_LIMIT:
            raise FileTooManyRows(limit=ROW_LIMIT)
        entry = (row, cells, fault) if fault or len(cells) == width else fit_row(row, cells, width)
        yield (row, [unescape_cell(cell) for cell in entry[1]], entry[2]) if shape.mended else entry


def fit_row(row: int, cells: list[str], width: int) -> Row:
    """Blank cells beyond the header do not count."""
    while len(cells) > width and not cells[-1].strip():
        cells.pop()
    return row, cells, None if len(cells) == width else "ragged_row"


def read_records(*, path: Path, encoding: str, delimiter: str) -> Iterator[Row]:
    with path.open(encoding=encoding, newline="") as file:
        lines = _Lines(file)
        if lines.peek().lower().startswith("sep="):
            next(lines)  # Excel's own hint; it is not shown as a row
        reader = csv.reader(lines, delimiter=delimiter, strict=True)
        for row in itertools.count(1):
            lines.begin(row)
            try:
                yield row, next(reader), None
            except StopIteration:
                return
            except csv.Error as error:
                if "unexpected end of data" in str(error):
                    raise FileQuoteOpen(row=row) from error
                if "field larger" in str(error):
                    raise FileLineTooLong(row=row, limit=RECORD_LIMIT) from error
                yield row, [lines.last.rstrip("\r\n")], "bad_quotes"


class _Lines:
    """The file's lines for the CSV reader; no more than RECORD_LIMIT characters for one row."""

    def __init__(self, file: io.TextIOWrapper) -> None:
        self.file, self.row, self.room, self.last = file, 1, RECORD_LIMIT, ""
        self.waiting: str | None = None

    def begin(self, row: int) -> None:
        self.row, self.room = row, RECORD_LIMIT

    def peek(self) -> str:
        self.waiting = self.file.readline(RECORD_LIMIT)
        return self.waiting

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self.file.readline(RECORD_LIMIT) if self.waiting is None else self.waiting
        self.waiting = None
        if not line:
            raise StopIteration
        self.room -= len(line)
        if self.room <= 0:
            raise FileLineTooLong(row=self.row, limit=RECORD_LIMIT)
        self.last = line
        return line


def delimiter_of(*, path: Path, encoding: str) -> str:
    """The delimiter that splits the first lines into the most columns of one same number."""
    with path.open(encoding=encoding, newline="") as file:
        lines = file.read(SNIFF_CHARACTERS).splitlines(keepends=True)
    if lines and lines[0].lower().startswith("sep=") and lines[0][4:5] in DELIMITERS:
        return lines[0][4]
    if len(lines) > 2:
        lines.pop()  # it may be cut off in the middle
    lines = [line for line in lines if line.strip()][:60]

    def score(delimiter: str) -> tuple[bool, float, int]:
        widths = [len(cells) for cells in csv.reader(lines, delimiter=delimiter)]
        same = sum(width == widths[0] for width in widths) / len(widths) if widths else 0.0
        width = widths[0] if widths else 0
        return width > 1 and same > 0.7, width > 1 and round(same, 1), width

    return max(DELIMITERS, key=score)


def _name_headers(cells: list[str]) -> tuple[str, ...]:
    names: list[str] = []
    for position, cell in enumerate(cells, start=1):
        name = base = " ".join(cell.split())[:200] or f"column {position}"
        copies = 1
        while name in names:
            copies += 1
            name = f"{base} ({copies})"
        names.append(name)
    return tuple(names)
