"""What load balancers and monitoring ask."""

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.test import Client
from redis import ConnectionError as ValkeyGone

from chezhan.config.observability import health

READY = {"database": True, "store": True, "cache": True}


def test_a_living_process_says_so(cast):
    assert Client().get("/healthz").status_code == 200


def test_ready_when_database_and_valkey_answer(cast):
    response = Client().get("/readyz")
    assert (response.status_code, response.json()) == (200, READY)


def test_not_ready_without_valkey_and_says_which(cast, monkeypatch):
    def gone(*args, **kwargs):
        raise ValkeyGone

    monkeypatch.setattr(cache, "get", gone)
    response = Client().get("/readyz")
    assert (response.status_code, response.json()) == (503, READY | {"cache": False})


def test_not_ready_while_a_public_migration_waits(cast, monkeypatch):
    monkeypatch.setattr(health, "_migrations", lambda: frozenset({("tenants", "9999_to_come")}))
    response = Client().get("/readyz")
    assert (response.status_code, response.json()) == (503, READY | {"database": False})


def test_not_ready_when_a_store_does_not_open(cast, monkeypatch):
    def refuse(store):
        raise OperationalError

    monkeypatch.setattr(health, "tenant_context", refuse)
    response = Client().get("/readyz")
    assert (response.status_code, response.json()) == (503, READY | {"store": False})


def test_metrics_are_for_this_machine(cast):
    assert b"django_http_requests" in Client().get("/metrics").content


@pytest.mark.parametrize("extra", [{"REMOTE_ADDR": "203.0.113.9"}, {"HTTP_X_FORWARDED_FOR": "203.0.113.9"}])
def test_metrics_are_not_for_strangers(cast, extra):
    response = Client().get("/metrics", **extra)
    assert (response.status_code, response.content) == (404, b"")


def test_metrics_open_to_the_token(cast, settings):
    settings.METRICS_TOKEN = "t0ken"
    response = Client().get("/metrics", REMOTE_ADDR="203.0.113.9", HTTP_AUTHORIZATION="Bearer t0ken")
    assert response.status_code == 200
