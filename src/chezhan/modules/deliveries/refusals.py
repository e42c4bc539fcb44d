"""What stands in the way of a hand-over, each with what would be right."""

from chezhan.kernel.errors import Conflict, NotFound


class HandOverBlocked(Conflict):
    """`params`: why, why_zh: all that is in the way, in words."""

    code = "hand_over_blocked"
    message = "The car can't be handed over yet; look at what is still open."


class DeliveryLinkOver(NotFound):
    code = "delivery_link_over"
    message = "This link leads nowhere any more; ask the store for a new one."


class PromiseOfOrder(Conflict):
    code = "promise_of_order"
    message = "A promise stays with its order; have a manager waive it, and write it down anew with the other one."
