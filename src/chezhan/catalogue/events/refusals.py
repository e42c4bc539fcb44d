"""What is refused of events."""

from chezhan.kernel.errors import NotFound


class UnknownLetter(NotFound):
    code = "event_unknown_letter"
    message = "There is no such event any more; it may have been taken meanwhile."
