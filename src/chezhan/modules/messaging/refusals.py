"""What messages are refused for; and `held` codes: why one was not sent, that stand in its row."""

from chezhan.kernel.errors import AppError, Conflict, Forbidden, Invalid, NotFound
from chezhan.kernel.pace import TooFast


class UnknownTemplate(NotFound):
    code = "message_unknown_template"
    message = "There is no such message template; somebody may have deleted it."


class UnknownMessage(NotFound):
    code = "message_unknown"
    message = "There is no such message, or you may not see it."


class TemplateNameTaken(Conflict):
    code = "message_template_name_taken"
    message = "Another message template is called so already; choose another name."


class TemplateChanged(Conflict):
    code = "message_template_changed"
    message = "Somebody else changed this template meanwhile; look at theirs and make your change again."


class BadTemplate(Invalid):
    """`params`: where, and inside: the words between the braces that lead nowhere."""

    code = "message_template_invalid"
    message = "The template names something that is not there; look at what is in braces."


class NotApproved(Invalid):
    """`params`: name."""

    code = "message_not_approved"
    message = "This template is not approved, or is switched off; nothing is sent by it."


class NoAddress(Invalid):
    """`params`: field."""

    code = "message_no_address"
    message = "There is no field that holds an address for this channel, or you may not use it."


class NoChannel(Invalid):
    """`params`: channel."""

    code = "message_no_channel"
    message = "This channel is not connected; connect it in the settings of messages first."


class BadChannel(Invalid):
    """`params`: field."""

    code = "message_channel_invalid"
    message = "Something is missing in the channel's settings; fill in what is marked."


class ChannelChanged(Conflict):
    code = "message_channel_changed"
    message = "Somebody else changed this channel meanwhile; reload and make your change again."


class LimitsChanged(Conflict):
    code = "message_limits_changed"
    message = "Somebody else changed these limits meanwhile; reload and make your change again."


class NotPersons(Invalid):
    code = "message_consent_not_here"
    message = "Consent is kept of customers; open the customer's record."


class ReceiptRefused(Forbidden):
    code = "message_receipt_refused"
    message = "This report is not the provider's, or not of this store."


class LinkClosed(NotFound):
    code = "message_link_closed"
    message = "This link leads nowhere any more; please ask the store."


class TooManyLooks(TooFast):
    code = "message_link_too_often"
    message = "Too many tries; go on after a minute."


class SendRefused(AppError):
    """The provider took nothing. `params`: its code. `again`: it may be tried after a while."""

    code = "message_provider_refused"
    status = 502
    message = "The provider refused the message; its code says why."

    def __init__(self, reason: str, *, again: bool = False) -> None:
        super().__init__(params={"reason": reason[:60]})
        self.again = again
        self.reason = reason
