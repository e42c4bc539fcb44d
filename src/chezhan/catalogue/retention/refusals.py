"""What is refused of periods."""

from chezhan.kernel.errors import Conflict, Invalid, NotFound


class UnknownPeriod(NotFound):
    code = "retention_unknown_period"
    message = "No such kind of data is kept for a period."


class PeriodOutOfBounds(Invalid):
    """`params`: least, most, unit."""

    code = "retention_out_of_bounds"
    message = "This kind of data is kept neither shorter nor longer than its bounds say."


class PeriodChanged(Conflict):
    """`params`: version, the present one."""

    code = "retention_changed"
    message = "Somebody else changed this meanwhile; look at it again."
