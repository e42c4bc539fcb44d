"""What is refused of used cars, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid


class CostKept(Conflict):
    code = "used_cost_is_kept"
    message = "A cost is never edited or deleted; reverse it and enter the right one."


class UsedCarThere(Conflict):
    code = "used_car_there"
    message = "A car of this VIN is in the used stock already; look it up there."


class CarPledged(Conflict):
    code = "used_car_pledged"
    message = "The car is pledged to a lender; have that ended first, then transfer it."


class BelowFloor(Conflict):
    """`params`: floor: yuan."""

    code = "used_car_below_floor"
    message = "This is less than the lowest price; ask a manager to lower that first."


class OfferOver(Conflict):
    """`params`: until."""

    code = "used_offer_over"
    message = "The offer's last day has passed; make a new offer first."


class DealOpen(Conflict):
    """`params`: quote: its number, state, state_zh."""

    code = "used_deal_open"
    message = (
        "The new car's quote is not accepted yet: have the customer accept it first, then buy the old car; or take "
        "the quote out of the used car to buy it by itself."
    )


class TradeInTaken(Conflict):
    """`params`: car: its number, why, why_zh."""

    code = "trade_in_taken"
    message = "The old car of this quote is not free any more; make a new version without its line."


class BelowCredit(Conflict):
    """`params`: credit: yuan."""

    code = "used_below_credit"
    message = "More was taken off the new car's order for this car; pay at least that, or mark it as not bought."


class CarInDeal(Conflict):
    code = "used_car_in_deal"
    message = "The new car's order counts on this car; mark it as not bought to take it out."


class QuoteOfOther(Invalid):
    code = "used_quote_of_other"
    message = "This quote is another lead's; choose one of the lead that brings the car."
