"""Hostile and messy files, made here, each with what must come of it: these rows, or a refusal of this name."""

import datetime as dt
import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

import xlsxwriter

from tests.factories.old_books import binary_book, old_book, open_sheet

HEADER = ["姓名", "证件号", "日期", "金额"]
PLAIN = ["张伟", "330106199001011234", "2024-01-05", "12800.5"]
# A formula that would ask an address.
REACHING = '=WEBSERVICE("http://127.0.0.1/")'
SHEET = "xl/worksheets/sheet1.xml"


@dataclass(frozen=True)
class Hostile:
    """`rows`: the cells that must be read, a fault as ["code"]; `refused`: or one of these refusals.

    `wish`: how it is asked to be read.
    """

    name: str
    content: bytes
    rows: list[list[Any]] | None = None
    refused: tuple[str, ...] = ()
    wish: dict[str, Any] | None = None
    hidden_rows: int = 0


def book(fill: Callable[[Any, Any], None] | None = None, rows: Any = None, **options: Any) -> bytes:
    file = io.BytesIO()
    made = xlsxwriter.Workbook(file, options)
    sheet = made.add_worksheet("表")
    for number, cells in enumerate(rows if rows is not None else [HEADER, PLAIN]):
        for column, cell in enumerate(cells):
            sheet.write(number, column, cell)
    if fill:
        fill(made, sheet)
    made.close()
    return file.getvalue()


