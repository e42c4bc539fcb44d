"""Workbooks in the kinds that nothing here writes: xls, xlsb and ods, made by hand. A cell that begins with # is an
error; rows in `hidden`, from 0, are hidden.
"""

import io
import struct
import zipfile
from collections.abc import Collection, Sequence
from xml.sax.saxutils import escape

Rows = Sequence[Sequence[str | float]]
CODES = {"#NULL!": 0x00, "#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#NAME?": 0x1D, "#NUM!": 0x24, "#N/A": 0x2A}
SECTOR, FREE, END, OF_TABLE = 512, 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
KINDS = "http://schemas.openxmlformats.org/package/2006/content-types"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
BOOK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def old_book(rows: Rows, *, hidden: Collection[int] = (), sheet: str = "表") -> bytes:
    """An xls: BIFF8 in a compound file."""
    begin = struct.pack("<HHHHII", 0x0600, 0x0005, 0, 0, 0, 0)
    name = sheet.encode("utf-16-le")
    bound = lambda at: _old(0x85, struct.pack("<IBBBB", at, 0, 0, len(sheet), 1) + name)  # noqa: E731
    head = _old(0x809, begin) + _old(0x42, struct.pack("<H", 1200))
    at = len(head) + len(bound(0)) + 4
    body = [_old(0x809, struct.pack("<HHHHII", 0x0600, 0x0010, 0, 0, 0, 0))]
    width = max(map(len, rows))
    body.append(_old(0x200, struct.pack("<IIHHH", 0, len(rows), 0, width, 0)))
    for number, cells in enumerate(rows):
        flags = 0x120 if number in hidden else 0x100
        body.append(_old(0x208, struct.pack("<HHHHHHHH", number, 0, width, 255, 0, 0, flags, 0)))
        body += [_old_cell(number, column, cell) for column, cell in enumerate(cells)]
    body.append(_old(0x0A, b""))
    return _compound(head + bound(at) + _old(0x0A, b"") + b"".join(body))


def _old_cell(row: int, column: int, cell: str | float) -> bytes:
    place = struct.pack("<HHH", row, column, 0)
    if not isinstance(cell, str):
        return _old(0x203, place + struct.pack("<d", cell))
    if cell.startswith("="):  # a formula that shows an error
        shown = struct.pack("<BBBBHH", 2, 0, CODES[cell[1:]], 0, 0, 0xFFFF)
        return _old(0x06, place + shown + struct.pack("<HIH", 0, 0, 3) + b"\x1c" + bytes([CODES[cell[1:]]]) + b"\0")
    if cell in CODES:
        return _old(0x205, place + bytes([CODES[cell], 1]))
    return _old(0x204, place + struct.pack("<HB", len(cell), 1) + cell.encode("utf-16-le"))


def _old(kind: int, body: bytes) -> bytes:
    return struct.pack("<HH", kind, len(body)) + body


