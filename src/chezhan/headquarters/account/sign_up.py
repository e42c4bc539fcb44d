"""What sign-up asks beyond e-mail, phone and password, and what it insists on."""

import datetime as dt

from allauth.account import app_settings
from allauth.account.adapter import get_adapter
from allauth.core import context, ratelimit
from django import forms
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.http import HttpRequest

from chezhan.headquarters.account.delivery.sms import require_sms
from chezhan.headquarters.account.errors import Throttled
from chezhan.kernel import clock
from tenants.models import Person
from tenants.naming import LONGEST


class SignUpFields(forms.Form):
    """`name` is free; one of e-mail and phone must be given. A phone needs a way to send it a code."""

    name = forms.CharField(required=False, max_length=LONGEST)

    def clean(self) -> dict:
        data = super().clean() or self.cleaned_data
        email, phone = data.get("email"), data.get("phone")
        if not (email or phone or self.errors):
            raise get_adapter().validation_error("email_or_phone_required")
        if phone:
            require_sms()
            if not ratelimit.consume(context.request, action="verify_phone", key=phone, dry_run=True):
                raise Throttled
            release_unproven(phone=phone, now=clock.now())
        if password := data.get("password"):
            self._check_password(password, Person(email=email, phone=phone, name=data.get("name") or ""))
        return data

    def _check_password(self, password: str, person: Person) -> None:
        """allauth checks the password before it knows whose it is; here it must differ from what names them."""
        try:
            validate_password(password, person)
        except ValidationError as error:
            self.add_error("password", error)

    def signup(self, request: HttpRequest, user: Person) -> None:
        """Everything was set by PersonAdapter.save_user."""


def release_unproven(*, phone: str, now: dt.datetime) -> None:
    """Forget an account that claimed `phone`, never proved it and never got in: the number is its owner's to use."""
    expired = now - dt.timedelta(seconds=app_settings.PHONE_VERIFICATION_TIMEOUT)
    Person.objects.filter(
        phone=phone,
        phone_verified=False,
        last_login__isnull=True,
        memberships__isnull=True,
        is_staff=False,
        created_at__lt=expired,
    ).delete()
