"""What is refused of deliveries and promises, each with what would be right."""

from chezhan.kernel.errors import Conflict, NotFound


class DeliveryLinkOver(NotFound):
    code = "delivery_link_over"
    message = "This link leads nowhere any more; ask the store for a new one."


class PromiseOfOrder(Conflict):
    code = "promise_of_order"
    message = "A promise stays with its order; have a manager waive it, and write it down anew with the other one."
