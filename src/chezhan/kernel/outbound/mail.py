"""Django's mail over SMTP, to servers that people name: the same guard, and TLS with the certificate checked."""

import smtplib
import socket
import ssl
from typing import Any

from django.conf import settings
from django.core.mail.backends.smtp import EmailBackend

from chezhan.kernel.outbound.dialling import dial
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


def backend(*, host: str, port: int, user: str, password: str, security: str, seconds: float = 15.0) -> Any:
    """`security`: ssl, starttls or none."""
    return GuardedBackend(
        host=host, port=port, username=user, password=password, use_ssl=security == "ssl",
        use_tls=security == "starttls", timeout=seconds, fail_silently=False,
    )  # fmt: skip
