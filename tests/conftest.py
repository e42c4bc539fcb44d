"""Real PostgreSQL and Valkey, a database per worker, real transactions, and a fixed cast of people."""

import os
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, settings

# The same examples on every machine, however busy it is: how fast they are made says nothing of what they show.
settings.register_profile("suite", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("suite")


def pytest_configure(config: pytest.Config) -> None:
    if "DATABASE_OWNER_URL" not in os.environ or "REDIS_URL" not in os.environ:
        raise pytest.UsageError(
            "No PostgreSQL or Valkey: run `make test`, which starts them, or set DATABASE_URL, "
            "DATABASE_OWNER_URL and REDIS_URL."
        )
    from django.conf import settings  # noqa: PLC0415

    # Each test client loads the middleware, which would list all files of the built app: a third of the suite's time.
    settings.WHITENOISE_AUTOREFRESH = True


@pytest.fixture(scope="session")
def database(django_test_environment, django_db_blocker):
    """The worker's database with its cast; not for tests to ask for directly."""
    from tests.factories.database import TestDatabase  # noqa: PLC0415

    with django_db_blocker.unblock():
        made = TestDatabase()
        made.create()
        yield made
        made.drop()


@pytest.fixture
def cast(database, django_db_blocker):
    """The fixed cast, on a database that is put back as it was after the test."""
    with django_db_blocker.unblock():
        yield database.cast
        database.wipe()


@pytest.fixture
def sign_in(cast) -> Callable:
    """sign_in("manager", store="north") → a test client with that person's session (and X-Store header)."""
    from django.test import Client  # noqa: PLC0415

    from tenants.context import public_context  # noqa: PLC0415

    def _sign_in(name: str, *, store: str | None = None) -> Client:
        headers = {"X-Store": cast.stores[store].slug} if store else {}
        client = Client(headers=headers)
        with public_context():
            client.force_login(cast.people[name], backend="allauth.account.auth_backends.AuthenticationBackend")
        return client

    return _sign_in
