"""What flows are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Forbidden, Invalid, NotFound


class UnknownFlow(NotFound):
    code = "flow_unknown"
    message = "There is no such flow; somebody may have deleted it."


class UnknownFlowVersion(NotFound):
    code = "flow_unknown_version"
    message = "This flow has no such version."


class BadFlow(Invalid):
    """`params`: where."""

    code = "flow_invalid"
    message = "This is no flow; reload the page and try again."


class FlowNameTaken(Conflict):
    code = "flow_name_taken"
    message = "Another flow of this kind of record is called so already; choose another name."


class TooManyFlows(Invalid):
    """`params`: limit."""

    code = "flow_too_many"
    message = "A kind of record has no room for more flows; delete one that is not needed."


class FlowChanged(Conflict):
    """`params`: version, the draft's present one, and by, who changed it."""

    code = "flow_draft_changed"
    message = "Somebody else changed this flow meanwhile; look at theirs and make your change again."


class FlowHasProblems(Invalid):
    """`params`: count."""

    code = "flow_has_problems"
    message = "The flow can't be published yet; mend what is named."


class FlowSaysTheSame(Invalid):
    code = "flow_nothing_new"
    message = "What is in force says the same already."


class UnknownItem(NotFound):
    code = "flow_unknown_item"
    message = "You are not asked this, or are not any more."


class UnknownInstance(NotFound):
    code = "flow_unknown_instance"
    message = "There is no such flow under way that you take part in."


class ItemClosed(Conflict):
    """`params`: by, the name of who answered it; empty where nobody did. decision."""

    code = "flow_item_closed"
    message = "This was answered meanwhile; look at what came of it."


class ItemQueued(Conflict):
    code = "flow_item_queued"
    message = "Somebody else is to answer first; you will be asked after them."


class FlowOver(Conflict):
    code = "flow_over"
    message = "This flow is over already."


class FlowUnderWay(Conflict):
    code = "flow_under_way"
    message = "This flow is under way on this record already; look at where it stands."


class NotForThis(Forbidden):
    """`params`: name."""

    code = "flow_not_for_this"
    message = "You may not start this flow on this record."


class NotAllowedHere(Forbidden):
    """`params`: what."""

    code = "flow_not_allowed_here"
    message = "This step does not allow that."


class CommentNeeded(Invalid):
    code = "flow_comment_needed"
    message = "Say why."


class SignatureNeeded(Invalid):
    code = "flow_signature_needed"
    message = "Sign before you decide."


class FieldNeeded(Invalid):
    """`params`: field."""

    code = "flow_field_needed"
    message = "Fill in what the step asks for."


class CannotAsk(Invalid):
    """`params`: person."""

    code = "flow_cannot_ask"
    message = "This person can't be asked: they are asked already, do not see the record, or work here no more."


class NoSuchStep(Invalid):
    code = "flow_no_such_step"
    message = "There is no such earlier step to go back to."


class RemindedAlready(Conflict):
    """`params`: minutes, after which one may again."""

    code = "flow_reminded_already"
    message = "They were reminded a short while ago."


class BadDeputy(Invalid):
    code = "flow_bad_deputy"
    message = "Choose somebody else of this store, and days that are not over."


class UnknownDeputy(NotFound):
    code = "flow_unknown_deputy"
    message = "There is no such deputy any more."


class DecidedInFlow(Conflict):
    """`params`: flow: its name."""

    code = "decided_in_flow"
    message = "People are asked in a flow to approve this; it is done once they have, and not beside it."
