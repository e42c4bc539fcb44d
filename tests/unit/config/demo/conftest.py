"""The life-size group as of a fixed day, generated once."""

from datetime import date

import pytest

from chezhan.config.demo.history import generate_group
from chezhan.config.demo.records import StoreHistory

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="session")
def today() -> date:
    return TODAY


@pytest.fixture(scope="session")
def group() -> tuple[StoreHistory, ...]:
    return tuple(generate_group(today=TODAY))


@pytest.fixture(scope="session")
def dealers(group) -> tuple[StoreHistory, ...]:
    return tuple(history for history in group if history.store.pack == "dealer")


@pytest.fixture(scope="session")
def repair_shops(group) -> tuple[StoreHistory, ...]:
    return tuple(history for history in group if history.store.pack == "repair")
