import datetime as dt
import re
from urllib.parse import unquote

import pytest
import time_machine

from chezhan.kernel import clock
from tenants.context import public_context
from tenants.models import Person
from tests.integration.headquarters.account.conftest import Visitor

PASSWORD = "seven green lanterns"
PHONE = "+8613912345678"


def _people(**found) -> list[Person]:
    with public_context():
        return list(Person.objects.filter(**found))


def _codes(messages) -> list[str]:
    return [found for message in messages for found in re.findall(r"\b\d{6}\b", message.body)]


def _errors(response) -> set[str]:
    return {error["code"] for error in response.json()["errors"]}


def test_by_email_one_is_in_at_once_and_in_the_first_store(visitor, outbox):
    signed_up = visitor.auth("signup", email="Li.Lei@Example.com", password=PASSWORD, name="李雷")
    assert signed_up.status_code == 200
    founded = visitor.send("groups", name="新城汽车", pack="dealer", store_name="新城一店")
    assert founded.status_code == 201
    home = visitor.get("/api/store/home", headers={"X-Store": founded.json()["store_slug"]})
    assert home.status_code == 200
    assert home.json()["roles"] == ["group_owner"]
    (person,) = _people(email="li.lei@example.com")
    assert (person.name, person.language) == ("李雷", "zh-hans")


def test_the_address_is_asked_to_be_confirmed_by_a_link(visitor, outbox):
    visitor.auth("signup", email="li.lei@example.com", password=PASSWORD)
    (mail,) = outbox()
    assert (mail.channel, mail.to) == ("email", "li.lei@example.com")
    key = unquote(re.search(r"/verify-email/(\S+)", mail.body).group(1))
    confirmed = visitor.auth("email/verify", key=key)
    assert confirmed.status_code == 200
    emails = visitor.get("/_allauth/browser/v1/account/email").json()["data"]
    assert [(email["email"], email["verified"]) for email in emails] == [("li.lei@example.com", True)]


def test_the_language_of_the_browser_is_kept(visitor, outbox):
    visitor.post(
        "/_allauth/browser/v1/auth/signup",
        {"email": "ann@example.com", "password": PASSWORD},
        content_type="application/json",
        headers={"Accept-Language": "en"},
    )
    (person,) = _people(email="ann@example.com")
    assert person.language == "en"
    assert "Confirm your e-mail" in outbox()[0].subject


def test_by_phone_one_waits_for_the_code(visitor, outbox):
    waiting = visitor.auth("signup", phone="139 1234 5678", password=PASSWORD)
    assert waiting.status_code == 401
    assert {"id": "verify_phone", "is_pending": True} in waiting.json()["data"]["flows"]
    assert visitor.read("me").status_code == 401
    (message,) = outbox()
    assert (message.channel, message.to) == ("sms", PHONE)
    entered = visitor.auth("phone/verify", code=_codes([message])[0])
    assert entered.status_code == 200
    assert visitor.read("me").json()["person"]["phone"] == PHONE
    assert [person.phone_verified for person in _people(phone=PHONE)] == [True]


def test_a_wrong_code_lets_nobody_in(visitor, outbox):
    visitor.auth("signup", phone=PHONE, password=PASSWORD)
    wrong = "000000" if _codes(outbox()) != ["000000"] else "111111"
    refused = visitor.auth("phone/verify", code=wrong)
    assert _errors(refused) == {"incorrect_code"}
    assert visitor.read("me").status_code == 401
    assert [person.phone_verified for person in _people(phone=PHONE)] == [False]


def test_neither_email_nor_phone_is_refused(visitor, outbox):
    before = len(_people())
    refused = visitor.auth("signup", password=PASSWORD)
    assert (refused.status_code, _errors(refused)) == (400, {"email_or_phone_required"})
    assert len(_people()) == before


def test_a_taken_address_is_refused_in_any_case(visitor, outbox):
    refused = visitor.auth("signup", email="OWNER@example.com", password=PASSWORD)
    assert (refused.status_code, _errors(refused)) == (400, {"email_taken"})
    assert len(_people(email__iexact="owner@example.com")) == 1


def test_a_taken_phone_is_answered_as_a_free_one(visitor, outbox):
    with public_context():
        Person.objects.create_user(phone=PHONE, phone_verified=True, password=PASSWORD)
    answer = visitor.auth("signup", phone=PHONE, password="another seven lanterns")
    assert answer.status_code == 401
    assert {"id": "verify_phone", "is_pending": True} in answer.json()["data"]["flows"]
    (message,) = outbox()
    assert message.to == PHONE
    assert _codes([message]) == []
    assert len(_people(phone=PHONE)) == 1


def test_a_phone_that_was_claimed_but_never_proved_is_free_again(visitor, outbox):
    Visitor().auth("signup", phone=PHONE, password="the claim of a stranger")
    with time_machine.travel(clock.now() + dt.timedelta(minutes=16)):
        visitor.auth("signup", phone=PHONE, password=PASSWORD)
        assert visitor.auth("phone/verify", code=_codes(outbox())[-1]).status_code == 200
    (person,) = _people(phone=PHONE)
    assert person.check_password(PASSWORD)


def test_a_phone_is_refused_clearly_where_no_gateway_is_set(visitor, settings):
    settings.SMS_SENDER = ""
    refused = visitor.auth("signup", phone=PHONE, password=PASSWORD)
    assert (refused.status_code, refused.json()["error"]["code"]) == (503, "sms_not_configured")
    assert _people(phone=PHONE) == []


@pytest.mark.parametrize("phone", ["12", "abc", "+86 110", "1" * 300])
def test_what_is_no_phone_is_refused(visitor, outbox, phone):
    refused = visitor.auth("signup", phone=phone, password=PASSWORD)
    assert refused.status_code == 400
    assert outbox() == []


@pytest.mark.parametrize("password", ["short", "12345678901", "password1", "li.lei@example.com"])
def test_a_weak_password_is_refused(visitor, outbox, password):
    refused = visitor.auth("signup", email="li.lei@example.com", password=password)
    assert refused.status_code == 400
    assert _people(email="li.lei@example.com") == []


def test_codes_to_one_phone_are_throttled(visitor, outbox):
    visitor.auth("signup", phone=PHONE, password=PASSWORD)
    refused = Visitor().auth("login", phone=PHONE, password=PASSWORD)
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "throttled")
    assert len(outbox()) == 1
