"""How far a sheet of an xlsx goes, before it is read whole."""

import io
import zipfile

import pytest

from chezhan.catalogue.importing.files import scanning

PART = "xl/worksheets/sheet1.xml"


def scanned(rows: str, *, prefix: str = "") -> scanning.Scan:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        archive.writestr(PART, f"<{prefix}sheetData>{rows}</{prefix}sheetData>")
    return scanning.scan_sheet(zipfile.ZipFile(kept), PART)


def cell(name: str, *, prefix: str = "") -> str:
    return f'<{prefix}c r="{name}" t="n"><{prefix}v>1</{prefix}v></{prefix}c>'


@pytest.mark.parametrize("prefix", ["", "x:"])
def test_it_goes_to_the_last_cell_that_holds_anything(monkeypatch, prefix):
    # So that each row is a block of its own, and the wide one is not the first.
    monkeypatch.setattr(scanning, "BLOCK", 64)
    rows = "".join(
        f'<{prefix}row r="{row}">{"".join(cell(f"{letters}{row}", prefix=prefix) for letters in columns)}</{prefix}row>'
        for row, columns in [(1, "AB"), (2, ["A", "AC"]), (4, "A")]
    )
    empty = f'<{prefix}row r="9"><{prefix}c r="ZZ9" s="3"/></{prefix}row>'
    found = scanned(rows + empty, prefix=prefix)
    assert (found.rows, found.columns) == (4, 29)


def test_a_text_that_looks_like_a_cell_is_none(monkeypatch):
    monkeypatch.setattr(scanning, "END", 16)
    told = '<row r="1"><c r="A1" t="inlineStr"><is><t>see r="QQ77" there</t></is></c></row>'
    found = scanned(told + f'<row r="2">{cell("B2")}</row>')
    assert (found.rows, found.columns) == (2, 2)
