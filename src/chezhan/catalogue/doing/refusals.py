"""What an action is refused for."""

from chezhan.kernel.errors import Invalid


class BadAction(Invalid):
    """`params`: where."""

    code = "action_invalid"
    message = "This action can't be done so; look at what it is told."


class NobodyToShare(Invalid):
    """`params`: role."""

    code = "nobody_to_share"
    message = "Nobody in this role works here, or all of them are away; choose another role."
