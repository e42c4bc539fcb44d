"""What is refused of hand-overs, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownHandOver(NotFound):
    code = "hand_over_unknown"
    message = "There is no such hand-over here."


class HandedToNobody(Invalid):
    """`entity`: the kind of records."""

    code = "hand_over_to_nobody"
    message = "Say who gets these records: somebody else who works here."


class NothingToHandOver(Conflict):
    code = "hand_over_nothing"
    message = "There is nothing left to hand over; somebody else may have done it meanwhile."


class TooMuchAtOnce(Invalid):
    """`found` records, `limit` at one go."""

    code = "hand_over_too_much"
    message = "These are too many records for one go; hand over one kind after the other, or open ones first."


class TakenBackAlready(Conflict):
    code = "hand_over_taken_back"
    message = "This hand-over was taken back already."


class TooLateToTakeBack(Conflict):
    """`days`: for how long it could be taken back."""

    code = "hand_over_too_late"
    message = "This can't be taken back any more; hand the records over anew."


class LeftMeanwhile(Conflict):
    """`name`: of whom the records were."""

    code = "hand_over_left"
    message = "They do not work here any more: invite them again, then take it back."
