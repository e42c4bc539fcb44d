"""What flows are refused for, each with what would be right."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


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
