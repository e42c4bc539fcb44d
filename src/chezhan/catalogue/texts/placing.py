"""The language of texts in templates: {{name}}, {{customer.phone}}, {{price|capitals}}, {{@today}}. All else is text.

What people write is only ever shown, never run: a place is looked up by its name, and the rest stays as it is.
"""

import re
from collections.abc import Collection
from dataclasses import dataclass

PLACE = re.compile(r"\{\{([^{}]{0,200})\}\}")
_INSIDE = re.compile(r"\s*(@?[a-z][a-z0-9_]*(?:\.[a-z][a-z0-9_]*){0,2})\s*(?:\|\s*([a-z]+)\s*)?\Z")
# What is known without a record: of the store, of who prints, and of the paper.
OF_STORE = ("@legal_name", "@address", "@phone", "@tax_no", "@bank", "@clauses")
GIVEN = ("@title", "@store", *OF_STORE, "@today", "@now", "@me", "@template", "@page", "@pages")
# How a value may be written out otherwise: an amount as banks do, a date in words.
MANNERS = ("capitals", "long")


@dataclass(frozen=True, slots=True)
class Place:
    """`path`: names parted by dots, the last one of a field and the others of links; or one of GIVEN."""

    path: str
    manner: str = ""

    @property
    def given(self) -> bool:
        return self.path.startswith("@")


@dataclass(frozen=True, slots=True)
class Odd:
    """Braces around what is no place."""

    inside: str


Piece = str | Place | Odd


def read_line(text: str, *, given: Collection[str] = GIVEN) -> list[Piece]:
    """`given`: what is known without a record."""
    pieces: list[Piece] = []
    at = 0
    for found in PLACE.finditer(text):
        if found.start() > at:
            pieces.append(text[at : found.start()])
        pieces.append(read_place(found[1], given=given))
        at = found.end()
    if at < len(text):
        pieces.append(text[at:])
    return pieces


def read_place(inside: str, *, given: Collection[str] = GIVEN) -> Place | Odd:
    found = _INSIDE.match(inside)
    if found is None:
        return Odd(inside)
    path, manner = found[1], found[2] or ""
    if (path.startswith("@") and (path not in given or manner)) or (manner and manner not in MANNERS):
        return Odd(inside)
    return Place(path, manner)
