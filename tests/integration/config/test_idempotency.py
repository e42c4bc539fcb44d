"""A POST with a key takes effect once, however often it is sent."""

import datetime as dt
import threading

import pytest
import time_machine
from django.db import connection

from chezhan.catalogue.idempotency.models import IdempotentRequest
from chezhan.catalogue.idempotency.tasks import forget_answers
from chezhan.modules.parties.models import Customer
from tenants.context import tenant_context
from tests.factories.showroom import showroom

__all__ = ["showroom"]
KEY = "order-4711"


@pytest.fixture
def send(showroom, sign_in):
    def _send(who, values, key=KEY):
        return sign_in(who, store="north").post(
            "/api/store/records/customer",
            {"values": values},
            content_type="application/json",
            headers={"Idempotency-Key": key},
        )

    return _send


def named(showroom, name):
    with tenant_context(showroom.stores["north"]):
        return Customer.objects.filter(name=name).count()


def test_the_second_is_answered_as_the_first_and_does_nothing(showroom, send):
    first, second = send("manager", {"name": "李雷"}), send("manager", {"name": "李雷"})
    assert (first.status_code, second.status_code) == (201, 201)
    assert first.content == second.content
    assert (first.headers.get("Idempotency-Replayed"), second["Idempotency-Replayed"]) == (None, "true")
    assert named(showroom, "李雷") == 1


def test_another_request_under_the_same_key_is_refused(showroom, send):
    send("manager", {"name": "李雷"})
    refused = send("manager", {"name": "韩梅梅"})
    assert (refused.status_code, refused.json()["error"]["code"]) == (422, "idempotency_key_reused")
    assert named(showroom, "韩梅梅") == 0


def test_a_key_is_its_holders_own(showroom, send):
    assert send("manager", {"name": "李雷"}).status_code == 201
    assert send("advisor", {"name": "李雷"}).status_code == 201
    assert named(showroom, "李雷") == 2


def test_what_was_refused_may_be_tried_again_under_its_key(showroom, send):
    assert send("manager", {"name": ""}).status_code == 422
    assert send("manager", {"name": "李雷"}).status_code == 201
    assert send("manager", {"name": "李雷"}, key="x" * 201).json()["error"]["code"] == "bad_idempotency_key"


def test_of_two_at_once_one_takes_effect(showroom, send):
    answers = []

    def ask():
        try:
            answers.append(send("manager", {"name": "李雷"}))
        finally:
            connection.close()

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {one.status_code for one in answers} <= {201, 409}
    assert len({one.content for one in answers if one.status_code == 201}) == 1
    assert named(showroom, "李雷") == 1


def test_a_key_is_forgotten_after_a_day(showroom, send):
    send("manager", {"name": "李雷"})
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=23), tick=False):
        forget_answers()
        assert send("manager", {"name": "李雷"})["Idempotency-Replayed"] == "true"
    with time_machine.travel(dt.datetime.now(dt.UTC) + dt.timedelta(hours=25), tick=False):
        forget_answers()
        assert "Idempotency-Replayed" not in send("manager", {"name": "李雷"}).headers
    assert named(showroom, "李雷") == 2


def test_the_kept_answer_holds_no_phone_in_clear_and_comes_back_whole(showroom, send):
    values = {"name": "韩梅梅", "phone": "13900004321"}
    first, again = send("manager", values), send("manager", values)
    assert first.json()["record"]["phone"] == "13900004321"
    assert (again.content, again["Idempotency-Replayed"]) == (first.content, "true")
    with tenant_context(showroom.stores["north"]):
        kept = bytes(IdempotentRequest.objects.get().body)
    assert b"13900004321" not in kept
