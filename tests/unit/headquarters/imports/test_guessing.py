import pytest

from chezhan.headquarters.imports.guessing import normalise_header
from tests.factories.sales_files import files_to_import
from tests.unit.headquarters.imports.conftest import plan_path


def guess_of(planned, header, *values):
    """The guess for one column, which stands beside a serial number."""
    made = planned(*(f"{i},{value}" for i, value in enumerate(values)), header=f"serial,{header}")
    return made.guesses[1]


@pytest.mark.parametrize(
    ("header", "plain"),
    [("Dealer_No ", "dealerno"), ("Price ($)", "price"), ("订单号（必填）", "订单号"), ("(x)", "x")],
)
def test_headers_are_compared_by_letters_digits_and_hanzi(header, plain):
    assert normalise_header(header) == plain


def test_it_maps_every_column_of_the_real_export(tmp_path):
    for file in files_to_import(tmp_path):
        made = plan_path(file.path, tmp_path / "plan")
        assert {guess.header: guess.target for guess in made.guesses} == {
            "Car_id": "number",
            "Date": "ordered_on",
            "Customer Name": "customer_name",
            "Gender": "customer_gender",
            "Annual Income": "customer_annual_income",
            "Dealer_Name": "store",
            "Company": "brand",
            "Model": "series",
            "Engine": "engine",
            "Transmission": "transmission",
            "Color": "color",
            "Price ($)": "price",
            "Dealer_No": "dealer_code",
            "Body Style": "body_style",
            "Phone": "customer_phone",
            "Dealer_Region": "region",
        }
        assert all(guess.confidence > 0.6 for guess in made.guesses)


@pytest.mark.parametrize(
    ("header", "values", "target"),
    [
        ("手机号码", ["13800138000", "13900139000"], "customer_phone"),
        ("成交日期", ["2023-01-02", "2023-02-03"], "ordered_on"),
        ("车主姓名", ["张伟", "王芳"], "customer_name"),
        ("裸车价", ["128000", "230000"], "price"),
        ("sdjk", ["男", "女"], "customer_gender"),
        ("frame", ["1M8GDM9AXKP042788", "1M8GDM9A1KP042788"], "vin"),
        ("x", ["沪A12345", "粤BD12345"], "plate"),
        ("remarks", ["nice", "nicer"], None),
    ],
)  # fmt: skip
def test_it_guesses_by_chinese_names_and_by_content(planned, header, values, target):
    assert guess_of(planned, header, *values).target == target


def test_a_fitting_name_over_unfitting_content_is_trusted_less(planned):
    sound = guess_of(planned, "price", "100", "200")
    odd = guess_of(planned, "price", "red", "blue")
    assert sound.confidence > 0.9
    assert odd.confidence < 0.5
    assert odd.reason == "name_fits_content_does_not"


def test_no_field_goes_to_two_columns(planned):
    made = planned("100,200", "300,400", header="price,成交价")
    assert [guess.target for guess in made.guesses].count("price") == 1
