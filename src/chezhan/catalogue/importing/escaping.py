"""Cells of a file of refused rows: it opens safely in a spreadsheet, can be mended there, and sent again as it is."""

import re

# Columns that this product adds; they are skipped when the mended file comes back.
ADDED_HEADERS = {
    "zh": ("车栈·行号", "车栈·字段", "车栈·原因"),
    "en": ("Chezhan row", "Chezhan field", "Chezhan reason"),
}
_ADDED = {header for headers in ADDED_HEADERS.values() for header in headers}

# A spreadsheet runs a cell that begins so as a formula; a quote before it makes it text.
_FORMULA = re.compile(r"[\s']*[=+\-@＝＋－＠|%]")


def is_mending_header(header: str) -> bool:
    return header in _ADDED


def escape_cell(cell: str) -> str:
    """Reversed exactly by `unescape_cell`, whatever the cell holds."""
    return "'" + cell if _FORMULA.match(cell) else cell


def unescape_cell(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _FORMULA.match(cell, 1) else cell
