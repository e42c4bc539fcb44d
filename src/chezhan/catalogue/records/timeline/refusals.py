"""What restoring a value is refused for."""

from chezhan.kernel.errors import NotFound


class NothingToRestore(NotFound):
    code = "nothing_to_restore"
    message = "There is no such value of this record to restore, or you may not see it."
