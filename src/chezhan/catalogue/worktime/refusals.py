"""What is refused of working time."""

from chezhan.kernel.errors import Conflict, Invalid


class BadWorkingTime(Invalid):
    """`params`: where, a weekday from 1 to 7 or a day."""

    code = "worktime_bad_hours"
    message = "These hours are not right: each must end after it begins, and none may run into the next."


class TooManyDays(Invalid):
    """`params`: limit."""

    code = "worktime_too_many_days"
    message = "There are too many days of your own; take out those that are past."


class WorkingTimeChanged(Conflict):
    """`params`: version, the present one."""

    code = "worktime_changed"
    message = "Somebody else changed the working time meanwhile; look at it again."
