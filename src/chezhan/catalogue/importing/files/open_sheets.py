"""What a sheet of an ods says beside its values: errors, and what is hidden. One pass in bounded memory."""

import zipfile
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from chezhan.catalogue.importing.files.refusals import FileBroken
from chezhan.catalogue.importing.files.scanning import ERRORS, TOLD, Scan

TABLE = "{urn:oasis:names:tc:opendocument:xmlns:table:1.0}"
CALC = "{urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0}value-type"
VALUE = "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}value"
ROW, COLUMN = f"{TABLE}table-row", f"{TABLE}table-column"
CELLS = (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")
SHOWN = frozenset(ERRORS.values())
# A sheet has no more; what says that it repeats further is the empty rest.
LAST_ROW, LAST_COLUMN = 1 << 20, 1 << 14


def scan_open_sheet(archive: zipfile.ZipFile, name: str) -> Scan:
    """Raises FileBroken."""
    scan = _Pass()
    try:
        with archive.open("content.xml") as file:
            inside = False
            for event, node in ElementTree.iterparse(file, events=("start", "end")):
                if node.tag == f"{TABLE}table":
                    inside = event == "start" and node.get(f"{TABLE}name") == name
                    if event == "end":
                        node.clear()
                elif inside and event == "end":
                    scan.see(node)
    except (KeyError, ElementTree.ParseError, zipfile.BadZipFile, OSError, EOFError, ValueError) as error:
        raise FileBroken from error
    return scan.scan


class _Pass:
    def __init__(self) -> None:
        self.scan, self.row, self.column = Scan(), 0, 0

    def see(self, node: Element) -> None:
        if node.tag == COLUMN:
            times = _times(node, "columns")
            if _hidden(node):
                self.scan.hidden_columns.update(range(self.column, min(self.column + times, LAST_COLUMN)))
            self.column += times
        elif node.tag == ROW:
            times = _times(node, "rows")
            width = _width(node)
            rows = range(self.row, min(self.row + times, LAST_ROW) if width else self.row)
            if _hidden(node):
                self.scan.hidden_rows.update(row + 1 for row in rows)
            if width:
                self.scan.rows, self.scan.columns = rows.stop, max(width, self.scan.columns)
            faults = _faults(node)
            for row in rows if faults else ():
                for column, shown in faults:
                    self.scan.fail(row, column, shown)
                if len(self.scan.errors) > TOLD:
                    break
            self.row += times
            node.clear()


def _width(row: Element) -> int:
    """To the last cell with anything in it."""
    column = width = 0
    for cell in row:
        if cell.tag in CELLS:
            column += _times(cell, "columns")
            if len(cell) or cell.get(VALUE) is not None:
                width = column
    return width


def _faults(row: Element) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    column = 0
    for cell in row:
        if cell.tag in CELLS:
            times = _times(cell, "columns")
            shown = "".join(cell.itertext()).strip() if len(cell) else ""
            if cell.get(CALC) == "error" or shown in SHOWN or shown.startswith("Err:"):
                found += [(one, shown or "#?") for one in range(column, min(column + times, LAST_COLUMN))]
            column += times
    return found


def _times(node: Element, what: str) -> int:
    return max(1, int(node.get(f"{TABLE}number-{what}-repeated", "1")))


def _hidden(node: Element) -> bool:
    return node.get(f"{TABLE}visibility") in ("collapse", "filter")
