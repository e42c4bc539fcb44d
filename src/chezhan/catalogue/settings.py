"""What a field of some type is told beyond its type: lengths, digits, bounds."""

from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class FieldSettings:
    """None means the type's own default. `accept`: kinds of file. `columns`: the names of a sub-table's columns."""

    max_length: int | None = None
    decimals: int | None = None
    minimum: Decimal | None = None
    maximum: Decimal | None = None
    unit: str = ""
    multiline: bool = False
    accept: tuple[str, ...] = ()
    max_files: int | None = None
    columns: tuple[tuple[str, str], ...] = ()


NO_SETTINGS = FieldSettings()
