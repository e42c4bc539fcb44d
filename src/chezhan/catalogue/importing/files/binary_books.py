"""What a sheet of an xlsb says beside its values: errors, and what is hidden. Its records, read in a stream."""

import struct
import zipfile
from collections.abc import Iterator
from typing import IO

from chezhan.catalogue.importing.files.refusals import FileBroken
from chezhan.catalogue.importing.files.scanning import ERRORS, Scan, linked_parts

BLOCK = 1 << 20
ROW, ERROR, FORMULA_ERROR, COLUMNS, SHEET = 0, 3, 11, 60, 156
BROKEN = (KeyError, struct.error, IndexError, zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError)


def scan_binary_sheet(archive: zipfile.ZipFile, name: str) -> Scan:
    """Raises FileBroken."""
    try:
        part = _parts(archive)[name]
        with archive.open(part) as file:
            return _scan(file)
    except BROKEN as error:
        raise FileBroken from error


def _parts(archive: zipfile.ZipFile) -> dict[str, str]:
    parts = linked_parts(archive, "xl/_rels/workbook.bin.rels")
    found = {}
    with archive.open("xl/workbook.bin") as file:
        for kind, body in _records(file):
            if kind == SHEET:
                link, after = _text(body, 8)
                name, _ = _text(body, after)
                found[name] = parts.get(link, "")
    return found


def _scan(file: IO[bytes]) -> Scan:
    scan, row = Scan(), 0
    for kind, body in _records(file):
        if kind == ROW:
            (row,) = struct.unpack_from("<I", body)
            if body[11] & 0x10:
                scan.hidden_rows.add(row + 1)
        elif kind in (ERROR, FORMULA_ERROR):
            scan.fail(row, *_error(body))
        elif kind == COLUMNS:
            first, last, _, _, flags = struct.unpack_from("<IIIIH", body)
            if flags & 1 and last - first < 1000:
                scan.hidden_columns.update(range(first, last + 1))
    return scan


def _error(body: bytes) -> tuple[int, str]:
    (column,) = struct.unpack_from("<I", body)
    return column, ERRORS.get(body[8], "#?")


def _text(body: bytes, place: int) -> tuple[str, int]:
    (length,) = struct.unpack_from("<I", body, place)
    end = place + 4 + length * 2
    return body[place + 4 : end].decode("utf-16-le"), end


def _records(file: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """(kind, body): both lengths are told in bytes of seven bits."""
    rest, start, more = b"", 0, True
    while more:
        block = file.read(BLOCK)
        rest, start, more = rest[start:] + block, 0, bool(block)
        # A head takes six bytes at most; the last may be shorter.
        while start < len(rest) and (len(rest) - start >= 6 or not more):
            kind, at = _number(rest, start, 2)
            length, at = _number(rest, at, 4)
            if len(rest) < at + length:
                break
            yield kind, rest[at : at + length]
            start = at + length
    if start < len(rest):
        raise ValueError


def _number(content: bytes, place: int, most: int) -> tuple[int, int]:
    """The kind keeps the marks of its bytes, as their names in the format do not."""
    value = 0
    for index in range(most):
        byte = content[place + index]
        value |= (byte & 0x7F) << (7 * index)
        if byte < 0x80:
            return value, place + index + 1
    return value, place + most
