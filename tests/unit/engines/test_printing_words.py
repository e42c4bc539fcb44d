from decimal import Decimal

import pytest

from chezhan.catalogue.texts.capitals import in_capitals
from chezhan.catalogue.texts.placing import Odd, Place, read_line


@pytest.mark.parametrize(
    ("amount", "written"),
    [
        ("0", "零元整"),
        ("0.05", "伍分"),
        ("0.5", "伍角整"),
        ("12800", "壹万贰仟捌佰元整"),
        ("12800.05", "壹万贰仟捌佰元零伍分"),
        ("10.10", "壹拾元壹角整"),
        ("1001", "壹仟零壹元整"),
        ("100000", "壹拾万元整"),
        ("100100.23", "壹拾万零壹佰元贰角叁分"),
        ("100000001", "壹亿零壹元整"),
        ("1010000000000", "壹万亿零壹佰亿元整"),
        ("20000300", "贰仟万零叁佰元整"),
        ("-3", "负叁元整"),
        ("10000000000000000", "10,000,000,000,000,000.00"),
    ],
)
def test_amounts_in_capitals(amount, written):
    assert in_capitals(Decimal(amount)) == written


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("你好 {{name}}！", ["你好 ", Place("name"), "！"]),
        ("{{ price | capitals }}", [Place("price", "capitals")]),
        ("{{customer.phone}}{{@today}}", [Place("customer.phone"), Place("@today")]),
        ("{{@secret}}{{price|twice}}", [Odd("@secret"), Odd("price|twice")]),
        ("{{{name}}}", ["{", Place("name"), "}"]),
        ("{{a.b.c.d}}{{}}{name}", [Odd("a.b.c.d"), Odd(""), "{name}"]),
    ],
)
def test_a_line_is_text_and_places(text, pieces):
    assert read_line(text) == pieces
