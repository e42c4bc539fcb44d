"""What changes of many records are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class BadSelection(Invalid):
    code = "bad_selection"
    message = "Say which records are meant: either their ids, or a filter with a search."


class TooManyChosen(Invalid):
    code = "too_many_chosen"
    message = "These are too many records for one go; narrow the filter."


class SomeRefused(Conflict):
    """`refused`: how many of `chosen` can't be changed."""

    code = "some_refused"
    message = "Some of these records can't be changed; look at the preview, or ask to leave them out."


class UnknownOperation(NotFound):
    code = "unknown_operation"
    message = "There is no such operation of yours here; only whoever made it takes it back."


class UndoneAlready(Conflict):
    code = "undone_already"
    message = "This was taken back already."
