"""What looks wrong with a kept value, and may be right all the same. A warning refuses nothing."""

from collections.abc import Callable
from typing import Any

from chezhan.catalogue.plates import is_unusual
from chezhan.catalogue.types.base import FieldType
from chezhan.catalogue.vins import check_digit

WARNINGS: dict[str, str] = {
    "vin_check_digit": "The ninth character of this VIN does not fit the others; compare it with the car.",
    "plate_unusual": "Number plates seldom have more than two letters behind the first; compare it with the car.",
    "phone_without_area": "This number has no area code.",
}


def _of_phone(phone: str) -> list[str]:
    return ["phone_without_area"] if len(phone) in (7, 8) else []


def _of_plate(plate: str) -> list[str]:
    return ["plate_unusual"] if is_unusual(plate) else []


def _of_vin(vin: str) -> list[str]:
    return [] if check_digit(vin) == vin[8] else ["vin_check_digit"]


_LOOKS: dict[str, Callable[[Any], list[str]]] = {"phone": _of_phone, "plate": _of_plate, "vin": _of_vin}


def warnings_of(*, value: Any, type: FieldType) -> list[str]:
    """Codes out of WARNINGS for a value that `clean` has answered."""
    look = _LOOKS.get(type.name)
    return look(value) if look and value is not None else []
