"""Mail leaves after the commit, and never breaks what was committed."""

from collections.abc import Sequence

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction

from chezhan.headquarters.account.delivery.outbox import put
from chezhan.kernel.errors import AppError
from chezhan.kernel.models import DevMessage


class MailNotConfigured(AppError):
    code = "mail_not_configured"
    status = 503
    message = "This installation can't send mail: set CHEZHAN_SMTP_HOST and CHEZHAN_MAIL_FROM."


def post(*, to: str, subject: str, body: str) -> None:
    """Send a mail once the open transaction has committed. A failure is logged and reported, not raised."""
    message = EmailMessage(f"{settings.ACCOUNT_EMAIL_SUBJECT_PREFIX}{subject}", body, to=[to])
    transaction.on_commit(message.send, robust=True)


class OutboxBackend(BaseEmailBackend):
    """Keeps mails in the development outbox, shown in the app."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        for message in email_messages:
            for to in message.recipients():
                put(channel=DevMessage.Channel.EMAIL, to=to, subject=str(message.subject), body=str(message.body))
        return len(email_messages)


class UnconfiguredBackend(BaseEmailBackend):
    """Says clearly that nothing can be sent. Raises MailNotConfigured."""

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        raise MailNotConfigured
