"""A small demo group: one 4S store and one repair shop, a fiftieth of life-size."""

import datetime as dt
from collections.abc import Callable

import pytest

from chezhan.config.demo.cast import PASSWORD
from chezhan.config.demo.history import generate_group
from chezhan.config.demo.loading import load_group
from chezhan.config.demo.records import StoreHistory
from chezhan.config.demo.standing import Standing, find_standing
from chezhan.kernel.clock import SHANGHAI
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.lookup import stores_of

NOW = dt.datetime(2026, 11, 21, 12, 0, tzinfo=SHANGHAI)


def silent(store: str, count: int) -> None:
    """Hears the progress and keeps it to itself."""


@pytest.fixture(scope="session")
def now() -> dt.datetime:
    return NOW


@pytest.fixture(scope="session")
def histories() -> tuple[StoreHistory, StoreHistory]:
    whole = list(generate_group(today=NOW.date(), scale=0.02))
    return whole[0], whole[5]


@pytest.fixture
def load(cast, histories) -> Callable[..., Standing]:
    """load() → the standing after a load; load(tell=…) hears the progress."""

    def _load(*, tell=silent) -> Standing:
        load_group(histories=histories, password=PASSWORD, now=NOW, tell=tell)
        return find_standing()

    return _load


@pytest.fixture
def stores() -> Callable[[Standing], dict[str, StoreRef]]:
    """stores(standing) → the demo group's stores by name."""

    def _stores(standing: Standing) -> dict[str, StoreRef]:
        with public_context():
            return {store.name: store for store in stores_of(group_id=standing.groups[0].id)}

    return _stores