def changed(
    content: bytes, part: str, change: Callable[[bytes], bytes], *, also: dict[str, bytes] | None = None
) -> bytes:
    """The archive with one part rewritten and others added."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, change(old.read(name)) if name == part else old.read(name))
        for name, text in (also or {}).items():
            new.writestr(name, text)
    return out.getvalue()


def csv(*lines: str, encoding: str = "utf-8", end: str = "\r\n") -> bytes:
    return end.join([*lines, ""]).encode(encoding)


def _dates(made: Any, sheet: Any) -> None:
    sheet.write_datetime(1, 2, dt.date(2024, 1, 5), made.add_format({"num_format": "yyyy-mm-dd"}))


def _packed(size: int) -> bytes:
    """A workbook whose sheet grows to `size` bytes."""
    filler = b"<row r='9'>" + b" " * size + b"</row>"
    return changed(book(), SHEET, lambda text: text.replace(b"</sheetData>", filler + b"</sheetData>"))


def hostile() -> Iterator[Hostile]:
    yield from _sound()
    yield from _lossy()
    yield from _bombs()
    yield from _broken()
    yield from _texts()
    yield from _old()


def _sound() -> Iterator[Hostile]:
    yield Hostile("a plain workbook", book(), [PLAIN])
    yield Hostile("a date of the 1900 count", book(_dates), [PLAIN])
    yield Hostile("a date of the 1904 count", book(_dates, date_1904=True), [PLAIN])
    yield Hostile("titles above the names", book(rows=[["客户表"], [], HEADER, PLAIN]), [PLAIN])
    yield Hostile(
        "cells merged down",
        book(lambda _, sheet: sheet.merge_range("A2:A3", "张伟"), [HEADER, PLAIN, ["", *PLAIN[1:]]]),
        [PLAIN, PLAIN],
    )  # fmt: skip
    yield Hostile(
        "a merged area as large as a sheet",
        changed(book(), SHEET, lambda text: text.replace(
            b"<pageMargins", b'<mergeCells count="1"><mergeCell ref="F1:XFD1048576"/></mergeCells><pageMargins')),
        [PLAIN],
    )  # fmt: skip
    yield Hostile(
        "a hidden row, taken",
        book(lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True})),
        [PLAIN],
        hidden_rows=1,
    )
    two = [HEADER, PLAIN, ["李娜", *PLAIN[1:]]]
    yield Hostile(
        "a hidden row, left", book(lambda _, sheet: sheet.set_row(1, None, None, {"hidden": True}), two), [two[2]],
        wish={"hidden": False}, hidden_rows=1,
    )  # fmt: skip
    yield Hostile("another sheet", book(lambda made, _: made.add_worksheet("乙").write_row(0, 0, ["x"])), [PLAIN])
    yield Hostile(
        "a formula with its result", book(lambda _, sheet: sheet.write_formula(1, 0, "=A9", None, "张伟")), [PLAIN]
    )
    yield Hostile(
        "a formula that would reach out", book(lambda _, sheet: sheet.write_formula(1, 0, REACHING, None, "张伟")),
        [PLAIN],
    )  # fmt: skip
    yield Hostile("macros", changed(book(), SHEET, bytes, also={"xl/vbaProject.bin": b"Sub Auto_Open()"}), [PLAIN])
    yield Hostile(
        "links to other files",
        changed(book(), SHEET, bytes, also={"xl/externalLinks/externalLink1.xml": b"<externalLink/>"}),
        [PLAIN],
    )  # fmt: skip
    yield Hostile(
        "text that looks like a formula",
        book(lambda _, sheet: sheet.write_string(1, 0, "=cmd|' /C calc'!A0")),
        [["=cmd|' /C calc'!A0", *PLAIN[1:]]],
    )
    yield Hostile(
        "full-width digits and blanks",
        book(rows=[HEADER, ["张伟", "１２３", PLAIN[2], " 1 "]]),
        [["张伟", "１２３", PLAIN[2], " 1 "]],
    )
    yield Hostile(
        "numbers beside text",
        book(rows=[HEADER, ["张伟", 13800138000, PLAIN[2], 0.1]]),
        [["张伟", "13800138000", PLAIN[2], "0.1"]],
    )
    wide = changed(book(), SHEET, lambda text: text.replace(b'ref="A1:D2"', b'ref="A1:XFD1048576"'))
    yield Hostile("dimensions that lie", wide, [PLAIN])
    yield Hostile(
        "a hidden column, left",
        book(lambda _, sheet: sheet.set_column(1, 1, None, None, {"hidden": True})),
        [[PLAIN[0], *PLAIN[2:]]],
        wish={"hidden": False},
    )
    yield Hostile(
        "a hidden sheet before the first",
        book(lambda made, sheet: (made.add_worksheet("乙").write_column(0, 0, ["姓名", "李娜"]), sheet.hide(),
                                  made.get_worksheet_by_name("乙").activate())),
        [["李娜"]],
    )  # fmt: skip
    yield Hostile(
        "two columns of one name", book(rows=[["姓名", "电话", "电话"], ["张伟", "1", "2"]]), [["张伟", "1", "2"]]
    )
    yield Hostile(
        "an archive within a workbook",
        changed(book(), SHEET, bytes, also={"xl/embeddings/more.zip": _packed(1 << 20)}),
        [PLAIN],
    )
    many = b"".join(
        b'<row r="%d"><c r="A%d"><v>%d</v></c><c r="B%d"><v>2</v></c>' % (n, n, n, n)
        + b'<c r="C%d"><v>3</v></c><c r="D%d"><v>4</v></c></row>' % (n, n)
        for n in range(3, 374_000)
    )
    yield Hostile(
        "as many cells as are read",
        changed(book(), SHEET, lambda text: text.replace(b"</sheetData>", many + b"</sheetData>")),
        [PLAIN, ["3", "2", "3", "4"], ["4", "2", "3", "4"]],
    )
    chinese = ["二〇二四年一月五日", "2024年1月5日", "24年1月5日", "2024.1.5"]
    yield Hostile("days in Chinese", book(rows=[HEADER, chinese]), [chinese])
    styled = b"".join(b'<row r="%d"><c r="A%d" s="0"/></row>' % (n, n) for n in range(3, 3000))
    yield Hostile(
        "thousands of empty rows",
        changed(book(), SHEET, lambda text: text.replace(b"</sheetData>", styled + b"</sheetData>")),
        [PLAIN],
    )


def _lossy() -> Iterator[Hostile]:
    long = ["张伟", ["digits_lost"], PLAIN[2], "12800.5"]
    yield Hostile(
        "an 18-digit id as a number", book(rows=[HEADER, ["张伟", 330106199001011234, PLAIN[2], "12800.5"]]), [long]
    )
    yield Hostile(
        "a card number as a number", book(rows=[HEADER, ["张伟", 6222021234567890123, PLAIN[2], "12800.5"]]), [long]
    )
    error = book(lambda _, sheet: sheet.write_formula(1, 3, "=1/0", None, "#DIV/0!"))
    yield Hostile("an error cell", error, [[*PLAIN[:3], ["error_cell"]]])
    missing = changed(
        book(lambda _, sheet: sheet.write_formula(1, 3, "=1+1", None, 2)),
        SHEET,
        lambda text: text.replace(b"<v>2</v>", b""),
    )
    yield Hostile("a formula without its result", missing, [[*PLAIN[:3], ["formula_without_result"]]])
    empty = changed(missing, SHEET, lambda text: text.replace(b"</f></c>", b"</f><v></v></c>"))
    yield Hostile("a formula with an empty result", empty, [[*PLAIN[:3], ["formula_without_result"]]])
    yield Hostile(
        "a cell of 30,000 signs", book(rows=[HEADER, ["长" * 30_000, *PLAIN[1:]]]), [[["cell_too_long"], *PLAIN[1:]]]
    )


def _bombs() -> Iterator[Hostile]:
    yield Hostile("a zip bomb of 500 MB", _packed(500 << 20), refused=("import_file_unpacks",))
    shared = b"".join(b"<si><t>%d%s</t></si>" % (n, b"x" * 990) for n in range(90_000))
    yield Hostile(
        "90 MB of shared text",
        changed(book(), "xl/sharedStrings.xml", lambda text: text.replace(b"</sst>", shared + b"</sst>")),
        refused=("import_file_unpacks",),
    )
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w", zipfile.ZIP_DEFLATED) as archive:
        for n in range(16):
            archive.writestr(f"{n}.zip", _packed(1 << 20))
    yield Hostile("archives within an archive, no workbook", inner.getvalue(), refused=("import_file_binary",))
    yield Hostile("a zip bomb of 60 MB", _packed(60 << 20), refused=("import_file_unpacks",))
    lies = bytearray(_packed(1 << 20))
    yield Hostile(
        "a part that is longer than it says",
        bytes(lies).replace(b"\x00\x10\x00", b"\x01\x00\x00", 1),
        refused=("import_file_broken", "import_file_unpacks"),
        rows=[PLAIN],
    )
    bomb = b'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "' + b"x" * 90 + b'"><!ENTITY b "' + b"&a;" * 90 + b'">]>'
    for name, part in (
        ("shared text", "xl/sharedStrings.xml"),
        ("the workbook", "xl/workbook.xml"),
        ("a sheet", SHEET),
    ):
        content = changed(book(), part, lambda text: bomb + text.split(b"?>", 1)[1])
        yield Hostile(f"an entity bomb in {name}", content, refused=("import_file_entities",))
    outside = b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
    yield Hostile(
        "an entity that reaches out",
        changed(book(), SHEET, lambda text: text.replace(b"?>", b"?>" + outside, 1)),
        refused=("import_file_entities",),
    )
    far = changed(
        book(),
        SHEET,
        lambda text: text.replace(
            b"</sheetData>", b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData>'
        ),
    )
    yield Hostile("a value in the last cell there can be", far, refused=("import_file_columns", "import_file_sheet"))
    deep = changed(
        book(),
        SHEET,
        lambda text: text.replace(b"</sheetData>", b'<row r="1048576"><c r="D1048576"><v>1</v></c></row></sheetData>'),
    )
    yield Hostile("a value in the last row there can be", deep, refused=("import_file_sheet",))
    million = b"".join(
        b'<row r="%d"><c r="A%d"><v>1</v></c><c r="B%d"><v>2</v></c></row>' % (n, n, n) for n in range(3, 1_000_003)
    )
    yield Hostile(
        "a million rows in a workbook",
        changed(book(), SHEET, lambda text: text.replace(b"</sheetData>", million + b"</sheetData>")),
        refused=("import_file_sheet", "import_file_unpacks"),
    )


def _broken() -> Iterator[Hostile]:
    whole = book()
    yield Hostile("a workbook cut in half", whole[: len(whole) // 2], refused=("import_file_broken",))
    yield Hostile(
        "a workbook without its sheet",
        changed(whole, SHEET, lambda _: b""),
        refused=("import_file_broken", "import_file_no_sheet"),
    )
    yield Hostile(
        "XML that ends too soon",
        changed(whole, SHEET, lambda text: text[: len(text) // 2]),
        refused=("import_file_broken", "import_file_header_only"),
    )
    yield Hostile("a picture called a workbook", b"\x89PNG\r\n\x1a\n" + bytes(200), refused=("import_file_binary",))
    yield Hostile("a document called a workbook", b"%PDF-1.7\n" + b"x" * 200, refused=("import_file_binary",))
    yield Hostile(
        "a web page called a workbook",
        b"<html><table><tr><td>1</td></tr></table></html>",
        refused=("import_file_binary",),
    )
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    yield Hostile("a letter called a workbook", out.getvalue(), refused=("import_file_binary",))
    yield Hostile(
        "a locked workbook",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le") + bytes(2000),
        refused=("import_file_locked",),
    )
    yield Hostile(
        "an old workbook that is none",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le") + bytes(2000),
        refused=("import_file_broken", "import_file_heavy"),
    )
    yield Hostile("nothing", b"", refused=("import_file_empty",))
    yield Hostile("a workbook with names alone", book(rows=[HEADER]), refused=("import_file_header_only",))


def _texts() -> Iterator[Hostile]:
    lines = ",".join(HEADER), ",".join(PLAIN)
    for encoding in ("utf-8", "utf-8-sig", "gb18030", "utf-16"):
        yield Hostile(f"text in {encoding}", csv(*lines, encoding=encoding), [PLAIN])
    for sign, name in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
        yield Hostile(f"text with {name}", csv(*(line.replace(",", sign) for line in lines)), [PLAIN])
    yield Hostile("mixed ends of lines", f"{lines[0]}\r\n{lines[1]}\n{lines[1]}\r".encode(), [PLAIN, PLAIN])
    yield Hostile("a title above the names in text", csv("客户表", *lines), [PLAIN])
    yield Hostile("text with zeros", csv(lines[0], "张\0伟,1,2,3"), refused=("import_file_zeros",))
    yield Hostile(
        "a quote that is never closed",
        csv(lines[0], *[lines[1]] * 3, '"张伟,1,2,3', *[lines[1]] * 9),
        refused=("import_file_quote_open", "import_file_line_too_long"),
    )
    yield Hostile(
        "100,000 columns",
        csv(",".join(f"列{n}" for n in range(100_000)), "1"),
        refused=("import_file_columns", "import_file_line_too_long"),
    )
    yield Hostile("a row of a million signs", csv(lines[0], "x" * 1_000_000), refused=("import_file_line_too_long",))
    yield Hostile(
        "text of another alphabet",
        "name,city\r\nJérôme,Besançon\r\n".encode("cp1252"),
        refused=("import_file_encoding",),
    )
    yield Hostile("a row with a cell too many", csv(*lines, lines[1] + ",x"), [PLAIN, [*PLAIN, "x"]])
    yield Hostile("formulas in text", csv(lines[0], "=1+1,+1,-1,@x"), [["=1+1", "+1", "-1", "@x"]])
    yield Hostile("a million rows of text", csv(lines[0], *[lines[1]] * 1_000_000), [PLAIN] * 3)


def _old() -> Iterator[Hostile]:
    """Kinds of workbook that dealers' old programs still write."""
    rows = [HEADER, [*PLAIN[:3], "#DIV/0!"], PLAIN]
    for name, made in (("xls", old_book), ("xlsb", binary_book), ("ods", open_sheet)):
        yield Hostile(f"an {name} with an error cell", made(rows), [[*PLAIN[:3], ["error_cell"]], PLAIN])
        yield Hostile(
            f"an {name} with a hidden row, left", made(rows, hidden={1}), [PLAIN], wish={"hidden": False}, hidden_rows=1
        )
        lost = ["张伟", 330106199001011234.0, *PLAIN[2:]]
        yield Hostile(
            f"an {name} with an 18-digit id as a number",
            made([HEADER, lost]),
            [["张伟", ["digits_lost"], *PLAIN[2:]]],
        )
        whole = made(rows * 50)
        for part in (2, 3, 5):
            yield Hostile(
                f"an {name}, {part - 1}/{part} of it",
                whole[: len(whole) * (part - 1) // part],
                refused=("import_file_broken", "import_file_binary"),
            )
    more = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="16000"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    yield Hostile(
        "an ods of a line that says it repeats 17,000 million times",
        open_sheet([HEADER, PLAIN], more=more),
        refused=("import_file_sheet", "import_file_columns", "import_file_broken"),
    )
