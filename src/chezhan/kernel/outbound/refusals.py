"""What asking another machine is refused for, and how it fails. No word of an address, nor of what was sent."""

from chezhan.kernel.errors import AppError


class OutboundRefused(AppError):
    """Nothing was sent. `params`: reason, one of scheme, host, port, address."""

    code = "outbound_refused"
    status = 422
    message = "This address may not be asked: use https and a public host name."


class NotReached(AppError):
    """Nothing was sent: it may be tried again."""

    code = "outbound_not_reached"
    status = 502
    message = "The other side could not be reached; try again later, or check the address."


class ReplyLost(AppError):
    """It may have been taken: whoever tries again may have it done twice."""

    code = "outbound_reply_lost"
    status = 502
    message = "The other side was asked, and its answer did not come or could not be read."
