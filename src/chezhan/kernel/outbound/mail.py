"""Django's mail over SMTP, to servers that people name: the same guard, and TLS with the certificate checked."""

import smtplib
import socket
import ssl
from dataclasses import dataclass

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from chezhan.kernel.outbound.dialling import dial
from chezhan.kernel.outbound.refusals import NotReached, ReplyLost
from chezhan.kernel.outbound.targets import require_port, target_of
from chezhan.kernel.outbound.wire import trusted

PORTS = {25, 465, 587, 2525}


class GuardedSMTP(smtplib.SMTP):
    def _get_socket(self, host: str, port: int, timeout: float) -> socket.socket:
        target = target_of(host=host, port=port)
        require_port(target, PORTS)
        return dial(target, timeout=timeout)


class GuardedTlsSMTP(smtplib.SMTP_SSL, GuardedSMTP):
    """SMTP_SSL asks the next class in line for its socket, and puts TLS around it."""


class GuardedBackend(EmailBackend):
    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        return GuardedTlsSMTP if self.use_ssl else GuardedSMTP

    @property
    def ssl_context(self) -> ssl.SSLContext:
        return trusted(settings.OUTBOUND_CA_FILE)


class MailRefused(Exception):
    """The server said no in so many words. `code`: of SMTP; from 500 on for good, below for now."""

    def __init__(self, code: int) -> None:
        super().__init__(f"smtp {code}")
        self.code = code


@dataclass(frozen=True, slots=True)
class MailServer:
    """`security`: ssl, starttls or none."""

    host: str
    port: int
    user: str
    password: str
    security: str


def post(message: EmailMessage, *, server: MailServer, seconds: float = 15.0) -> None:
    """Raises OutboundRefused, NotReached (nothing was sent), MailRefused, ReplyLost (it may have been taken)."""
    connection = GuardedBackend(
        host=server.host, port=server.port, username=server.user, password=server.password,
        use_ssl=server.security == "ssl", use_tls=server.security == "starttls", timeout=int(seconds),
        fail_silently=False,
    )  # fmt: skip
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        raise MailRefused(error.smtp_code) from None
    except (smtplib.SMTPException, OSError):
        raise NotReached from None
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        raise MailRefused(next((told[0] for told in error.recipients.values()), 550)) from None
    except smtplib.SMTPResponseException as error:
        raise MailRefused(error.smtp_code) from None
    except (smtplib.SMTPException, OSError):
        raise ReplyLost from None
    finally:
        connection.close()
