"""Number plates by their shape."""

import pytest

from chezhan.catalogue.plates import compact_plate, plate_shape
from chezhan.catalogue.types import PLATE
from chezhan.catalogue.types.warnings import warnings_of
from tests.factories.fields import field


@pytest.mark.parametrize(
    ("plate", "shape"),
    [
        ("沪A12345", "standard"), ("京N8A9B0", "standard"), ("浙AD12345", "new_energy"), ("浙AF1234K", None),
        ("浙AFA2345", "new_energy"), ("粤B12345D", "new_energy"), ("粤B12345F", "new_energy"), ("浙AX12345", None),
        ("浙AD1234O", None), ("鲁B1234挂", "trailer"), ("京A1234学", "learner"), ("京A0001警", "police"),
        ("224578使", "embassy"), ("使224578", "embassy"), ("沪A0023领", "embassy"),
        ("粤Z1234港", "hong_kong_macao"), ("粤ZA123澳", "hong_kong_macao"), ("浙A1234港", None),
        ("沪A12345临", "temporary"), ("临沪A12345", "temporary"), ("川X0002应急", "emergency"), ("VA12345", "military"),
        ("WJ京12345", "armed_police"), ("民航B1234", "aviation"),
        ("沪A1234", None), ("沪AI2345", None), ("A12345", None), ("沪A123456", None), ("中A12345", None), ("", None),
    ],
)  # fmt: skip
def test_a_plate_is_known_by_its_shape(plate, shape):
    assert plate_shape(plate) == shape


def test_dots_blanks_and_small_letters_are_one_plate():
    assert compact_plate(" 沪a·１２ 345") == "沪A12345"
    assert PLATE.clean("沪a-12345", field("plate")) == "沪A12345"


def test_three_letters_in_a_serial_warn_and_do_not_refuse():
    kept = PLATE.clean("沪AABC12", field("plate"))
    assert warnings_of(value=kept, type=PLATE) == ["plate_unusual"]
    assert warnings_of(value="沪AAB123", type=PLATE) == []
