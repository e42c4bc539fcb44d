"""Tell what text encoding a file is in, or say by name what it is instead of text."""

import codecs
from pathlib import Path

from chezhan.catalogue.importing.files.refusals import (
    FileBinary,
    FileEmpty,
    FileEncodingUnknown,
    FileHasZeros,
)

BLOCK = 1 << 20
# Text wrongly read as GB18030 decodes to rare characters; real Chinese text is nearly all GB 2312.
COMMON_HANZI_SHARE = 0.8

MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Excel workbook (.xls)"),
    (b"\x89PNG\r\n\x1a\n", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"\x1f\x8b\x08", "a gzip archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive"),
    (b"SQLite format 3\0", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"{\\rtf", "a rich-text document"),
)


def detect_encoding(*, path: Path) -> str:
    """Read the whole file once, a megabyte at a time, and answer a Python codec name.

    One of "utf-8-sig" (with or without mark), "utf-16", "gb18030". Raises FileEmpty, FileBinary,
    FileHasZeros or FileEncodingUnknown; a file of zeros is refused after its first block.
    """
    with path.open("rb") as file:
        first = file.read(BLOCK)
    if not first.strip():
        raise FileEmpty
    _refuse_known_binary(first)
    if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        line, _ = _decode(path, "utf-16")
        if line:
            raise FileEncodingUnknown(line=line)
        return "utf-16"
    bad_line, _ = _decode(path, "utf-8")
    if not bad_line:
        return "utf-8-sig"
    bad_line_gb, common = _decode(path, "gb18030")
    if bad_line_gb or common < COMMON_HANZI_SHARE:
        raise FileEncodingUnknown(line=bad_line)
    return "gb18030"


def _decode(path: Path, encoding: str) -> tuple[int, float]:
    """Answer (number of the first line that does not decode, or 0; share of GB 2312 among non-ASCII)."""
    decoder = codecs.getincrementaldecoder(encoding)()
    lines, foreign, common = 1, 0, 0
    with path.open("rb") as file:
        while True:
            block = file.read(BLOCK)
            try:
                text = decoder.decode(block, final=not block)
            except UnicodeDecodeError as error:
                return lines + error.object.count(b"\n", 0, error.start), 0.0
            if "\0" in text:
                raise FileHasZeros(line=lines + text.count("\n", 0, text.index("\0")))
            if not block:
                return 0, common / foreign if foreign else 1.0
            lines += text.count("\n")
            if encoding == "gb18030":
                beyond_ascii = len(text.encode("ascii", "ignore"))
                foreign += len(text) - beyond_ascii
                common += (len(text.encode("gb2312", "ignore")) - beyond_ascii) // 2


def _refuse_known_binary(first: bytes) -> None:
    for magic, kind in MAGIC:
        if first.startswith(magic):
            raise FileBinary(kind=kind)
    if first.startswith(b"PK\x03\x04"):
        excel = b"xl/" in first or b"[Content_Types].xml" in first
        raise FileBinary(kind="an Excel workbook (.xlsx)" if excel else "a ZIP archive")
    start = first[:512].lstrip(codecs.BOM_UTF8 + b" \t\r\n").lower()
    if start.startswith((b"<!doctype html", b"<html", b"<table", b"<meta")):
        raise FileBinary(kind="a web page (HTML)")
    if start.startswith(b"<?xml"):
        raise FileBinary(kind="an XML document")
