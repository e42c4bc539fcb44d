"""What showing a masked value is refused for."""

from chezhan.kernel.errors import Invalid
from chezhan.kernel.pace import TooFast


class ReasonNeeded(Invalid):
    code = "reason_needed"
    message = "Say why you need to see it: once a day is enough."


class RevealedEnough(TooFast):
    code = "reveal_limit"
    message = "You have had many values shown; go on after a pause."
