import pytest

from tests.factories.motor_pool import pool_tables


@pytest.fixture
def pool(cast):
    """Tables of garages, cars and jobs, for this test alone."""
    with pool_tables():
        yield
