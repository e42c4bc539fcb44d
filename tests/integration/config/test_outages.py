"""While PostgreSQL or Valkey is away people are told to try again, and the next request goes well."""

import os
import socket
from contextlib import contextmanager

import pytest
import redis
from django.core.cache import caches
from django.db import OperationalError, connection, connections
from django.db.utils import InterfaceError

from chezhan.catalogue import api as store_api
from chezhan.config.observability import reports
from chezhan.kernel.outages import is_away
from tests.integration.config.observability.test_reports import kept

__all__ = ["kept"]
HOME = "/api/store/home"
# Nobody listens there.
CLOSED = 1


@pytest.fixture
def manager(sign_in):
    client = sign_in("manager", store="north")
    client.raise_request_exception = False
    assert client.get(HOME).status_code == 200
    return client


def end_connection(**_):
    """As a server that goes away under a request."""
    line = socket.socket(fileno=os.dup(connection.connection.fileno()))
    line.shutdown(socket.SHUT_RDWR)
    line.close()
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def told(answer):
    error = answer.json()["error"]
    assert error["request_id"] and error["params"] == {"seconds": 5}
    return answer.status_code, error["code"], answer["Retry-After"]


AWAY = (503, "service_away", "5")


def test_a_connection_that_breaks_is_told_and_the_next_request_goes_well(manager, monkeypatch, kept):
    monkeypatch.setattr(reports, "_told", {})
    with monkeypatch.context() as patch:
        patch.setattr(store_api, "read_home", end_connection)
        assert [told(manager.get(HOME)) for _ in range(3)] == [AWAY] * 3
    assert manager.get(HOME).status_code == 200
    # An outage is one report, not one for each who asks.
    assert len(kept.events) == 1


@pytest.fixture
def no_database(monkeypatch):
    """Until it is left, PostgreSQL is looked for where nobody listens."""
    default = connections["default"]
    pool = {**default.settings_dict["OPTIONS"]["pool"], "timeout": 0.3}

    @contextmanager
    def _no_database():
        default.close()
        default.close_pool()
        with monkeypatch.context() as patch:
            patch.setitem(default.settings_dict, "PORT", str(CLOSED))
            patch.setitem(default.settings_dict, "OPTIONS", {**default.settings_dict["OPTIONS"], "pool": pool})
            yield
            default.close()
            default.close_pool()

    return _no_database


def test_a_server_that_does_not_listen_is_told(manager, no_database):
    with no_database():
        assert told(manager.get(HOME)) == AWAY
        assert told(manager.get("/api/account/me")) == AWAY
        page = manager.get("/platform/", headers={"Accept-Language": "en"})
        chinese = manager.get("/platform/")
    assert (page.status_code, page["Retry-After"]) == (503, "5")
    assert "Try again" in page.text and "再试" in chinese.text
    assert "psycopg" not in page.text
    assert manager.get(HOME).status_code == 200


def test_valkey_that_does_not_listen_is_told(manager, monkeypatch):
    gone = redis.Redis(host="127.0.0.1", port=CLOSED)
    with monkeypatch.context() as patch:
        patch.setattr(caches["default"]._cache, "_kept", gone)
        assert told(manager.get(HOME)) == AWAY
    assert manager.get(HOME).status_code == 200


def test_what_asking_again_does_not_mend_is_no_outage(manager, monkeypatch, kept):
    def too_slow(**_):
        with connection.cursor() as cursor:
            cursor.execute("SET LOCAL statement_timeout = 1; SELECT pg_sleep(1)")

    monkeypatch.setattr(store_api, "read_home", too_slow)
    answers = [manager.get(HOME) for _ in range(2)]
    assert [(one.status_code, one.json()["error"]["code"]) for one in answers] == [(500, "server_error")] * 2
    assert len(kept.events) == 2
    assert (is_away(ValueError()), is_away(InterfaceError()), is_away(OperationalError())) == (False, True, True)
    assert not is_away(redis.ResponseError())
