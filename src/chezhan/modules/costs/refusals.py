"""What is refused of costs and of what came of them."""

from chezhan.kernel.errors import Invalid


class CostEndsFirst(Invalid):
    code = "cost_ends_first"
    message = "The last day of a cost is not before its first; put the days in order."


class BadReturnPeriod(Invalid):
    """`params`: days, the longest."""

    code = "returns_bad_period"
    message = "The last day is not before the first, and not more than three years after it."
