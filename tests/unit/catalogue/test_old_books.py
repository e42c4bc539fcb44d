"""Kinds of workbook that say where an error stands in ways of their own."""

from pathlib import Path

import pytest

from chezhan.catalogue.importing.files.child import read_file
from chezhan.catalogue.importing.files.refusals import FileRefused
from chezhan.catalogue.importing.files.workbooks import Wish
from chezhan.catalogue.importing.parsing import read_rows
from tests.factories.old_books import binary_book, old_book, open_sheet

ROWS = [["姓名", "金额"], ["张伟", "#DIV/0!"], ["李娜", 7.5], ["#N/A", 1]]
KINDS = pytest.mark.parametrize("made", [old_book, binary_book, open_sheet])


def _read(folder: Path, content: bytes, **wish):
    path, rows = folder / "upload", folder / "rows"
    path.write_bytes(content)
    table = read_file(path=path, rows_to=rows, wish=Wish(**wish))
    return table, [row[1] for row in read_rows(path=rows)]


@KINDS
def test_errors_are_told_where_they_stand_and_the_rest_is_read(tmp_path, made):
    table, rows = _read(tmp_path, made(ROWS))
    assert rows == [["张伟", ["error_cell", "#DIV/0!"]], ["李娜", "7.5"], [["error_cell", "#N/A"], "1"]]
    assert table.hidden_rows == 0


@KINDS
def test_hidden_rows_are_known_and_left_out_when_wished(tmp_path, made):
    table, rows = _read(tmp_path, made(ROWS, hidden={1}), hidden=False)
    assert [row[0] for row in rows] == ["李娜", ["error_cell", "#N/A"]]
    assert table.hidden_rows == 1


def test_a_formula_of_an_xls_that_shows_an_error_is_one(tmp_path):
    _, rows = _read(tmp_path, old_book([ROWS[0], ["张伟", "=#REF!"]]))
    assert rows == [["张伟", ["error_cell", "#REF!"]]]


def test_a_row_of_an_ods_that_repeats_to_the_end_is_refused(tmp_path):
    more = (
        '<table:table-row table:number-rows-repeated="1048000"><table:table-cell office:value-type="string" '
        'table:number-columns-repeated="100"><text:p>x</text:p></table:table-cell></table:table-row>'
    )
    with pytest.raises(FileRefused):
        _read(tmp_path, open_sheet(ROWS, more=more))


def test_empty_rows_to_the_end_of_an_ods_do_not_count(tmp_path):
    more = '<table:table-row table:number-rows-repeated="1048000" table:visibility="collapse"><table:table-cell/>'
    table, rows = _read(tmp_path, open_sheet(ROWS, more=f"{more}</table:table-row>"))
    assert (len(rows), table.hidden_rows) == (3, 0)


@pytest.mark.parametrize("cut", [700, 2000, 5000])
def test_an_xls_that_is_cut_off_is_refused_by_name(tmp_path, cut):
    with pytest.raises(FileRefused, match=r"damaged|old Office document"):
        _read(tmp_path, old_book(ROWS * 100)[:cut])
