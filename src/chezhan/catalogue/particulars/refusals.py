"""What is refused of a store's particulars."""

from chezhan.kernel.errors import Conflict


class ParticularsChanged(Conflict):
    """`params`: version, the present one."""

    code = "particulars_changed"
    message = "Somebody else changed the store's particulars meanwhile; look at them again."
