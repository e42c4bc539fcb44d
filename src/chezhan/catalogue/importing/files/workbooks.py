"""Workbooks: xlsx, xlsb, xls, ods. Values as they were last computed; nothing in them is ever run or fetched."""

import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from chezhan.catalogue.importing.files.binary_books import scan_binary_sheet
from chezhan.catalogue.importing.files.old_books import scan_old_sheet
from chezhan.catalogue.importing.files.open_sheets import scan_open_sheet
from chezhan.catalogue.importing.files.packing import opened, refuse_entities
from chezhan.catalogue.importing.files.refusals import (
    FileBroken,
    FileLocked,
    FileNoHeaderHere,
    FileNoSheet,
    FileSheetTooLarge,
    FileTooManyColumns,
    FileTooManyMarks,
)
from chezhan.catalogue.importing.files.scanning import TOLD, Scan, column_letters, scan_sheet, sheet_parts
from chezhan.catalogue.importing.files.tables import (
    SHOWN_ROWS,
    Cell,
    Row,
    Sheet,
    Table,
    below,
    cells_of,
    guess_header,
    is_blank,
    name_headers,
    text_of,
)

# A cell takes about a hundred bytes while its sheet is held.
CELLS_LIMIT = 1_500_000
COLUMN_LIMIT = 200


@dataclass(frozen=True)
class Wish:
    """What the person asked for. `sheet` "" and `header_row` 0: guess. `hidden`: whether hidden rows and columns are
    taken. `fill`: whether what stands in a merged cell stands in each of its cells.
    """

    sheet: str = ""
    header_row: int = 0
    hidden: bool = True
    fill: bool = True


def read_workbook(*, path: Path, kind: str, wish: Wish) -> tuple[Table, Iterator[Row]]:
    """The table and its rows below the names. Raises a FileRefused."""
    macros = outside = False
    archive = None
    if kind != "xls":
        archive = opened(path=path)
        refuse_entities(archive)
        names = archive.namelist()
        macros = any(name.endswith("vbaProject.bin") for name in names)
        outside = any("externalLinks/" in name for name in names)
    book = _open(path)
    sheets = _sheets(book)
    name = wish.sheet if wish.sheet in book.sheet_names else _first(book, sheets)
    scan = _scanned(path, kind, archive, name, [one.name for one in book.sheets_metadata].index(name))
    _refuse_marks(name, len(scan.errors))
    _refuse_large(name, scan.rows, scan.columns)
    sheet = _sheet(book, name)
    if sheet.end is None:
        raise FileNoSheet
    height, width = sheet.end[0] + 1, sheet.end[1] + 1
    _refuse_large(name, height, width)
    merged = sheet.merged_cell_ranges or []
    if wish.fill:
        _refuse_marks(name, len(merged))
    fills = _Fills(merged, height, width) if wish.fill and merged else None
    hidden_columns = {one for one in scan.hidden_columns if one < width}
    reader = _Reader(sheet, scan, fills)
    first = [row for row, _ in zip(reader.rows(), range(SHOWN_ROWS), strict=False)]
    filled = [(number, cells) for number, cells, _, _ in first if not is_blank(cells)]
    header_row = wish.header_row or guess_header(filled)
    header = next((cells for number, cells, _, _ in reader.rows() if number == header_row), None)
    if header is None or is_blank(header):
        raise FileNoHeaderHere(row=header_row)
    left_out = set() if wish.hidden else hidden_columns
    kept = [index for index in range(_width(header, reader, header_row)) if index not in left_out]
    headers, renamed = name_headers([header[index] for index in kept])
    table = Table(
        kind=kind,
        sheets=sheets,
        sheet=name,
        header_row=header_row,
        headers=headers,
        renamed=renamed,
        head=[[number, [text_of(cell)[:60] for cell in cells[:30]]] for number, cells, _, _ in first],
        hidden_columns=[
            text_of(header[index]).strip() or column_letters(index)
            for index in sorted(hidden_columns)
            if index < len(header)
        ],
        merged=len(merged),
        macros=macros,
        outside=outside,
    )
    rows = (row for row in below(reader.rows(), header_row) if wish.hidden or not row[2])
    if kept != [*range(width)]:
        rows = ((number, [cells[index] for index in kept], hidden, shape) for number, cells, hidden, shape in rows)
    table.hidden_rows = len([one for one in scan.hidden_rows if header_row < one <= height])
    return table, rows


def _scanned(path: Path, kind: str, archive: zipfile.ZipFile | None, name: str, number: int) -> Scan:
    """Raises FileBroken, FileLocked."""
    if archive is None:
        return scan_old_sheet(path=path, number=number)
    if kind == "xlsx":
        return scan_sheet(archive, sheet_parts(archive).get(name, ""))
    return scan_binary_sheet(archive, name) if kind == "xlsb" else scan_open_sheet(archive, name)


