"""Plates match the car's kind and the customer's district."""

import pytest

from chezhan.config.demo.plates import BLUE, GREEN_ELECTRIC, GREEN_PLUG_IN, plate_pattern
from chezhan.config.demo.workshop import OLDEST_CAR


@pytest.mark.parametrize(
    ("energy", "pattern"),
    [
        ("petrol", BLUE),
        ("diesel", BLUE),
        ("hev", BLUE),
        ("phev", GREEN_PLUG_IN),
        ("erev", GREEN_PLUG_IN),
        ("bev", GREEN_ELECTRIC),
    ],
)
def test_pattern_follows_the_energy(energy, pattern):
    assert plate_pattern(energy) is pattern


@pytest.mark.parametrize("plate", ["浙A12345", "浙AB123C", "粤E00471", "浙AD1234"])
def test_blue_takes(plate):
    assert BLUE.match(plate)


@pytest.mark.parametrize("plate", ["浙A1234", "浙AABC12", "浙AI2345", "浙AO2345", "浙AD12345", "A123456"])
def test_blue_refuses(plate):
    assert not BLUE.match(plate)


def test_green_tells_electric_from_plug_in():
    assert GREEN_ELECTRIC.match("浙ADA3256")
    assert GREEN_PLUG_IN.match("浙AF96793")
    assert not GREEN_ELECTRIC.match("浙AF96793")
    assert not GREEN_PLUG_IN.match("浙AFA325B")


def test_every_plate_of_the_group_matches_its_kind(group):
    for history in group:
        for vehicle in history.vehicles:
            if vehicle.plate is not None:
                assert plate_pattern(vehicle.energy).match(vehicle.plate), vehicle


def test_every_plate_comes_from_the_customers_own_office(group):
    for history in group:
        offices = {district.name: district.plate for district in history.store.city.districts}
        for vehicle in history.vehicles:
            region = history.customers[vehicle.customer_key].region
            assert vehicle.plate is None or vehicle.plate.startswith(offices[region])


def test_no_two_cars_of_a_store_share_a_plate(group):
    for history in group:
        plates = [vehicle.plate for vehicle in history.vehicles if vehicle.plate]
        assert len(plates) == len(set(plates))


def test_only_cars_not_registered_yet_go_without(group, today):
    for history in group:
        for vehicle in history.vehicles:
            assert (vehicle.plate is None) == (vehicle.registered_on is None)
            assert vehicle.registered_on is None or OLDEST_CAR <= vehicle.registered_on <= today
            assert vehicle.plate is not None or (today - vehicle.created_on).days < 21
