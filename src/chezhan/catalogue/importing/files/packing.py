"""What is inside a packed file (xlsx, xlsb, ods), before a byte of it is unpacked: bombs are refused by their size."""

import re
import zipfile
from pathlib import Path

from chezhan.catalogue.importing.files.refusals import (
    FileBinary,
    FileBroken,
    FileHoldsEntities,
    FileLocked,
    FileUnpacksTooLarge,
)

UNPACKED_LIMIT = 400 << 20
PART_LIMIT = 250 << 20
STRINGS_LIMIT = 80 << 20
PARTS_LIMIT = 3_000
# Sheets of numbers shrink to a twentieth; a bomb to a thousandth.
RATIO, RATIO_FROM = 300, 20 << 20
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENTITIES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
BLOCK = 1 << 20


def kind_of(*, path: Path) -> str:
    """xlsx, xlsb, ods, xls or text, by content, whatever the name says. Raises a FileRefused."""
    with path.open("rb") as file:
        first = file.read(4096)
    if first.startswith(OLE):
        return _kind_of_ole(path)
    if not first.startswith(b"PK\x03\x04"):
        return "text"
    with opened(path=path) as archive:
        names = set(archive.namelist())
        if "xl/workbook.bin" in names:
            return "xlsb"
        if "xl/workbook.xml" in names:
            return "xlsx"
        if "content.xml" in names and b"opendocument.spreadsheet" in _mimetype(archive, names):
            return "ods"
    if any(name.startswith("word/") for name in names):
        raise FileBinary(kind="a Word document")
    raise FileBinary(kind="a ZIP archive")


def opened(*, path: Path) -> zipfile.ZipFile:
    """The archive, looked over by its own table of contents. Raises a FileRefused."""
    try:
        archive = zipfile.ZipFile(path)
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as error:
        raise FileBroken from error
    parts = archive.infolist()
    if any(part.flag_bits & 1 for part in parts):
        raise FileLocked
    names = [part.filename for part in parts]
    if len(names) != len(set(names)):
        raise FileBroken
    unpacked = sum(part.file_size for part in parts)
    packed = max(1, path.stat().st_size)
    largest = max((part.file_size for part in parts), default=0)
    strings = sum(
        part.file_size for part in parts if part.filename.endswith(("sharedStrings.xml", "sharedStrings.bin"))
    )
    bomb = unpacked > RATIO_FROM and unpacked / packed > RATIO
    if len(parts) > PARTS_LIMIT or unpacked > UNPACKED_LIMIT or largest > PART_LIMIT or strings > STRINGS_LIMIT or bomb:
        raise FileUnpacksTooLarge(
            megabytes=unpacked >> 20, limit_mb=(STRINGS_LIMIT if strings > STRINGS_LIMIT else UNPACKED_LIMIT) >> 20
        )
    return archive


def refuse_entities(archive: zipfile.ZipFile) -> None:
    """No spreadsheet program writes a document type; what holds one is made to grow or to reach out."""
    for part in archive.infolist():
        if part.filename.endswith((".xml", ".rels")):
            try:
                with archive.open(part) as file:
                    head = file.read(BLOCK)
            except (zipfile.BadZipFile, OSError, EOFError, ValueError, NotImplementedError) as error:
                raise FileBroken from error
            if ENTITIES.search(head):
                raise FileHoldsEntities


def _mimetype(archive: zipfile.ZipFile, names: set[str]) -> bytes:
    return archive.read("mimetype")[:200] if "mimetype" in names else b""


def _kind_of_ole(path: Path) -> str:
    """Old workbooks and locked new ones share one wrapping; their streams are named in UTF-16."""
    with path.open("rb") as file:
        content = file.read(64 << 20)
    if "EncryptedPackage".encode("utf-16-le") in content:
        raise FileLocked
    if any(name.encode("utf-16-le") in content for name in ("Workbook", "Book")):
        return "xls"
    raise FileBinary(kind="an old Office document")
