import csv

import pytest
from hypothesis import given
from hypothesis import strategies as st

from chezhan.catalogue.importing.escaping import escape_cell, unescape_cell
from chezhan.headquarters.imports.mending import mending_csv
from chezhan.headquarters.imports.plan import ERRORS_FILE
from tests.unit.headquarters.imports.conftest import plan_path

DANGEROUS = "=+-@＝＋－＠|%"


def mending_rows(made, language="en"):
    text = b"".join(mending_csv(errors=made.folder / ERRORS_FILE, headers=list(made.shape.headers), language=language))
    return text, list(csv.reader(text.decode("utf-8-sig").splitlines()))


def test_it_gives_row_field_and_reason_beside_the_cells(planned):
    made = planned("North,A1,1/32/2022,100,Ann", "North,A2,1/13/2022,100,Ann")
    text, rows = mending_rows(made)
    assert text.startswith(b"\xef\xbb\xbf")
    assert rows == [
        ["Chezhan row", "Chezhan field", "Chezhan reason", "Store", "Number", "Date", "Price", "Customer Name"],
        [
            "2",
            "Order date",
            "is not a date (this column is read as month/day/year)",
            "North",
            "A1",
            "1/32/2022",
            "100",
            "Ann",
        ],
    ]


def test_it_speaks_chinese(planned):
    _, rows = mending_rows(planned("North,A1,1/13/2022,,Ann"), language="zh-hans")
    assert rows[0][:3] == ["车栈·行号", "车栈·字段", "车栈·原因"]
    assert rows[1][:3] == ["2", "成交价", "必填，不能为空"]


def test_a_mended_file_goes_in_as_it_is(planned, tmp_path):
    made = planned("North,'=1,1/13/2022,dear,=HYPERLINK()", "North,-A2,1/13/2022,1,Ann", "North,-A2,1/13/2022,1,Ann")
    text, rows = mending_rows(made)
    assert rows[1][4:] == ["''=1", "1/13/2022", "dear", "'=HYPERLINK()"]
    mended = tmp_path / "mended.csv"
    mended.write_bytes(text.replace(b"dear", b"12"))
    again = plan_path(mended, tmp_path / "again")
    assert (again.plan.good, again.plan.bad) == (2, 0)
    assert [guess.target for guess in again.guesses[:3]] == [None, None, None]
    assert again.plan.preview[0]["understood"]["number"] == "'=1"
    assert again.plan.preview[0]["understood"]["customer_name"] == "=HYPERLINK()"
    assert again.plan.preview[1]["understood"]["number"] == "-A2"


def test_a_second_mending_file_does_not_repeat_the_added_columns(planned, tmp_path):
    text, _ = mending_rows(planned("North,A1,1/13/2022,dear,Ann"))
    path = tmp_path / "still_bad.csv"
    path.write_bytes(text)
    _, rows = mending_rows(plan_path(path, tmp_path / "again"))
    assert rows[0] == [
        "Chezhan row",
        "Chezhan field",
        "Chezhan reason",
        "Store",
        "Number",
        "Date",
        "Price",
        "Customer Name",
    ]
    assert rows[1][3:] == ["North", "A1", "1/13/2022", "dear", "Ann"]


@given(st.text(alphabet=DANGEROUS + "' \tab1\r\n"))
def test_escaping_can_always_be_undone_and_leaves_no_formula(cell):
    assert unescape_cell(escape_cell(cell)) == cell
    assert escape_cell(cell).lstrip()[:1] not in set(DANGEROUS)


@pytest.mark.parametrize("cell", ["=1+1", "+86138", "-5", "@cmd", " =1", "\t=1", "'=1"])
def test_a_cell_that_would_run_is_quoted(cell):
    assert escape_cell(cell) == "'" + cell
