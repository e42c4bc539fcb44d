"""The file of refused rows: it opens safely in a spreadsheet, can be mended there, and sent again as it is."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import orjson

from chezhan.catalogue.importing.escaping import ADDED_HEADERS, escape_cell, is_mending_header
from chezhan.headquarters.imports.reasons import reason_text, target_label


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
