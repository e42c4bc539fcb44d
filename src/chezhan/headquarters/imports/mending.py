"""The file of refused rows: it opens safely in a spreadsheet, can be mended there, and sent again as it is."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import orjson

from chezhan.headquarters.imports.reasons import reason_text, target_label

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


def mending_csv(*, errors: Path, headers: list[str], language: str) -> Iterator[bytes]:
    """Lines of UTF-8 CSV with a byte-order mark.

    `errors` holds one JSON object a line: {row, cells, faults: [{target, code, params, …}]}. `headers`
    are the file's own. Columns that this product added to an earlier such file are not repeated.
    """
    language = "zh" if language.startswith("zh") else "en"
    keep = [i for i, header in enumerate(headers) if not is_mending_header(header)]
    yield "\ufeff".encode()
    yield _line([*ADDED_HEADERS[language], *(escape_cell(headers[i]) for i in keep)])
    if not errors.exists():
        return
    with errors.open("rb") as file:
        for line in file:
            entry = orjson.loads(line)
            cells: list[str] = entry["cells"]
            ordered = [cells[i] if i < len(cells) else "" for i in keep] + cells[len(headers) :]
            fields = dict.fromkeys(target_label(fault["target"], language) for fault in entry["faults"])
            reasons = [reason_text(fault["code"], fault["params"], language) for fault in entry["faults"]]
            yield _line([str(entry["row"]), *map(escape_cell, ["; ".join(fields), "; ".join(reasons), *ordered])])


def _line(cells: list[str]) -> bytes:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    return out.getvalue().encode()
