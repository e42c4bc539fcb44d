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


CHINESE = {
    Kind.TEXT: "文字", Kind.NUMBER: "数字", Kind.BOOLEAN: "条件", Kind.DATE: "日期", Kind.DATETIME: "时间",
    Kind.CHOICE: "选项", Kind.ID: "关联", Kind.LIST: "多选", Kind.NULL: "空",
}  # fmt: skip
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
