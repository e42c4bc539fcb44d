"""How django-allauth meets a Person: e-mail or phone, no user name; its mails; its throttle."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.account.fields import PhoneField
from allauth.account.models import EmailAddress
from allauth.core.internal import ratelimit
from django.utils.translation import get_language, gettext_lazy

from chezhan.headquarters.account.delivery import mail, sms
from chezhan.headquarters.account.delivery.letters import CHINESE, ENGLISH, NOTICES, compose
from chezhan.headquarters.account.errors import TooManyLoginAttempts
from chezhan.headquarters.account.phones import e164
from chezhan.kernel import clock
from tenants.lookup import forget_person
from tenants.models import Person

KINDS = {
    "email_confirmation_signup": "confirm_email",
    "email_confirmation": "confirm_email",
    "password_reset_key": "reset_password",
    "unknown_account": "unknown_account",
    "account_already_exists": "account_exists",
}


def language_of(person: Person | None) -> str:
    """The person's language, else that of the request."""
    if person is not None and person.pk:
        return person.language
    return ENGLISH if (get_language() or "").startswith("en") else CHINESE


class PersonAdapter(DefaultAccountAdapter):
    error_messages = DefaultAccountAdapter.error_messages | {
        "email_or_phone_required": gettext_lazy("Give an e-mail address or a phone number."),
        "invalid_phone": gettext_lazy("This is not a phone number."),
    }

    # Sign-up ---------------------------------------------------------------------------------------------

    def save_user(self, request, user: Person, form, commit: bool = True) -> Person:
        data = form.cleaned_data
        # A person always has an address or a phone: both are set before the first save.
        user.email = data.get("email") or None
        user.phone = data.get("phone") or None
        user.name = data.get("name") or ""
        user.language = language_of(None)
        user.set_password(data.get("password") or data.get("password1"))
        if commit:
            user.save()
        return user

    def clean_phone(self, phone: str) -> str:
        normal = e164(phone)
        if normal is None:
            raise self.validation_error("invalid_phone")
        return normal

    def phone_form_field(self, **kwargs: Any) -> PhoneField:
        return PhoneField(validators=[], max_length=40, **kwargs)

    def can_delete_email(self, email_address: EmailAddress) -> bool:
        """Not the only thing by which one can sign in."""
        person = email_address.user
        others = EmailAddress.objects.filter(user=person).exclude(pk=email_address.pk)
        if email_address.email == person.email and not person.phone_verified and not others.exists():
            return False
        return super().can_delete_email(email_address)

    # Phone -----------------------------------------------------------------------------------------------

    def get_phone(self, user: Person) -> tuple[str, bool] | None:
        return (user.phone, user.phone_verified) if user.phone else None

    def set_phone(self, user: Person, phone: str, verified: bool) -> None:
        user.phone, user.phone_verified = phone, verified
        user.save(update_fields=["phone", "phone_verified"])

    def set_phone_verified(self, user: Person, phone: str) -> None:
        self.set_phone(user, phone, True)
        forget_person(person_id=user.pk)

    def get_user_by_phone(self, phone: str) -> Person | None:
        return Person.objects.filter(phone=phone).first()

    def send_verification_code_sms(self, user: Person, phone: str, code: str, **kwargs: Any) -> None:
        sms.text(to=phone, body=compose("code", language=language_of(user), code=code).body)

    def send_account_already_exists_sms(self, phone: str) -> None:
        sms.text(to=phone, body=compose("phone_has_account", language=language_of(None)).body)

    # Passwords -------------------------------------------------------------------------------------------

    def set_password(self, user: Person, password: str) -> None:
        super().set_password(user, password)
        # Other sessions end at the next click: they carry the hash of the old password.
        forget_person(person_id=user.pk)

    def login(self, request, user: Person) -> None:
        super().login(request, user)
        # A login may renew the password's hash, and with it the one that sessions are compared with.
        forget_person(person_id=user.pk)

    # Throttle --------------------------------------------------------------------------------------------

    def _login_of(self, credentials: dict[str, Any]) -> str:
        return str(credentials.get("email") or credentials.get("phone") or "").lower()

    def _get_login_attempts_cache_key(self, request, **credentials: Any) -> str:
        # By account and address: a stranger elsewhere can't lock a person out of their own account.
        return f"{ratelimit.get_ip(request)}:{self._login_of(credentials)}"

    def pre_authenticate(self, request, **credentials: Any) -> None:
        usages = []
        keys = {
            "login_failed": self._get_login_attempts_cache_key(request, **credentials),
            "login_failed_account": self._login_of(credentials),
        }
        for action, key in keys.items():
            usage = ratelimit.consume(request, app="allauth.account", action=action, key=key)
            if not usage:
                raise TooManyLoginAttempts
            usages.append(usage)
        self._login_failed_rl_usage = ratelimit.RateLimitUsage(
            usage=[single for usage in usages for single in usage.usage]
        )

    # Mail ------------------------------------------------------------------------------------------------

    def send_mail(self, template_prefix: str, email: str, context: dict) -> None:
        language = language_of(context.get("user"))
        letter = compose(KINDS[template_prefix.rpartition("/")[2]], language=language, email=email, **_texts(context))
        mail.post(to=email, subject=letter.subject, body=letter.body)

    def send_notification_mail(self, template_prefix, user: Person, context=None, email=None) -> None:
        to = email or user.email
        if not to:
            return
        what = NOTICES[template_prefix.rpartition("/")[2]]
        at = clock.now().astimezone(clock.SHANGHAI)
        letter = compose(
            "notice",
            language=user.language,
            what=what[ENGLISH if user.language == ENGLISH else CHINESE],
            timestamp=f"{at:%Y-%m-%d %H:%M}",
            ip=self.get_client_ip(self.request),
        )
        mail.post(to=to, subject=letter.subject, body=letter.body)


def _texts(context: dict) -> dict[str, str]:
    return {name: value for name, value in context.items() if name.endswith("_url")}
