"""A forgotten password, recovered by a code sent to the account's phone.

The code lives in the session that asked for it, as a hash; three wrong ones end it. An unknown phone is answered
the same, and its code is never right.
"""

import datetime as dt
import secrets

from allauth.account.adapter import get_adapter
from allauth.core.internal import ratelimit
from django.contrib.auth.hashers import check_password, make_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from chezhan.headquarters.account.delivery import sms
from chezhan.headquarters.account.delivery.letters import compose
from chezhan.headquarters.account.errors import BadPassword, BadPhone, IncorrectCode, Throttled
from chezhan.headquarters.account.phones import e164
from tenants.models import Person

LIFE = dt.timedelta(minutes=15)
ATTEMPTS = 3
SESSION_KEY = "chezhan_recovery"
ACTIONS = {"ask": "reset_password", "confirm": "reset_password_by_code"}


def _consume(request: HttpRequest, *, action: str, key: str) -> None:
    if not ratelimit.consume(request, app="allauth.account", action=action, key=key):
        raise Throttled


def ask_for_code(*, request: HttpRequest, phone: str, now: dt.datetime) -> None:
    """Send a code to `phone` if an active account has it. Raises BadPhone, SmsNotConfigured, Throttled (429)."""
    number = e164(phone)
    if number is None:
        raise BadPhone(fields={"phone": [BadPhone.message]})
    sms.require_sms()
    _consume(request, action="reset_password", key=number)
    code = f"{secrets.randbelow(10**6):06d}"
    person = Person.objects.filter(phone=number, is_active=True).first()
    request.session[SESSION_KEY] = {
        "person": str(person.id) if person else None,
        "phone": number,
        "code": make_password(code),
        "until": (now + LIFE).isoformat(),
        "left": ATTEMPTS,
    }
    if person:
        sms.text(to=number, body=compose("code", language=person.language, code=code).body)


def set_password_by_code(*, request: HttpRequest, code: str, password: str, now: dt.datetime) -> None:
    """Set the password and call the phone proved. Raises IncorrectCode, BadPassword, Throttled (429)."""
    _consume(request, action="reset_password_by_code", key="")
    state = request.session.get(SESSION_KEY)
    if state is None or now > dt.datetime.fromisoformat(state["until"]):
        raise IncorrectCode
    right = check_password(code.strip(), state["code"])
    person = Person.objects.filter(id=state["person"], phone=state["phone"], is_active=True).first()
    if not right or person is None:
        _count_down(request, state)
        raise IncorrectCode
    try:
        validate_password(password, person)
    except ValidationError as error:
        raise BadPassword(fields={"password": error.messages}) from error
    del request.session[SESSION_KEY]
    person.phone_verified = True
    get_adapter().set_password(person, password)


def _count_down(request: HttpRequest, state: dict) -> None:
    state["left"] -= 1
    if state["left"] > 0:
        request.session[SESSION_KEY] = state
    else:
        del request.session[SESSION_KEY]
