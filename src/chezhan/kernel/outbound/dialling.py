"""Connect to a host by an address that was checked. The name is asked for once: what it says later counts no more."""

import socket

from chezhan.kernel.outbound.addresses import is_public
from chezhan.kernel.outbound.refusals import NotReached, OutboundRefused
from chezhan.kernel.outbound.targets import Target

# Of those that a name has, so many are tried.
TRIED = 3


def dial(target: Target, *, timeout: float) -> socket.socket:
    """A connected socket. Raises OutboundRefused, NotReached."""
    for address in addresses_of(target)[:TRIED]:
        try:
            # A number: nothing is resolved here again.
            return socket.create_connection((address, target.port), timeout)
        except OSError:
            continue
    raise NotReached


def addresses_of(target: Target) -> list[str]:
    """All that the name leads to. One that is not public is enough to refuse it: next time it might be the first.

    Raises OutboundRefused, NotReached.
    """
    try:
        found = socket.getaddrinfo(target.host, target.port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError):
        raise NotReached from None
    addresses = list(dict.fromkeys(str(place[0]) for *_, place in found))
    if not target.inside and not all(is_public(address) for address in addresses):
        raise OutboundRefused(params={"reason": "address"})
    return addresses
