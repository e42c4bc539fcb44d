"""Signing in, and what stops those who guess."""

import pytest

from tenants.context import public_context
from tenants.models import Person
from tests.factories.cast import PASSWORD
from tests.integration.headquarters.account.conftest import Visitor

PHONE = "+8613912345678"
WRONG = "not the password at all"


def _guess(email: str, times: int, *, address: str = "127.0.0.1", **extra) -> list[int]:
    return [
        Visitor(REMOTE_ADDR=address, **extra).auth("login", email=email, password=WRONG).status_code
        for _ in range(times)
    ]


def _sign_in(email: str, *, address: str = "127.0.0.1"):
    return Visitor(REMOTE_ADDR=address).auth("login", email=email, password=PASSWORD)


def test_by_email_in_any_case(visitor):
    assert visitor.auth("login", email="Owner@Example.COM", password=PASSWORD).status_code == 200
    assert visitor.read("me").json()["person"]["email"] == "owner@example.com"


def test_by_phone(visitor, outbox):
    with public_context():
        Person.objects.create_user(phone=PHONE, phone_verified=True, password=PASSWORD)
    assert visitor.auth("login", phone=PHONE, password=PASSWORD).status_code == 200
    assert outbox() == []


def test_a_phone_that_was_never_proved_needs_its_code(visitor, outbox):
    with public_context():
        Person.objects.create_user(phone=PHONE, password=PASSWORD)
    assert visitor.auth("login", phone=PHONE, password=PASSWORD).status_code == 401
    assert visitor.read("me").status_code == 401
    assert [message.to for message in outbox()] == [PHONE]


def test_a_wrong_password_and_an_unknown_address_are_answered_alike(visitor):
    known = visitor.auth("login", email="owner@example.com", password=WRONG)
    unknown = visitor.auth("login", email="nobody@example.com", password=WRONG)
    assert (known.status_code, known.json()) == (unknown.status_code, unknown.json())


def test_after_five_wrong_passwords_even_the_right_one_waits(cast):
    assert _guess("owner@example.com", 6) == [400] * 5 + [429]
    refused = _sign_in("owner@example.com")
    assert (refused.status_code, refused.json()["error"]["code"]) == (429, "too_many_login_attempts")


def test_guessing_one_account_leaves_others_alone(cast):
    _guess("owner@example.com", 6)
    assert _sign_in("manager@example.com").status_code == 200


def test_guessing_from_one_address_leaves_the_person_elsewhere_alone(cast):
    _guess("owner@example.com", 6, address="203.0.113.9")
    assert _sign_in("owner@example.com", address="198.51.100.7").status_code == 200


def test_guessing_one_phone_leaves_other_phones_alone(visitor, outbox):
    with public_context():
        Person.objects.create_user(phone=PHONE, phone_verified=True, password=PASSWORD)
    for _ in range(6):
        Visitor().auth("login", phone="+8613987654321", password=WRONG)
    assert visitor.auth("login", phone=PHONE, password=PASSWORD).status_code == 200


def test_guessing_from_many_addresses_is_stopped_for_the_account(cast):
    codes = [_guess("owner@example.com", 1, address=f"203.0.113.{number}")[0] for number in range(51)]
    assert codes == [400] * 50 + [429]


def test_the_address_that_a_stranger_claims_is_not_believed(cast):
    forwarded = [_guess("owner@example.com", 1, HTTP_X_FORWARDED_FOR=f"203.0.113.{number}")[0] for number in range(6)]
    assert forwarded == [400] * 5 + [429]


def test_behind_our_proxy_its_word_on_the_address_counts(cast, settings):
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1
    # The client's own claim stands left of what our proxy adds.
    _guess("owner@example.com", 6, HTTP_X_FORWARDED_FOR="198.51.100.7, 203.0.113.9")
    elsewhere = Visitor(HTTP_X_FORWARDED_FOR="203.0.113.9, 198.51.100.7")
    assert elsewhere.auth("login", email="owner@example.com", password=PASSWORD).status_code == 200


def test_signing_out_ends_the_session(browser_of):
    browser = browser_of("owner")
    browser.delete("/_allauth/browser/v1/auth/session")
    assert browser.read("me").status_code == 401


def test_a_new_password_ends_other_sessions_in_stores_too(browser_of):
    here, elsewhere = browser_of("manager", store="north"), browser_of("manager", store="north")
    assert elsewhere.get("/api/store/home").status_code == 200
    changed = here.post(
        "/_allauth/browser/v1/account/password/change",
        {"current_password": PASSWORD, "new_password": "eight green lanterns"},
        content_type="application/json",
    )
    assert changed.status_code == 200
    assert elsewhere.get("/api/store/home").status_code == 401
    assert elsewhere.read("me").status_code == 401
    assert here.get("/api/store/home").status_code == 200


@pytest.mark.parametrize("path", ["/api/account/me", "/api/account/roles", "/api/account/groups/x/people"])
def test_a_stranger_is_refused(visitor, path):
    refused = visitor.get(path)
    assert (refused.status_code, refused.json()["error"]["code"]) == (401, "not_signed_in")


def test_a_request_without_the_csrf_token_changes_nothing(cast):
    browser = Visitor(enforce_csrf_checks=True)
    with public_context():
        browser.force_login(cast.people["owner"], backend="allauth.account.auth_backends.AuthenticationBackend")
    refused = browser.change("me", name="Mallory")
    assert (refused.status_code, refused.json()["error"]["code"]) == (403, "bad_csrf_token")
    assert browser.read("me").json()["person"]["name"] == "Owner"
