"""The rows of one outcome as a file: the file's own cells, with the number of the row and the reasons in front.

Mended and sent again, the columns in front are passed over.
"""

import csv
import io
import tempfile
from collections.abc import Iterator, Mapping
from typing import IO

from xlsxwriter import Workbook

from chezhan.catalogue.importing.escaping import ADDED_HEADERS, escape_cell, is_mending_header
from chezhan.catalogue.importing.files.tables import text_of
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.queries import rows_with_entries
from chezhan.catalogue.importing.reasons import reason_of
from chezhan.catalogue.importing.targets import Target

WORDS = {
    "created": ("新增", "created"),
    "updated": ("更新", "updated"),
    "unchanged": ("没有变化", "unchanged"),
    "skipped": ("已有，跳过", "there already, passed over"),
    "asked": ("已有，待决定", "there already, to be decided"),
    "refused": ("未导入", "not imported"),
}
IN_MEMORY = 2 << 20
CELL = 32_767


def lines_of(job: RecordImport, *, became: str, targets: Mapping[str, Target], language: str) -> Iterator[list[str]]:
    """The names first; cells as they stand in the file. `language`: zh or en."""
    headers = list(job.table["headers"])
    keep = [index for index, header in enumerate(headers) if not is_mending_header(header)]
    yield [*ADDED_HEADERS[language], *(headers[index] for index in keep)]
    column = 0 if language == "zh" else 1
    for entry, cells in rows_with_entries(job, became=became):
        labels = {name: target.label[language] for name, target in targets.items()}
        fields = dict.fromkeys(labels.get(target or "", "") for target, _, _ in entry.faults)
        reasons = [reason_of(code, params)[language] for _, code, params in entry.faults]
        said = "; ".join(reasons) or WORDS[entry.became][column]
        own = [text_of(cells[index]) if index < len(cells) else "" for index in keep]
        yield [str(entry.row), "; ".join(filter(None, fields)), said, *own, *map(text_of, cells[len(headers) :])]


def as_csv(lines: Iterator[list[str]]) -> Iterator[bytes]:
    """UTF-8 with a mark. What a spreadsheet would run as a formula gets a quote in front, taken off on the way in."""
    yield "\ufeff".encode()
    for line in lines:
        out = io.StringIO()
        csv.writer(out).writerow(map(escape_cell, line))
        yield out.getvalue().encode()


def as_xlsx(lines: Iterator[list[str]]) -> IO[bytes]:
    """Every cell is text, so that nothing is run and no digit lost; stands at its beginning."""
    file = tempfile.SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 (closed by who sends it)
    with Workbook(file, {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        plain = book.add_format({"num_format": "@"})
        for number, line in enumerate(lines):
            for column, cell in enumerate(line):
                sheet.write_string(number, column, cell[:CELL], plain)
        sheet.freeze_panes(1, 0)
    file.seek(0)
    return file
