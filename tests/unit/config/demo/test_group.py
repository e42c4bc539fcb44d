"""The same seed and day give the same group; the story stays within what the product takes."""

import re
from datetime import date
from itertools import islice

import pytest

from chezhan.config.demo.history import first_day, generate_group
from chezhan.config.demo.seasons import showroom_factor, spring_festival, workshop_factor
from chezhan.config.demo.story import STORES


def small(**options):
    options = {"today": date(2026, 11, 21), "scale": 0.03, **options}
    return list(generate_group(**options))


def test_same_seed_same_output():
    assert small() == small()


def test_another_seed_other_people():
    names = [{customer.name for customer in small(seed=seed)[0].customers} for seed in ("a", "b")]
    assert names[0] != names[1]


def test_a_store_does_not_wait_for_the_others():
    first, second = islice(generate_group(today=date(2026, 11, 21), scale=0.01), 2)
    assert (first.store, second.store) == STORES[:2]


@pytest.mark.parametrize("today", [date(2028, 2, 29), date(2027, 1, 1), date(2026, 12, 31)])
def test_any_day_can_be_today(today):
    for history in small(today=today, scale=0.02):
        assert all(first_day(today) <= customer.created_on <= today for customer in history.customers)
        assert all(order.ordered_on <= today for order in history.orders)


def test_history_spans_two_years_and_begins_with_a_month():
    assert first_day(date(2026, 11, 21)) == date(2024, 11, 1)
    assert first_day(date(2028, 2, 29)) == date(2026, 2, 1)


def test_stores_fit_the_products_names():
    assert len(STORES) == 8
    assert len({store.name for store in STORES}) == len({store.key for store in STORES}) == 8
    for store in STORES:
        assert re.fullmatch(r"[a-z0-9-]{3,40}", store.key)
        assert 2 <= len(store.name) <= 60


def test_texts_fit_their_columns():
    for history in small():
        for vehicle in history.vehicles:
            assert len(vehicle.brand) <= 60
            assert len(vehicle.series) <= 80
            assert max(len(vehicle.trim), len(vehicle.engine)) <= 120
            assert len(vehicle.transmission) <= 60


def test_new_years_eve_empties_showroom_and_workshop():
    eve = spring_festival(2026)
    assert showroom_factor(eve) < 0.25
    assert workshop_factor(eve) < 0.2
    assert workshop_factor(date(2026, 2, 5)) > 1.4
