import pytest

from chezhan.headquarters.imports.values import Odd, reader_for


def error(code):
    return Odd(None, error=code)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("26000", "26000"),
        ("¥128,000.00", "128000"),
        ("$26,000.5", "26000.50"),
        ("26 000 元", "26000"),
        ("12.8万", "128000"),
        ("１２．８万元", "128000"),
        ("RMB 1.2亿", "120000000"),
        ("26000.0000000004", "26000"),
        ("0", "0"),
        ("-5", error("negative_money")),
        ("1.234", error("money_decimals")),
        ("26.000,00", error("bad_money")),
        ("1,23", error("bad_money")),
        ("about 5", error("bad_money")),
        (".", error("bad_money")),
        ("1e99", error("too_much_money")),
    ],
)
def test_money(text, value):
    assert reader_for(kind="money")(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("138 0013 8000", "13800138000"),
        ("+86-138-0013-8000", "13800138000"),
        ("8613800138000", "13800138000"),
        ("010-6655 4433", "01066554433"),
        ("400-800-1234", "4008001234"),
        ("8264678", Odd("8264678", warning="phone_short")),
        ("12345", Odd("12345", warning="phone_odd")),
        ("ask Ann", Odd("ask Ann", warning="phone_odd")),
        ("1.38E+10", error("phone_rounded")),
        ("9" * 41, error("too_long")),
    ],
)
def test_phone(text, value):
    assert reader_for(kind="phone")(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Male", "male"), ("M", "male"), ("男", "male"), ("1", "male"), ("先生", "male"),
        ("F", "female"), ("女士", "female"), ("Ms.", "female"),
        ("未知", None), ("0", None), ("robot", Odd(None, warning="gender_unknown")),
    ],
)  # fmt: skip
def test_gender(text, value):
    assert reader_for(kind="gender")(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1m8gdm9axkp042788", "1M8GDM9AXKP042788"),
        ("1M8GDM9A1KP042788", Odd("1M8GDM9A1KP042788", warning="vin_check_digit")),
        ("1M8GDM9AXKP04278O", error("bad_vin")),
        ("1M8GDM9AXKP04278", error("bad_vin")),
    ],
)
def test_vin(text, value):
    assert reader_for(kind="vin")(text) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("沪a·12345", "沪A12345"),
        ("粤BD12345", "粤BD12345"),
        ("TEMP 1", Odd("TEMP1", warning="plate_odd")),
        ("A" * 13, error("too_long")),
    ],
)
def test_plate(text, value):
    assert reader_for(kind="plate")(text) == value


def test_text_has_a_limit_and_says_when_characters_were_lost():
    read = reader_for(kind="text", limit=5)
    assert read("abcde") == "abcde"
    assert read("abcdef") == error("too_long")
    assert read("锟斤拷") == Odd("锟斤拷", warning="text_lost")


def test_a_date_in_the_future_is_kept_with_a_warning():
    read = reader_for(kind="date", order="ymd", today="2026-11-22")
    assert read("2026-11-22") == "2026-11-22"
    assert read("2026-11-23") == Odd("2026-11-23", warning="date_in_future")
    assert read("2026-02-30") == error("bad_date")


def test_a_store_needs_a_name_that_a_store_can_have():
    read = reader_for(kind="store")
    assert read("Capitol  KIA") == "Capitol KIA"
    assert read("X") == error("bad_store_name")


def test_integer():
    assert reader_for(kind="integer")("1,200") == "1200"
    assert reader_for(kind="integer")("1.5") == error("bad_integer")
