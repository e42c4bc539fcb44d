"""CSV and its like, read in a stream; see `reading`, which the group's sales files go through too."""

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from chezhan.catalogue.importing.escaping import is_mending_header, unescape_cell
from chezhan.catalogue.importing.files.encoding import detect_encoding
from chezhan.catalogue.importing.files.reading import (
    COLUMN_LIMIT,
    ROW_LIMIT,
    delimiter_of,
    fit_row,
    read_records,
)
from chezhan.catalogue.importing.files.refusals import (
    FileEmpty,
    FileNoHeaderHere,
    FileTooManyColumns,
    FileTooManyRows,
)
from chezhan.catalogue.importing.files.tables import (
    SHOWN_ROWS,
    Row,
    Sheet,
    Table,
    guess_header,
    is_blank,
    name_headers,
)
from chezhan.catalogue.importing.files.workbooks import Wish


def read_text(*, path: Path, wish: Wish) -> tuple[Table, Iterator[Row]]:
    """The table and its rows below the names. Raises a FileRefused, also while the rows are read."""
    encoding = detect_encoding(path=path)
    delimiter = delimiter_of(path=path, encoding=encoding)
    first = list(islice(read_records(path=path, encoding=encoding, delimiter=delimiter), SHOWN_ROWS))
    filled = [(number, cells) for number, cells, _ in first if not is_blank(cells)]
    if not filled:
        raise FileEmpty
    header_row = wish.header_row or guess_header(filled)
    records = read_records(path=path, encoding=encoding, delimiter=delimiter)
    header = next((cells for number, cells, fault in records if number == header_row and not fault), [])
    while header and not header[-1].strip():
        header.pop()
    if not header:
        raise FileNoHeaderHere(row=header_row)
    if len(header) > COLUMN_LIMIT:
        raise FileTooManyColumns(columns=len(header), limit=COLUMN_LIMIT)
    headers, renamed = name_headers(header)
    table = Table(
        kind="text",
        sheets=[Sheet(name="")],
        sheet="",
        header_row=header_row,
        headers=headers,
        renamed=renamed,
        head=[[number, [cell[:60] for cell in cells[:30]]] for number, cells, _ in first],
        mended=any(map(is_mending_header, headers)),
        encoding=encoding,
        delimiter=delimiter,
    )
    return table, _rows(records, len(headers), mended=table.mended)


def _rows(records: Iterator, width: int, *, mended: bool) -> Iterator[Row]:
    for number, cells, fault in records:
        if is_blank(cells):
            continue
        if number > ROW_LIMIT:
            raise FileTooManyRows(limit=ROW_LIMIT)
        _, fitted, shape = (number, cells, fault) if fault or len(cells) == width else fit_row(number, cells, width)
        yield number, [unescape_cell(cell) for cell in fitted] if mended else [*fitted], False, shape or ""
