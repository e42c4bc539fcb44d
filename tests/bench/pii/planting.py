"""Invented phones, ID cards, plates and VINs, each unlike all others, in the forms in which people type them."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
CHECK_SIGNS = "10X98765432"
VIN_SIGNS = "ABCDEFGHJKLMNPRSTUVWXYZ0123456789"
PLATE_SIGNS = "ABCDEFGHJKLMNPQRSTUVWXYZ0123456789"
PROVINCES = "京沪粤苏浙鲁川渝"
PHONE, ID_CARD, PLATE, VIN = "phone", "id_card", "plate", "vin"
KINDS = (PHONE, ID_CARD, PLATE, VIN)


@dataclass(frozen=True, slots=True)
class Planted:
    """`forms`: how it is typed, the plain one first."""

    kind: str
    forms: tuple[str, ...]

    @property
    def plain(self) -> str:
        return self.forms[0]


def plant(number: int, *, seed: int = 11) -> list[Planted]:
    """`number` of them, the kinds in turn."""
    chance, made = random.Random(seed), dict[str, Planted]()
    while len(made) < number:
        one = MAKERS[KINDS[len(made) % len(KINDS)]](chance)
        made.setdefault(one.plain, one)
    return list(made.values())


def _phone(chance: random.Random) -> Planted:
    plain = f"1{chance.choice('3578')}{chance.randrange(10**9):09}"
    wide = plain.translate({ord(str(digit)): chr(0xFF10 + digit) for digit in range(10)})
    spaced = f"{plain[:3]} {plain[3:7]} {plain[7:]}"
    return Planted(PHONE, (plain, f"+86{plain}", spaced, spaced.replace(" ", "-"), wide))


def _id_card(chance: random.Random) -> Planted:
    born = f"{chance.randrange(1950, 2006)}{chance.randrange(1, 13):02}{chance.randrange(1, 29):02}"
    body = f"{chance.choice(['110105', '310104', '440305'])}{born}{chance.randrange(1000):03}"
    check = sum(int(digit) * weight for digit, weight in zip(body, WEIGHTS, strict=True)) % 11
    plain = body + CHECK_SIGNS[check]
    return Planted(ID_CARD, (plain, plain.lower()))


def _plate(chance: random.Random) -> Planted:
    head = chance.choice(PROVINCES) + chance.choice("ABCDEF")
    # those of new-energy cars have a sign more
    rest = "".join(chance.choice(PLATE_SIGNS) for _ in range(chance.choice((5, 6))))
    return Planted(PLATE, (head + rest, f"{head}·{rest}"))


def _vin(chance: random.Random) -> Planted:
    # at least one letter and one digit, as each has
    plain = "L" + "".join(chance.choice(VIN_SIGNS) for _ in range(15)) + chance.choice("0123456789")
    return Planted(VIN, (plain, plain.lower()))


MAKERS = {PHONE: _phone, ID_CARD: _id_card, PLATE: _plate, VIN: _vin}


def found_in(text: str, planted: Sequence[Planted]) -> list[Planted]:
    """Those of which any form is there, whatever its case."""
    low = text.lower()
    return [one for one in planted if any(form.lower() in low for form in one.forms)]
