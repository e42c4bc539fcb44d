"""Whether an address may be asked, before anything is sent: when somebody writes it down."""

from chezhan.kernel.outbound.dialling import addresses_of
from chezhan.kernel.outbound.targets import read_target


def check(*, url: str) -> None:
    """As `ask` does, which looks again. Raises OutboundRefused; NotReached for a name that leads nowhere."""
    addresses_of(read_target(url))