def _compound(stream: bytes) -> bytes:
    """One stream, large enough to have sectors of its own: the table, the names, the stream."""
    stream = stream.ljust(max(4096, -(-len(stream) // SECTOR) * SECTOR), b"\0")
    count = len(stream) // SECTOR
    tables = -(-(count + 2) // 128) + 1
    chain = [OF_TABLE] * tables + [END] + [tables + 2 + n for n in range(count - 1)] + [END]
    chain += [FREE] * (tables * 128 - len(chain))
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack("<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, tables, tables, 0, 4096, END, 0, END, 0)
    head += struct.pack("<109I", *range(tables), *[FREE] * (109 - tables))
    names = _name("Root Entry", 5, 1, END, 0) + _name("Workbook", 2, FREE, tables + 1, len(stream)) + bytes(256)
    return head + struct.pack(f"<{len(chain)}I", *chain) + names + stream


def _name(name: str, kind: int, child: int, first: int, size: int) -> bytes:
    text = name.encode("utf-16-le").ljust(64, b"\0")
    head = text + struct.pack("<HBBIII", len(name) * 2 + 2, kind, 1, FREE, FREE, child)
    return head + bytes(36) + struct.pack("<III", first, size, 0)


def binary_book(rows: Rows, *, hidden: Collection[int] = (), sheet: str = "表") -> bytes:
    """An xlsb."""
    book = _new(131) + _new(143) + _new(156, struct.pack("<II", 0, 1) + _wide("rId1") + _wide(sheet))
    width = max(map(len, rows))
    parts = [_new(129), _new(148, struct.pack("<IIII", 0, len(rows) - 1, 0, width - 1)), _new(145)]
    for number, cells in enumerate(rows):
        shut = 0x10 if number in hidden else 0
        parts.append(_new(0, struct.pack("<IIHBBBI", number, 0, 300, 0, shut, 0, 0)))
        parts += [_new_cell(column, cell) for column, cell in enumerate(cells)]
    parts += [_new(146), _new(130)]
    kinds = (
        f'<Types xmlns="{KINDS}"><Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.'
        'macroEnabled.main"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.'
        'relationships+xml"/></Types>'
    )
    link = '<Relationships xmlns="{}"><Relationship Id="rId1" Type="{}/{}" Target="{}"/></Relationships>'
    return _packed(
        {
            "[Content_Types].xml": kinds,
            "_rels/.rels": link.format(RELS, BOOK, "officeDocument", "xl/workbook.bin"),
            "xl/_rels/workbook.bin.rels": link.format(RELS, BOOK, "worksheet", "worksheets/sheet1.bin"),
            "xl/workbook.bin": book + _new(144) + _new(132),
            "xl/worksheets/sheet1.bin": b"".join(parts),
        }
    )


def _new_cell(column: int, cell: str | float) -> bytes:
    place = struct.pack("<II", column, 0)
    if not isinstance(cell, str):
        return _new(5, place + struct.pack("<d", cell))
    return _new(3, place + bytes([CODES[cell]])) if cell in CODES else _new(6, place + _wide(cell))


def _new(kind: int, body: bytes = b"") -> bytes:
    named = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = len(body), b""
    while size >= 128:
        length, size = length + bytes([size & 0x7F | 0x80]), size >> 7
    return named + length + bytes([size]) + body


def _wide(text: str) -> bytes:
    return struct.pack("<I", len(text)) + text.encode("utf-16-le")


def open_sheet(rows: Rows, *, hidden: Collection[int] = (), sheet: str = "表", more: str = "") -> bytes:
    """An ods, as LibreOffice writes it; `more` stands below the rows."""
    lines = []
    for number, cells in enumerate(rows):
        shut = ' table:visibility="collapse"' if number in hidden else ""
        lines.append(f"<table:table-row{shut}>{''.join(map(_open_cell, cells))}</table:table-row>")
    spaces = "".join(
        f' xmlns:{name}="{address}"'
        for name, address in {
            "office": "urn:oasis:names:tc:opendocument:xmlns:office:1.0",
            "table": "urn:oasis:names:tc:opendocument:xmlns:table:1.0",
            "text": "urn:oasis:names:tc:opendocument:xmlns:text:1.0",
            "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
        }.items()
    )
    return _packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "META-INF/manifest.xml": f'<manifest:manifest xmlns:manifest="{MANIFEST}"/>',
            "content.xml": f'<?xml version="1.0"?><office:document-content{spaces}><office:body><office:spreadsheet>'
            f'<table:table table:name="{sheet}">{"".join(lines)}{more}</table:table></office:spreadsheet></office:body>'
            "</office:document-content>",
        }
    )


def _open_cell(cell: str | float) -> str:
    if not isinstance(cell, str):
        return f'<table:table-cell office:value-type="float" office:value="{cell}"/>'
    text = f"<text:p>{escape(cell)}</text:p>"
    if cell in CODES:
        return (
            '<table:table-cell table:formula="of:=1/0" office:value-type="string" office:string-value="" '
            f'calcext:value-type="error">{text}</table:table-cell>'
        )
    return f'<table:table-cell office:value-type="string">{text}</table:table-cell>'


def _packed(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()
