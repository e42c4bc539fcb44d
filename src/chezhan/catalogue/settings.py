"""What a field of some type is told beyond its type: lengths, digits, bounds."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """None means the type's own default. `accept`: patterns of media types, image/*. `max_mb`: the most of each file.
    `columns`: a sub-table's, each its name as people read it and the name of its type. `result`: the type of what a
    formula or a roll-up answers. `prefix` and `digits`: of running numbers. `met_by`, of a moment by which something is
    to be done: the field that says when it was; until then it is shown as a clock.
    `page`, of a text that ends the address of a page for strangers: what stands before it, as in /q/.
    """

    max_length: int | None = None
    decimals: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    multiline: bool = False
    accept: tuple[str, ...] = ()
    max_files: int | None = None
    max_mb: int | None = None
    columns: tuple[tuple[str, str], ...] = ()
    result: str = ""
    prefix: str = ""
    digits: int | None = None
    met_by: str = ""
    page: str = ""


NO_SETTINGS = FieldSettings()
