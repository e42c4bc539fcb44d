"""What each type takes, and what it makes of it."""

import datetime as dt
from decimal import Decimal
from uuid import UUID

import pytest

from chezhan.catalogue.types import FIELD_TYPES, FieldRefused
from chezhan.kernel.clock import SHANGHAI
from tests.factories.fields import field

ID = "0190a1b2-0000-7000-8000-000000000001"
FILE = {"id": ID, "name": "合格证.pdf", "size": 5, "kind": "application/pdf"}
PHOTO = {**FILE, "name": "a.jpg", "kind": "image/jpeg"}
ACCEPTED = [
    ("text", "  张伟 ", "张伟"),
    ("long_text", "一\r\n二", "一\n二"),
    ("rich_text", "# 题\n\n- a\n\t- b", "# 题\n\n- a\n\t- b"),
    ("email", "Ann@Example.COM", "ann@example.com"),
    ("url", "https://example.com/a?b=1#c", "https://example.com/a?b=1#c"),
    ("barcode", "６９０１２３４５６７８９２", "6901234567892"),
    ("color", "#1A4", "#11aa44"),
    ("number", "1,234.50", Decimal("1234.5")),
    ("number", 0, Decimal(0)),
    ("number", "-0.000001", Decimal("-0.000001")),
    ("number", 1e3, Decimal(1000)),
    ("integer", "12.0", 12),
    ("integer", 2**53 - 1, 2**53 - 1),
    ("percent", "12.5%", Decimal("12.5")),
    ("money", "¥12,800", Decimal("12800.00")),
    ("money", "-0.5", Decimal("-0.50")),
    ("rating", 5, 5),
    ("rating", 0, None),
    ("boolean", False, False),
    ("boolean", "是", True),
    ("date", "2026-11-21", dt.date(2026, 11, 21)),
    ("datetime", "2026-11-21T14:30", dt.datetime(2026, 11, 21, 14, 30, tzinfo=SHANGHAI)),
    ("datetime", "2026-11-21T06:30:00Z", dt.datetime(2026, 11, 21, 14, 30, tzinfo=SHANGHAI)),
    ("time", "14:30", dt.time(14, 30)),
    ("tags", ["常客", " 常客", "", "VIP"], ["常客", "VIP"]),
    ("phone", "+86 138-0013-8000", "13800138000"),
    ("phone", "8264678", "8264678"),
    ("phone", "021-6234 5678", "02162345678"),
    ("phone", "400-820-8820", "4008208820"),
    ("phone", "95518", "95518"),
    ("phone", "+852 9123 4567", "85291234567"),
    ("phone", "１３８００１３８０００", "13800138000"),
    ("vin", "lsvaa4187e2184847", "LSVAA4187E2184847"),
    ("vin", "LSVAA4187E2184848", "LSVAA4187E2184848"),
    ("id_card", "11010519491231002x", "11010519491231002X"),
    ("tax_no", "91110000600037341l", "91110000600037341L"),
    ("link", ID, UUID(ID)),
    ("user", ID, UUID(ID)),
    ("store", UUID(ID), UUID(ID)),
    ("file", [FILE], [FILE]),
    ("photo", [PHOTO], [PHOTO]),
    ("signature", [PHOTO], [PHOTO]),
    ("address", {"province": "浙江省", "city": " ", "street": "文三路"}, {"province": "浙江省", "street": "文三路"}),
    ("address", "文三路 1 号", {"street": "文三路 1 号"}),
    ("location", {"lng": 120.12345678, "lat": 30}, {"lng": 120.123457, "lat": 30.0}),
]  # fmt: skip


@pytest.mark.parametrize(("name", "given", "kept"), ACCEPTED)
def test_a_value_that_fits_is_kept_in_its_one_form(name, given, kept):
    cleaned = FIELD_TYPES[name].clean(given, field(name))
    assert cleaned == kept
    assert type(cleaned) is type(kept)


@pytest.mark.parametrize(("name", "given", "kept"), ACCEPTED)
def test_what_was_kept_is_taken_again_as_it_is(name, given, kept):
    assert FIELD_TYPES[name].clean(kept, field(name)) == kept


@pytest.mark.parametrize("nothing", [None, ""])
@pytest.mark.parametrize("name", sorted(FIELD_TYPES.keys() - {"formula", "rollup", "auto_number"}))
def test_nothing_is_none(name, nothing):
    assert FIELD_TYPES[name].clean(nothing, field(name, columns=(("项目", "text"),))) is None


@pytest.mark.parametrize("name", ["formula", "rollup", "auto_number"])
def test_nobody_writes_what_is_computed(name):
    with pytest.raises(FieldRefused, match="computes"):
        FIELD_TYPES[name].clean("1", field(name))


def test_a_choice_is_one_that_can_still_be_chosen():
    clean, asked = FIELD_TYPES["choice"].clean, field("choice", options="a b", retired="c")
    assert clean("b", asked) == "b"
    for value in ("c", "d", 1, ["a"]):
        with pytest.raises(FieldRefused) as refused:
            clean(value, asked)
        assert refused.value.code == "not_an_option"


def test_tags_with_options_are_some_of_them():
    clean, asked = FIELD_TYPES["tags"].clean, field("tags", options="a b", retired="c")
    assert clean(["b", "a", "b"], asked) == ["b", "a"]
    with pytest.raises(FieldRefused):
        clean(["a", "c"], asked)


def test_a_table_keeps_its_cells_by_their_types():
    asked = field("table", columns=(("项目", "text"), ("单价", "money"), ("日期", "date")))
    rows = [{"项目": " 机油 ", "单价": "120", "日期": "2026-01-02"}, {"项目": ""}, {"单价": 3}]
    assert FIELD_TYPES["table"].clean(rows, asked) == [
        {"项目": "机油", "单价": "120.00", "日期": "2026-01-02"},
        {"单价": "3.00"},
    ]
