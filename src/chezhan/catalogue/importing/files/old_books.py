"""What a sheet of an xls says beside its values: errors, and what is hidden. Its records, read in a stream."""

import struct
from collections.abc import Iterator
from pathlib import Path

from chezhan.catalogue.importing.files.compound import stream_of
from chezhan.catalogue.importing.files.refusals import FileBroken, FileLocked
from chezhan.catalogue.importing.files.scanning import ERRORS, Scan

BOUND_SHEET, BEGIN, END, LOCKED = 0x85, 0x809, 0x0A, 0x2F
ROW, COLUMNS, ERROR_OR_TRUTH, FORMULA = 0x208, 0x7D, 0x205, 0x06


def scan_old_sheet(*, path: Path, number: int) -> Scan:
    """`number`: of the sheet, from 0, as they lie in the file. Raises FileBroken, FileLocked."""
    scan, places, depth, wanted = Scan(), list[int](), 0, -1
    try:
        for place, kind, body in _records(stream_of(path=path, names=("Workbook", "Book"))):
            if kind == LOCKED:
                raise FileLocked
            if kind == BOUND_SHEET:
                places.append(struct.unpack_from("<I", body)[0])
            elif kind == BEGIN and (depth or (places and place == places[number])):
                depth, wanted = depth + 1, number
            elif kind == END and depth:
                depth -= 1
                if not depth:
                    return scan
            elif depth == 1:
                _look(kind, body, scan)
    except (struct.error, IndexError) as error:
        raise FileBroken from error
    if wanted < 0:
        raise FileBroken
    return scan


def _look(kind: int, body: bytes, scan: Scan) -> None:
    if kind == ERROR_OR_TRUTH:
        row, column, _, code, is_error = struct.unpack_from("<HHHBB", body)
        if is_error:
            scan.fail(row, column, ERRORS.get(code, "#?"))
    elif kind == FORMULA:
        row, column, _, what, _, code = struct.unpack_from("<HHHBBB", body)
        if body[12:14] == b"\xff\xff" and what == 2:
            scan.fail(row, column, ERRORS.get(code, "#?"))
    elif kind == ROW:
        row, flags = struct.unpack_from("<H10xH", body)
        if flags & 0x20:
            scan.hidden_rows.add(row + 1)
    elif kind == COLUMNS:
        first, last, _, _, flags = struct.unpack_from("<HHHHH", body)
        if flags & 1:
            scan.hidden_columns.update(range(first, min(last, 255) + 1))


def _records(pieces: Iterator[bytes]) -> Iterator[tuple[int, int, bytes]]:
    """(place in the stream, kind, body)"""
    rest, start, place = b"", 0, 0
    for piece in pieces:
        rest, start = rest[start:] + piece, 0
        while len(rest) - start >= 4:
            kind, length = struct.unpack_from("<HH", rest, start)
            if len(rest) - start < 4 + length:
                break
            yield place, kind, rest[start + 4 : start + 4 + length]
            start, place = start + 4 + length, place + 4 + length
