"""Invented number plates by GA 36: blue of 7 characters, small new-energy of 8 (D/F third)."""

import re
from random import Random

from chezhan.config.demo.cars.shape import Energy

LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Serials know no I and no O."""

_BLUE_SHAPES = ("99999", "A9999", "AA999", "9A999", "99A99", "999A9", "9999A", "A99A9", "9AA99", "A999A")
_BLUE_WEIGHTS = (18, 16, 14, 12, 8, 7, 7, 7, 6, 5)
_SERIAL = "[A-HJ-NP-Z0-9]"

BLUE = re.compile(rf"^[\u4e00-\u9fff][A-HJ-NP-Z](?=(?:[0-9]*[A-Z]){{0,2}}[0-9]*$){_SERIAL}{{5}}$")
GREEN_ELECTRIC = re.compile(rf"^[\u4e00-\u9fff][A-HJ-NP-Z]D{_SERIAL}[0-9]{{4}}$")
GREEN_PLUG_IN = re.compile(rf"^[\u4e00-\u9fff][A-HJ-NP-Z]F{_SERIAL}[0-9]{{4}}$")


def plate_pattern(energy: Energy) -> re.Pattern[str]:
    """D stands for purely electric, F for a plug-in or range-extended car; the rest is blue."""
    if energy == "bev":
        return GREEN_ELECTRIC
    return GREEN_PLUG_IN if energy in ("phev", "erev") else BLUE


def invent_plate(rng: Random, *, office: str, energy: Energy, taken: set[str]) -> str:
    """office: province character and office letter. Adds the plate to `taken`."""
    while True:
        plate = office + _serial(rng, energy)
        if plate not in taken:
            taken.add(plate)
            return plate


def _serial(rng: Random, energy: Energy) -> str:
    pattern = plate_pattern(energy)
    if pattern is BLUE:
        return _fill(rng, rng.choices(_BLUE_SHAPES, _BLUE_WEIGHTS)[0])
    first = "D" if pattern is GREEN_ELECTRIC else "F"
    return first + _fill(rng, rng.choice(("A9999", "99999")))


def _fill(rng: Random, shape: str) -> str:
    return "".join(rng.choice(LETTERS) if mark == "A" else str(rng.randrange(10)) for mark in shape)
