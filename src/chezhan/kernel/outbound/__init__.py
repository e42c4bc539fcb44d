"""The one way out of the house: whatever is asked of other machines is asked here, and of public addresses alone.

People name hosts (mail servers, webhooks, gateways); a name may lead to our own servers, now or a moment later. So the
name is resolved here, every address that it has is checked, and the connection goes to the very address that was.
"""

from chezhan.kernel.outbound.asking import Answer, ask
from chezhan.kernel.outbound.checking import check
from chezhan.kernel.outbound.refusals import NotReached, OutboundRefused, ReplyLost

__all__ = ["Answer", "NotReached", "OutboundRefused", "ReplyLost", "ask", "check"]
