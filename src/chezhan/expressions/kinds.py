"""What a value may be. Money is a number; a phone, a plate and a VIN are texts."""

from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    BOOLEAN = "boolean"
    DATE = "date"
    DATETIME = "datetime"
    CHOICE = "choice"
    ID = "id"
    LIST = "list"
    NULL = "null"
    """Of the literal null alone, which fits every kind."""


TEXTUAL = frozenset({Kind.TEXT, Kind.CHOICE})
DAYS = frozenset({Kind.DATE, Kind.DATETIME})


def common_kind(kinds: list[Kind]) -> Kind | None:
    """The kind that holds values of all `kinds`, or None: a choice among texts is a text, a moment among days a day."""
    found = {kind for kind in kinds if kind is not Kind.NULL}
    if len(found) <= 1:
        return found.pop() if found else Kind.NULL
    if found <= TEXTUAL:
        return Kind.TEXT
    if found <= DAYS:
        return Kind.DATE
    return None
