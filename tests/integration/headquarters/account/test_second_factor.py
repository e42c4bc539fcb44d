"""Two-step sign-in: switched on by its owner, asked for from then on."""

import pytest
from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value, yield_hotp_counters_from_time

from tenants.context import public_context
from tests.factories.cast import PASSWORD
from tests.integration.headquarters.account.conftest import Visitor

TOTP = "/_allauth/browser/v1/account/authenticators/totp"


def _code(secret: str) -> str:
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


@pytest.fixture
def owner(visitor, cast, outbox) -> Visitor:
    """The owner's browser; the address is confirmed, as the second factor wants it."""
    with public_context():
        EmailAddress.objects.create(user=cast.people["owner"], email="owner@example.com", primary=True, verified=True)
    visitor.auth("login", email="owner@example.com", password=PASSWORD)
    return visitor


@pytest.fixture
def secret(owner) -> str:
    """The owner's secret, just switched on."""
    owner.auth("reauthenticate", password=PASSWORD)
    shown = owner.get(TOTP)
    assert shown.status_code == 404
    secret = shown.json()["meta"]["secret"]
    assert owner.post(TOTP, {"code": _code(secret)}, content_type="application/json").status_code == 200
    return secret


def test_it_is_asked_for_and_lets_in(secret):
    browser = Visitor()
    waiting = browser.auth("login", email="owner@example.com", password=PASSWORD)
    assert waiting.status_code == 401
    assert [flow["id"] for flow in waiting.json()["data"]["flows"] if flow.get("is_pending")] == ["mfa_authenticate"]
    assert browser.read("me").status_code == 401
    with public_context():
        codes = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()
    assert browser.auth("2fa/authenticate", code=codes[0]).status_code == 200
    assert browser.read("me").status_code == 200


def test_a_wrong_code_lets_nobody_in(secret):
    browser = Visitor()
    browser.auth("login", email="owner@example.com", password=PASSWORD)
    wrong = "000000" if _code(secret) != "000000" else "111111"
    assert browser.auth("2fa/authenticate", code=wrong).status_code == 400
    assert browser.read("me").status_code == 401


def test_the_secret_rests_encrypted_and_its_owner_is_told(secret, outbox):
    with public_context():
        kept = list(Authenticator.objects.values_list("data", flat=True))
    assert secret not in str(kept)
    assert "两步验证" in outbox()[0].body


def test_it_is_not_switched_on_without_the_password_once_more(owner):
    secret = owner.get(TOTP).json()["meta"]["secret"]
    assert owner.post(TOTP, {"code": _code(secret)}, content_type="application/json").status_code == 401
    with public_context():
        assert not Authenticator.objects.exists()


def test_after_five_wrong_codes_even_the_right_one_waits(secret):
    browser = Visitor()
    browser.auth("login", email="owner@example.com", password=PASSWORD)
    with public_context():
        right = Authenticator.objects.get(type="recovery_codes").wrap().get_unused_codes()[0]
    answers = [browser.auth("2fa/authenticate", code="not-a-code").status_code for _ in range(5)]
    assert answers == [400] * 5
    late = browser.auth("2fa/authenticate", code=right)
    assert (late.status_code, late.json()["errors"][0]["code"]) == (400, "too_many_login_attempts")
    assert browser.read("me").status_code == 401
