"""What is refused of orders and payments, each with what would be right."""

from chezhan.kernel.errors import Conflict


class Overpaid(Conflict):
    """`params`: due, paid, left: yuan."""

    code = "order_overpaid"
    message = "This is more than the order still owes; enter at most what is left."


class TooMuchBack(Conflict):
    """`params`: paid: yuan."""

    code = "order_refund_too_large"
    message = "More would be given back than was paid; enter at most what was paid."


class NoPaymentNow(Conflict):
    """`params`: state."""

    code = "order_takes_no_payment"
    message = "An order takes payments from its approval until it is closed; one that is cancelled only refunds."


class PaymentKept(Conflict):
    code = "payment_is_kept"
    message = "A payment is never edited or deleted; reverse it and enter the right one."


class PaidMore(Conflict):
    """`params`: paid: yuan."""

    code = "order_below_paid"
    message = "More was paid on this order already; refund first, then lower the amount."


class DepositMissing(Conflict):
    """`params`: deposit, paid: yuan."""

    code = "deposit_missing"
    message = "The agreed deposit is not paid yet; record it first, then allocate a car."


class AnotherTrim(Conflict):
    """`params`: agreed, car: names of trims."""

    code = "order_of_another_trim"
    message = "The car is of another trim than was agreed; choose one of that trim, or revise the order first."


class CarByVerb(Conflict):
    code = "order_car_by_verb"
    message = "The car of an order is changed by allocating one or by giving it back; use these steps."


class CarOfOrder(Conflict):
    code = "car_of_order"
    message = "An order has this car; go to the order and give the car back, or void its invoice there."


class DepositUndecided(Conflict):
    """`params`: paid: yuan."""

    code = "deposit_undecided"
    message = "Money was paid on this order; say what becomes of it: given back, kept, or moved to another order."


class HandOverBlocked(Conflict):
    """`params`: why, why_zh: all that is in the way, in words."""

    code = "hand_over_blocked"
    message = "The car can't be handed over yet; look at what is still open."


class CloseBlocked(Conflict):
    """`params`: why, why_zh: all that is in the way, in words."""

    code = "close_blocked"
    message = "The order can't be closed yet; look at what is still open."


class TradeInTwice(Conflict):
    """`params`: trade_in: yuan."""

    code = "trade_in_twice"
    message = "The old car is taken off what is due already; record what is really paid."


class BalanceOpen(Conflict):
    """`params`: balance: yuan."""

    code = "balance_open"
    message = "The order is not paid in full; record what is left, then close it."


class VinInvoiced(Conflict):
    code = "vin_invoiced"
    message = "This VIN has a sales invoice in force; void that by a red-letter invoice first."
