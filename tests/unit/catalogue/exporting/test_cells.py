"""Values as cells of a spreadsheet."""

import datetime as dt
from decimal import Decimal

import pytest

from chezhan.catalogue.exporting.cells import cell, cell_format, csv_text
from tests.factories.fields import field


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("text", "=1+1", "=1+1"),
        ("money", "12800.00", Decimal("12800")),
        ("money", "****", "****"),
        ("number", 12.5, Decimal("12.5")),
        ("number", "123456789012345678", "123456789012345678"),
        ("integer", 12, 12),
        ("boolean", True, "是"),
        ("boolean", "****", "****"),
        ("date", "2026-11-21", dt.date(2026, 11, 21)),
        ("datetime", "2026-11-21T06:30:00+00:00", dt.datetime(2026, 11, 21, 14, 30)),  # noqa: DTZ001
        ("time", "14:30:00", dt.time(14, 30)),
        ("choice", "a", "第 a"),
        ("choice", "gone", "gone"),
        ("tags", ["a", "b"], "第 a, 第 b"),
        ("link", {"id": "1", "title": "张伟"}, "张伟"),
        ("file", [{"id": "1", "name": "a.pdf", "size": 1, "kind": "x/y"}], "a.pdf"),
        ("address", {"province": "上海市", "city": "上海市", "street": "世纪大道 1 号"}, "上海市世纪大道 1 号"),
        ("location", {"lng": 120.1, "lat": 30.2}, "120.1, 30.2"),
        ("table", [{"项目": "机油", "单价": "120.00"}], "项目: 机油; 单价: 120.00"),
        ("formula", "12.50", Decimal("12.5")),
        ("text", None, None),
        ("tags", [], None),
    ],
)
def test_a_value_becomes_its_cell(name, value, expected):
    options = "a b" if name in ("choice", "tags") else ""
    written = cell(value=value, field=field(name, options=options), language="zh")
    assert written == expected
    assert type(written) is type(expected)


def test_a_formula_is_written_as_what_it_answers():
    asked = field("formula", result="date")
    assert cell(value="2026-11-21", field=asked, language="en") == dt.date(2026, 11, 21)
    assert cell_format(asked) == "yyyy-mm-dd"


@pytest.mark.parametrize(
    "text", ["=cmd|' /C calc'!A0", "+1", "-2+3", "@SUM(1)", "\t=1", "\r=1", "  =1", "＝1", "-", "+86 138"]
)
def test_text_that_a_spreadsheet_would_run_is_made_harmless(text):
    assert csv_text(text) == f"'{text}"


@pytest.mark.parametrize(
    ("content", "text"),
    [("张伟", "张伟"), (Decimal("-5.50"), "-5.50"), (-5, "-5"), (None, ""), (dt.date(2026, 1, 2), "2026-01-02"),
     (dt.datetime(2026, 1, 2, 3, 4), "2026-01-02 03:04:00"), (Decimal("1E+3"), "1000"), ("a=b", "a=b")],  # noqa: DTZ001
)  # fmt: skip
def test_the_rest_stays_as_it_is(content, text):
    assert csv_text(content) == text
