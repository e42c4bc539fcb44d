"""What looks wrong is told and kept."""

import pytest

from chezhan.catalogue.types import FIELD_TYPES, PHONE, VIN
from chezhan.catalogue.types.warnings import warnings_of
from chezhan.catalogue.vins import check_digit


@pytest.mark.parametrize("vin", ["1M8GDM9AXKP042788", "LSVAA4182E2184847", "11111111111111111"])
def test_the_ninth_sign_of_a_vin_follows_from_the_others(vin):
    assert check_digit(vin) == vin[8]
    assert warnings_of(value=vin, type=VIN) == []


def test_a_wrong_check_digit_warns():
    assert warnings_of(value="1M8GDM9A1KP042788", type=VIN) == ["vin_check_digit"]


def test_a_number_without_area_code_warns():
    assert warnings_of(value="8264678", type=PHONE) == ["phone_without_area"]
    assert warnings_of(value="13800138000", type=PHONE) == []


@pytest.mark.parametrize("name", FIELD_TYPES)
def test_nothing_is_never_warned_of(name):
    assert warnings_of(value=None, type=FIELD_TYPES[name]) == []
