"""What a verb is refused for, each with what can be done instead."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownVerb(NotFound):
    """`params`: verb."""

    code = "unknown_verb"
    message = "Nothing of this name is done with such records; GET /api/store/entities tells the verbs of each kind."


class NotAsked(Invalid):
    """`params`: field."""

    code = "verb_not_asked"
    message = "This field is not among those that are given here; change the record for that."


class VerbStays(Conflict):
    """`params`: verb, verb_zh."""

    code = "verb_stays"
    message = "This is not taken back by undoing it: more than this record hangs on it."


class UndoOver(Conflict):
    code = "undo_over"
    message = "What you did a minute ago or earlier, or what somebody else did, is not undone here."


class VerbFollowed(Conflict):
    """`params`: what, what_zh: what acted on it already, by name."""

    code = "verb_followed"
    message = "Something has followed from it already; undoing would leave that standing."


class IllegalMove(Conflict):
    """`params`: state, state_zh, verb, verb_zh; next, next_zh: the verbs that are done in this state, in words."""

    code = "illegal_move"
    message = "The record is not in a state in which this is done; look at how far it is."
