"""Addresses of the web as people write them: what may be asked, and of whom."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.conf import settings

from chezhan.kernel.outbound.refusals import OutboundRefused

HTTPS, HTTP = 443, 80
LONGEST = 2_048
# Labels of letters, digits and hyphens; the last begins with a letter: no spelling of a number is a name.
_LABEL = r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?"
NAME = re.compile(rf"(?:{_LABEL}\.)+(?=[a-z]){_LABEL}\Z|localhost\Z")
FOUR = re.compile(r"(?:(?:0|[1-9]\d{0,2})\.){3}(?:0|[1-9]\d{0,2})\Z")
# Blanks and control signs, which readers of addresses drop or keep as they please.
ODD = re.compile(r"[\s\\\x00-\x20\x7f]")


@dataclass(frozen=True, slots=True)
class Target:
    """`inside`: the operator named it as one that may be asked wherever it is."""

    host: str
    port: int
    inside: bool

    @property
    def key(self) -> str:
        return f"{self.host}:{self.port}"


def read_target(url: str) -> Target:
    """Raises OutboundRefused."""
    if len(url) > LONGEST or ODD.search(url):
        raise OutboundRefused(params={"reason": "host"})
    try:
        parts = urlsplit(url)
        port = parts.port
        name = parts.hostname or ""
    except ValueError:
        raise OutboundRefused(params={"reason": "host"}) from None
    if parts.username is not None or parts.password is not None or not parts.netloc.isascii():
        raise OutboundRefused(params={"reason": "host"})
    if parts.scheme not in ("https", "http"):
        raise OutboundRefused(params={"reason": "scheme"})
    target = target_of(host=name, port=port or (HTTPS if parts.scheme == "https" else HTTP))
    if not target.inside:
        if parts.scheme == "http" and not settings.OUTBOUND_HTTP:
            raise OutboundRefused(params={"reason": "scheme"})
        plain = {HTTP} if parts.scheme == "http" else set()
        require_port(target, {*settings.OUTBOUND_PORTS, *plain})
    return target


def target_of(*, host: str, port: int) -> Target:
    """Raises OutboundRefused for what is neither a name nor an address as it is usually written."""
    name = host.lower()
    if len(name) > 253 or not (NAME.match(name) or FOUR.match(name) or ":" in name):
        raise OutboundRefused(params={"reason": "host"})
    return Target(name, port, f"{name}:{port}" in settings.OUTBOUND_INSIDE)


def require_port(target: Target, ports: set[int]) -> None:
    if not target.inside and target.port not in ports:
        raise OutboundRefused(params={"reason": "port"})
