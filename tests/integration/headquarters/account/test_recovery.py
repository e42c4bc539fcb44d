"""A forgotten password: by a link to the address, by a code to the phone."""

import datetime as dt
import re

import pytest
import time_machine

from chezhan.kernel import clock
from tenants.context import public_context
from tenants.models import Person
from tests.factories.cast import PASSWORD
from tests.integration.headquarters.account.conftest import Visitor

PHONE = "+8613912345678"
NEW = "eight green lanterns"


@pytest.fixture
def phoner(cast) -> Person:
    with public_context():
        return Person.objects.create_user(phone=PHONE, phone_verified=True, password=PASSWORD)


def _code(messages) -> str:
    return re.search(r"\b\d{6}\b", messages[-1].body).group()


def _other(code: str) -> str:
    return "000000" if code != "000000" else "111111"


def _enters(password: str, **identity) -> bool:
    return Visitor().auth("login", password=password, **identity).status_code == 200


def test_a_link_to_the_address_sets_a_new_password_once(visitor, outbox):
    assert visitor.auth("password/request", email="Owner@example.com").status_code == 200
    (mail,) = outbox()
    assert mail.to == "owner@example.com"
    key = re.search(r"/reset-password/(\S+)", mail.body).group(1)
    assert visitor.auth("password/reset", key=key, password=NEW).status_code == 401
    assert _enters(NEW, email="owner@example.com")
    assert not _enters(PASSWORD, email="owner@example.com")
    again = visitor.auth("password/reset", key=key, password="nine green lanterns")
    assert again.status_code == 400
    assert _enters(NEW, email="owner@example.com")


def test_an_unknown_address_is_answered_alike(visitor, outbox):
    known = visitor.auth("password/request", email="owner@example.com")
    unknown = visitor.auth("password/request", email="nobody@example.com")
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())
    assert "reset-password" not in outbox()[1].body


def test_a_code_to_the_phone_sets_a_new_password(visitor, outbox, phoner):
    assert visitor.send("recovery", phone="139 1234 5678").status_code == 204
    assert outbox()[0].to == PHONE
    done = visitor.send("recovery/confirm", code=_code(outbox()), password=NEW)
    assert done.status_code == 204
    assert _enters(NEW, phone=PHONE)
    assert not _enters(PASSWORD, phone=PHONE)


def test_the_code_works_once(visitor, outbox, phoner):
    visitor.send("recovery", phone=PHONE)
    code = _code(outbox())
    visitor.send("recovery/confirm", code=code, password=NEW)
    again = visitor.send("recovery/confirm", code=code, password="nine green lanterns")
    assert again.json()["error"]["code"] == "incorrect_code"
    assert _enters(NEW, phone=PHONE)


def test_the_code_is_of_no_use_in_another_browser(visitor, outbox, phoner):
    visitor.send("recovery", phone=PHONE)
    assert Visitor().send("recovery/confirm", code=_code(outbox()), password=NEW).status_code == 422
    assert _enters(PASSWORD, phone=PHONE)


def test_the_code_expires(visitor, outbox, phoner):
    visitor.send("recovery", phone=PHONE)
    with time_machine.travel(clock.now() + dt.timedelta(minutes=16)):
        assert visitor.send("recovery/confirm", code=_code(outbox()), password=NEW).status_code == 422
    assert _enters(PASSWORD, phone=PHONE)


def test_three_wrong_codes_end_it(visitor, outbox, phoner):
    visitor.send("recovery", phone=PHONE)
    right = _code(outbox())
    for _ in range(3):
        assert visitor.send("recovery/confirm", code=_other(right), password=NEW).status_code == 422
    assert visitor.send("recovery/confirm", code=right, password=NEW).status_code == 422
    assert _enters(PASSWORD, phone=PHONE)


def test_an_unknown_phone_is_answered_alike_and_sent_nothing(visitor, outbox):
    assert visitor.send("recovery", phone=PHONE).status_code == 204
    assert outbox() == []
    assert visitor.send("recovery/confirm", code="123456", password=NEW).json()["error"]["code"] == "incorrect_code"


def test_a_weak_password_is_named_and_the_code_stays_good(visitor, outbox, phoner):
    visitor.send("recovery", phone=PHONE)
    code = _code(outbox())
    refused = visitor.send("recovery/confirm", code=code, password="12345678")
    assert (refused.status_code, list(refused.json()["error"]["fields"])) == (422, ["password"])
    assert visitor.send("recovery/confirm", code=code, password=NEW).status_code == 204


def test_asking_for_codes_is_throttled_by_phone(outbox, phoner):
    codes = [Visitor().send("recovery", phone=PHONE).status_code for _ in range(4)]
    assert codes == [204, 204, 204, 429]
    assert len(outbox()) == 3


def test_it_says_so_where_no_gateway_is_set(visitor, settings, phoner):
    settings.SMS_SENDER = ""
    assert visitor.send("recovery", phone=PHONE).json()["error"]["code"] == "sms_not_configured"


def test_sessions_end_when_the_password_is_recovered(outbox, browser_of):
    stolen = browser_of("manager", store="north")
    assert stolen.get("/api/store/home").status_code == 200
    visitor = Visitor()
    visitor.auth("password/request", email="manager@example.com")
    key = re.search(r"/reset-password/(\S+)", outbox()[0].body).group(1)
    visitor.auth("password/reset", key=key, password=NEW)
    assert stolen.get("/api/store/home").status_code == 401
