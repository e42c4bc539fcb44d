"""What a sheet of an xlsx says beside its values, and its reader leaves out: errors, formulas without a result, what is
hidden, how far it really goes. One pass over the unpacked text, in bounded memory. For the other kinds of workbook see
old_books, binary_books, open_sheets.
"""

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from posixpath import join, normpath
from xml.etree import ElementTree

from chezhan.catalogue.importing.files.refusals import FileBroken

BLOCK = 1 << 20
# A row longer than this is no row of a table.
ROW_BYTES = 16 << 20
# Where the last cell of a block is looked for first.
END = 1 << 12
TOLD = 20_000
# What Excel shows, by its number.
ERRORS = {
    0x00: "#NULL!", 0x07: "#DIV/0!", 0x0F: "#VALUE!", 0x17: "#REF!", 0x1D: "#NAME?", 0x24: "#NUM!", 0x2A: "#N/A",
    0x2B: "#GETTING_DATA",
}  # fmt: skip
_C = rb"<(?:\w+:)?c\b"
_CELL = re.compile(_C + rb'(?=[^>]*?\br="([A-Z]{1,3})(\d+)")[^>]*(?<!/)>')
# The columns of a block and perhaps more, six times as quick.
_LETTERS = re.compile(rb'r="([A-Z]+)')
_ERROR = re.compile(
    _C + rb'(?=[^>]*\bt="e")[^>]*?\br="([A-Z]{1,3}\d+)"[^>]*>(?:(?!</(?:\w+:)?c>).)*?<(?:\w+:)?v>([^<]*)<', re.DOTALL
)
_NO_RESULT = re.compile(
    _C + rb'(?=[^>]*?\br="([A-Z]{1,3}\d+)")[^>]*>\s*<(?:\w+:)?f\b(?:[^>]*/>|[^>]*>[^<]*</(?:\w+:)?f>)'
    rb"\s*(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
_ROW = re.compile(rb"<(?:\w+:)?row\b([^>]*)>")
_HIDDEN = re.compile(rb'\bhidden="(?:1|true)"')
_NUMBER = re.compile(rb'\br="(\d+)"')
_COL = re.compile(rb"<(?:\w+:)?col\b([^>]*)>")
_SPAN = re.compile(rb'\b(min|max)="(\d+)"')
END_OF_ROW = b"</row>"
_END_OF_ROW = re.compile(rb"</(?:\w+:)?row>")


@dataclass
class Scan:
    """Cells by name (B7): `errors` with what they show; `no_result`: formulas whose result the file does not hold.
    Rows from 1, columns from 0.
    """

    rows: int = 0
    columns: int = 0
    errors: dict[str, str] = field(default_factory=dict)
    no_result: set[str] = field(default_factory=set)
    hidden_rows: set[int] = field(default_factory=set)
    hidden_columns: set[int] = field(default_factory=set)

    def fail(self, row: int, column: int, shown: str) -> None:
        """Both from 0. One more than is told is kept, so that it is known that there are more."""
        if len(self.errors) <= TOLD:
            self.errors[f"{column_letters(column)}{row + 1}"] = shown


def column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def column_letters(number: int) -> str:
    """0 → A, 27 → AB."""
    letters, number = "", number + 1
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def sheet_parts(archive: zipfile.ZipFile) -> dict[str, str]:
    """Name of a sheet → its part in the archive. Raises FileBroken."""
    try:
        book = ElementTree.fromstring(archive.read("xl/workbook.xml"))
        targets = linked_parts(archive, "xl/_rels/workbook.xml.rels")
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile, OSError, EOFError) as error:
        raise FileBroken from error
    found = {}
    for sheet in book.iter():
        if sheet.tag.endswith("}sheet"):
            ids = [value for name, value in sheet.attrib.items() if name.endswith("}id")]
            found[sheet.get("name", "")] = targets.get(ids[0], "") if ids else ""
    return found


def linked_parts(archive: zipfile.ZipFile, links: str) -> dict[str, str]:
    """Id of a link of the workbook → the part that it leads to. Raises what reading the archive and XML raises."""
    found = {}
    for link in ElementTree.fromstring(archive.read(links)):
        target = link.get("Target", "")
        found[link.get("Id", "")] = target.lstrip("/") if target.startswith("/") else normpath(join("xl", target))
    return found


def scan_sheet(archive: zipfile.ZipFile, part: str) -> Scan:
    """Raises FileBroken."""
    scan, columns, row = Scan(), set[bytes](), 0
    for text in _blocks(archive, part):
        if not columns.issuperset(_LETTERS.findall(text)):
            columns.update(letters for letters, _ in _CELL.findall(text))
        scan.rows = max(scan.rows, _last_row(text))
        for attributes in _ROW.findall(text) if b"hidden" in text else ():
            number = _NUMBER.search(attributes)
            row = int(number[1]) if number else row + 1
            if _HIDDEN.search(attributes):
                scan.hidden_rows.add(row)
        if b't="e"' in text and len(scan.errors) <= TOLD:
            scan.errors.update(
                {cell.decode(): shown.decode("utf-8", "replace") for cell, shown in _ERROR.findall(text)}
            )
        if b"f>" in text or b"f " in text:
            scan.no_result.update(cell.decode() for cell in _NO_RESULT.findall(text))
        for attributes in _COL.findall(text) if b"<cols" in text or b":cols" in text else ():
            ends = {name: int(value) for name, value in _SPAN.findall(attributes)}
            if _HIDDEN.search(attributes) and ends.get(b"max", 0) - ends.get(b"min", 0) < 1000:
                scan.hidden_columns.update(range(ends[b"min"] - 1, ends[b"max"]))
    scan.columns = max((column_number(letters.decode()) for letters in columns), default=-1) + 1
    return scan


def _last_row(text: bytes) -> int:
    """That has a cell with anything in it; 0 where none has."""
    for piece in (text[-END:], text) if len(text) > END else (text,):
        if cells := _CELL.findall(piece):
            return int(cells[-1][1])
    return 0


def _blocks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    """The part in pieces that end where a row ends."""
    try:
        with archive.open(part) as file:
            rest = b""
            while block := file.read(BLOCK):
                text = rest + block
                cut = _last_end(text)
                if not cut and len(text) > ROW_BYTES:
                    raise FileBroken
                yield text[:cut]
                rest = text[cut:]
            yield rest
    except (KeyError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
        raise FileBroken from error


def _last_end(text: bytes) -> int:
    """Of a row; 0 where none ends."""
    at = text.rfind(END_OF_ROW)
    if at >= 0:
        return at + len(END_OF_ROW)
    return max((match.end() for match in _END_OF_ROW.finditer(text)), default=0)
