"""The door to text messages. A gateway is a function of (to, body) named in SMS_SENDER."""

from django.conf import settings
from django.db import transaction
from django.utils.module_loading import import_string

from chezhan.headquarters.account.delivery.outbox import put
from chezhan.kernel.errors import AppError
from chezhan.kernel.models import DevMessage


class SmsNotConfigured(AppError):
    code = "sms_not_configured"
    status = 503
    message = "This installation can't send text messages; use an e-mail address instead."


def require_sms() -> None:
    """Raises SmsNotConfigured (503) where no gateway is named."""
    if not settings.SMS_SENDER:
        raise SmsNotConfigured


def text(*, to: str, body: str) -> None:
    """Send a text message once the open transaction has committed. `to` is E.164. Raises SmsNotConfigured."""
    require_sms()
    sender = import_string(settings.SMS_SENDER)
    transaction.on_commit(lambda: sender(to=to, body=body), robust=True)


def into_outbox(*, to: str, body: str) -> None:
    """The sender of the development outbox."""
    put(channel=DevMessage.Channel.SMS, to=to, subject="", body=body)
