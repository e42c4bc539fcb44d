"""Invented phones.

China keeps no range of mobile numbers for fiction, so ours come from prefixes that look like any
other (1, then 3–9, eleven digits) and that the ministry has not given to a carrier: 154, 164, 194.
No subscriber can have one, and no text message to one can arrive.
"""

from random import Random

UNASSIGNED_PREFIXES = ("154", "164", "194")


def invent_phone(rng: Random, *, taken: set[str]) -> str:
    """Adds the number to `taken`."""
    while True:
        phone = f"{rng.choice(UNASSIGNED_PREFIXES)}{rng.randrange(10**8):08d}"
        if phone not in taken:
            taken.add(phone)
            return phone
