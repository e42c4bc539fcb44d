"""Every invented VIN is one that a checker takes."""

import re
from random import Random

from hypothesis import given
from hypothesis import strategies as st
from vininfo import Vin

from chezhan.config.demo.cars.byd import BYD
from chezhan.config.demo.cars.shape import CarLine
from chezhan.config.demo.vins import ALPHABET, check_digit, invent_vin, year_code

SHAPE = re.compile(r"^[A-HJ-NPR-Z0-9]{17}$")


@given(st.text(ALPHABET, min_size=14, max_size=14))
def test_check_digit_agrees_with_another_implementation(rest):
    draft = "LFV" + rest
    vin = draft[:8] + check_digit(draft) + draft[9:]
    assert Vin(vin).verify_checksum(check_year=False)


def test_check_digit_of_a_known_vin():
    assert check_digit("1M8GDM9AXKP042788") == "X"


def test_year_codes_skip_the_letters_that_look_like_digits():
    assert [year_code(year) for year in range(2022, 2032)] == list("NPRSTVWXY1")


def test_every_vin_of_the_group_passes(group):
    for history in group:
        for vehicle in history.vehicles:
            if vehicle.vin is not None:
                assert SHAPE.match(vehicle.vin), vehicle
                assert Vin(vehicle.vin).verify_checksum(), vehicle


def test_vin_carries_the_maker_and_the_model_year(dealers):
    makers = {series.name: series.wmi for history in dealers for series in history.store.showroom}
    for history in dealers:
        for vehicle in history.vehicles:
            assert vehicle.vin[:3] == makers[vehicle.series]
            assert vehicle.vin[9] == year_code(int(vehicle.trim[:4]))


def test_a_taken_vin_is_not_given_again():
    line, taken = CarLine(BYD[0], BYD[0].trims[0]), set()
    first = invent_vin(Random(1), line=line, model_year=2026, taken=taken)
    again = invent_vin(Random(1), line=line, model_year=2026, taken=taken)
    assert first != again
    assert taken == {first, again}


def test_no_two_cars_of_a_store_share_a_vin(group):
    for history in group:
        vins = [vehicle.vin for vehicle in history.vehicles if vehicle.vin]
        assert len(vins) == len(set(vins))
