"""Invented VINs by GB 16735 (ISO 3779): 17 characters, no I, O, Q, check digit in the ninth place."""

from random import Random
from zlib import crc32

from chezhan.config.demo.cars.shape import CarLine

ALPHABET = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
_YEAR_CODES = "ABCDEFGHJKLMNPRSTVWXY123456789"
"""Model years from 1980 on, again every 30 years; no I, O, Q, U, Z, 0."""

_VALUES = {
    **{str(digit): digit for digit in range(10)},
    **dict(zip("ABCDEFGH", range(1, 9), strict=True)),
    **dict(zip("JKLMN", range(1, 6), strict=True)),
    **{"P": 7, "R": 9},
    **dict(zip("STUVWXYZ", range(2, 10), strict=True)),
}
_WEIGHTS = (8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2)


def check_digit(vin: str) -> str:
    """The ninth character that the other sixteen call for."""
    remainder = sum(_VALUES[char] * weight for char, weight in zip(vin, _WEIGHTS, strict=True)) % 11
    return "X" if remainder == 10 else str(remainder)


def year_code(model_year: int) -> str:
    return _YEAR_CODES[(model_year - 1980) % 30]


def invent_vin(rng: Random, *, line: CarLine, model_year: int, taken: set[str]) -> str:
    """Cars of one trim share the describing part and the plant, as real ones do. Adds to `taken`."""
    describing, plant = _describe(line)
    head = f"{line.series.wmi}{describing}0{year_code(model_year)}{plant}"
    while True:
        draft = f"{head}{rng.randrange(10**6):06d}"
        vin = draft[:8] + check_digit(draft) + draft[9:]
        if vin not in taken:
            taken.add(vin)
            return vin


def _describe(line: CarLine) -> tuple[str, str]:
    """Characters 4–8 and 11, the same in every run."""
    number = crc32(f"{line.series.brand}/{line.series.name}/{line.trim.name}".encode())
    plant = "ABCDEFGH"[crc32(line.series.name.encode()) % 8]
    letters = []
    for _ in range(5):
        number, index = divmod(number, len(ALPHABET))
        letters.append(ALPHABET[index])
    return "".join(letters), plant
