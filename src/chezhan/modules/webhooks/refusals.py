"""What webhooks are refused for; and codes that stand in the row of a delivery that failed."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound

# Of deliveries, beside those of kernel.outbound: the receiver's answer was no; switched off; told us to stop; erased.
BAD_STATUS, OFF, GONE, ERASED = "webhook_status", "webhook_off", "webhook_gone", "webhook_erased"


class UnknownWebhook(NotFound):
    code = "webhook_unknown"
    message = "There is no such webhook; somebody may have deleted it."


class UnknownDelivery(NotFound):
    code = "webhook_unknown_delivery"
    message = "There is no such delivery; it may have been cleared away."


class WebhookNameTaken(Conflict):
    code = "webhook_name_taken"
    message = "Another webhook is called so already; choose another name."


class WebhookChanged(Conflict):
    code = "webhook_changed"
    message = "Somebody else changed this webhook meanwhile; reload and make your change again."


class WebhookHeld(Conflict):
    code = "webhook_held"
    message = "This webhook is the store's signing service; choose another in Store particulars first."


class WebhookOff(Invalid):
    """`params`: name."""

    code = "webhook_off"
    message = "This webhook is switched off; nothing is sent to it."


class TooManyWebhooks(Invalid):
    """`params`: limit."""

    code = "webhook_too_many"
    message = "A store has no room for more webhooks; delete one that is not needed."


class NothingToReplay(Conflict):
    code = "webhook_nothing_to_replay"
    message = "This delivery is on its way still, or what it said was erased; it can't be sent again."