def _open(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(path)
    except PasswordError as error:
        raise FileLocked from error
    except (CalamineError, OSError, zipfile.BadZipFile, ValueError) as error:
        raise FileBroken from error


def _sheet(book: CalamineWorkbook, name: str) -> CalamineSheet:
    try:
        return book.get_sheet_by_name(name)
    except (CalamineError, OSError, ValueError) as error:
        raise FileBroken from error


def _sheets(book: CalamineWorkbook) -> list[Sheet]:
    found = [
        Sheet(name=one.name, hidden=one.visible != SheetVisibleEnum.Visible)
        for one in book.sheets_metadata
        if one.typ == SheetTypeEnum.WorkSheet
    ]
    if not found:
        raise FileNoSheet
    return found


def _first(book: CalamineWorkbook, sheets: list[Sheet]) -> str:
    """The first that is shown; what it lacks the person chooses otherwise."""
    return next((sheet.name for sheet in sheets if not sheet.hidden), sheets[0].name)


def _refuse_large(name: str, rows: int, columns: int) -> None:
    if columns > COLUMN_LIMIT:
        raise FileTooManyColumns(columns=columns, limit=COLUMN_LIMIT)
    if rows * columns > CELLS_LIMIT:
        raise FileSheetTooLarge(sheet=name, rows=rows, columns=columns, limit=CELLS_LIMIT)


def _refuse_marks(name: str, count: int) -> None:
    """Beyond so many the rest would be read as empty, and nobody told."""
    if count > TOLD:
        raise FileTooManyMarks(sheet=name, limit=TOLD)


def _width(header: list[Cell], reader: "_Reader", header_row: int) -> int:
    """To the last column that has a name or, below it, anything."""
    width = max((index + 1 for index, cell in enumerate(header) if text_of(cell).strip()), default=0)
    if width == reader.width:
        return width
    for _, cells, _, _ in below(reader.rows(), header_row):
        while width < len(cells) and not is_blank(cells[width:]):
            width += 1
    return width


class _Fills:
    """What stands in merged cells, put into each of them as the rows go by."""

    def __init__(self, ranges: list[Any], height: int, width: int) -> None:
        self.starts: dict[int, list[tuple[int, int, int]]] = {}
        for (top, left), (bottom, right) in ranges:
            if top < height and left < width:
                self.starts.setdefault(top, []).append((left, min(right, width - 1), min(bottom, height - 1)))

    def running(self) -> "_Running":
        return _Running(self.starts)


class _Running:
    def __init__(self, starts: dict[int, list[tuple[int, int, int]]]) -> None:
        self.starts = starts
        self.open: list[tuple[int, int, int, Cell]] = []

    def fill(self, row: int, cells: list[Cell]) -> None:
        self.open = [one for one in self.open if one[2] >= row]
        for left, right, bottom in self.starts.get(row, ()):
            if left < len(cells):
                self.open.append((left, right, bottom, cells[left]))
        for left, right, _, cell in self.open:
            for index in range(left, min(right + 1, len(cells))):
                cells[index] = cell


class _Reader:
    """The sheet's rows, from its first, as often as they are asked for."""

    def __init__(self, sheet: CalamineSheet, scan: Scan, fills: _Fills | None) -> None:
        self.sheet, self.scan, self.fills = sheet, scan, fills
        assert sheet.start is not None
        self.pad: list[Cell] = [""] * sheet.start[1]
        self.width = 0 if sheet.end is None else sheet.end[1] + 1
        self.faults: dict[int, list[tuple[int, Cell]]] = {}
        for name, shown in scan.errors.items():
            self._put(name, ["error_cell", shown])
        for name in scan.no_result:
            self._put(name, ["formula_without_result", "="])

    def rows(self) -> Iterator[Row]:
        running = self.fills.running() if self.fills else None
        hidden = self.scan.hidden_rows
        faults = self.faults
        for index, values in enumerate(self.sheet.iter_rows()):
            cells = cells_of(values)
            if self.pad:
                cells = [*self.pad, *cells]
            if index in faults:
                for column, fault in faults[index]:
                    if column < len(cells):
                        cells[column] = fault
            if running:
                running.fill(index, cells)
            yield index + 1, cells, index + 1 in hidden, ""

    def _put(self, name: str, fault: Cell) -> None:
        letters = name.rstrip("0123456789")
        column = 0
        for letter in letters:
            column = column * 26 + ord(letter) - 64
        self.faults.setdefault(int(name[len(letters) :]) - 1, []).append((column - 1, fault))
