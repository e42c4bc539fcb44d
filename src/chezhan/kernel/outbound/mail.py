"""Django's mail over SMTP, to servers that people name: the same guard, and TLS with the certificate checked."""

import smtplib
import socket
import ssl
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend
from django.core.mail.message import sanitize_address

from chezhan.kernel.outbound.dialling import dial
from chezhan.kernel.outbound.refusals import NotReached, ReplyLost
from chezhan.kernel.outbound.targets import require_port, target_of
from chezhan.kernel.outbound.wire import trusted

PORTS = {25, 465, 587, 2525}


class GuardedSMTP(smtplib.SMTP):
    # Whether a mail itself was begun to be sent: before, none was taken.
    began = False

    def data(self, msg: Any) -> tuple[int, bytes]:
        self.began = True
        return super().data(msg)

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


class MailUnfit(Exception):
    """Nothing was sent, nor would be another time: the letter is none, or the server lacks what was asked for. Says
    which: smtp_bad_letter, smtp_no_starttls, smtp_no_sign_in.
    """


@dataclass(frozen=True, slots=True)
class MailServer:
    """`security`: ssl, starttls or none."""

    host: str
    port: int
    user: str
    password: str
    security: str


def post(message: EmailMessage, *, server: MailServer, seconds: float = 15.0) -> None:
    """Raises OutboundRefused, NotReached and MailUnfit (nothing was sent), MailRefused, ReplyLost (it may have been
    taken)."""
    _require_plain(message)
    connection = GuardedBackend(
        host=server.host, port=server.port, username=server.user, password=server.password,
        use_ssl=server.security == "ssl", use_tls=server.security == "starttls", timeout=int(seconds),
        fail_silently=False,
    )  # fmt: skip
    try:
        connection.open()
    except smtplib.SMTPAuthenticationError as error:
        raise MailRefused(error.smtp_code) from None
    except smtplib.SMTPNotSupportedError as error:
        # Never in the clear instead.
        raise MailUnfit("smtp_no_starttls" if "STARTTLS" in str(error) else "smtp_no_sign_in") from None
    except (smtplib.SMTPException, OSError):
        raise NotReached from None
    line = connection.connection
    try:
        connection.send_messages([message])
    except smtplib.SMTPRecipientsRefused as error:
        raise MailRefused(next((told[0] for told in error.recipients.values()), 550)) from None
    except smtplib.SMTPResponseException as error:
        raise MailRefused(error.smtp_code) from None
    except (smtplib.SMTPException, OSError):
        begun = not isinstance(line, GuardedSMTP) or line.began
        raise (ReplyLost if begun else NotReached) from None
    finally:
        connection.close()


def _require_plain(message: EmailMessage) -> None:
    """Whatever stands in a header stays within it. Raises MailUnfit."""
    try:
        message.message()
        for address in (message.from_email, *message.recipients()):
            sanitize_address(address, "utf-8")
    except ValueError:
        raise MailUnfit("smtp_bad_letter") from None
