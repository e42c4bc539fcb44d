"""What of a record goes when a person's data are erased, column by column, and what the store must keep. Pure.

Of the person's own record everything goes that can. Of records that hang on it personal fields go, and whatever people
type freely; amounts, dates, numbers and choices stay, since accounts and taxes are kept by law (docs/decisions/0017).
"""

from dataclasses import dataclass
from typing import Literal

from chezhan.catalogue.entity import Entity, Field

MARK = "已清除"
Fate = Literal["keep", "empty", "blank", "mark"]
STAMPS = frozenset({"id", "owner", "created_at", "created_by", "updated_at", "updated_by", "version"})
# Ids alone, and what a store counts by.
NEVER = frozenset({"link", "user", "store", "auto_number"})
# Where people write what they like.
FREE = frozenset({"long_text", "rich_text", "address", "location", "file", "photo", "signature", "table"})
# Of fields that a store added: nobody knows what it has typed there.
WORDS = FREE | {"text", "phone", "email", "url", "plate", "vin", "id_card", "tax_no", "barcode", "tags"}
TEXTUAL = frozenset({"text", "character varying", "jsonb", "json", "bytea", "ARRAY"})


@dataclass(frozen=True, slots=True)
class Column:
    """As PostgreSQL has it. `field`: the catalogue's that lives there; None for what is left of one that was."""

    name: str
    type: str
    nullable: bool
    field: Field | None


def fate_of(column: Column, *, kind: Entity) -> Fate:
    """`blank`: becomes an empty text; `mark`: says that it was erased, where something has to stand."""
    if column.name in STAMPS or not _goes(column, own=kind.person):
        return "keep"
    if column.nullable:
        return "empty"
    if column.type not in TEXTUAL:
        return "keep"
    if column.field is None or column.field.type.name == "choice":
        return "blank" if _may_be_blank(column, kind) else "keep"
    return "blank" if _may_be_blank(column, kind) else "mark"


def _goes(column: Column, *, own: bool) -> bool:
    field = column.field
    if field is None:
        # Links that lead nowhere any more are ids.
        return column.type in TEXTUAL or (own and column.type != "uuid")
    name = field.type.name
    if field.sensitivity:
        return True
    if name in NEVER:
        return False
    return own or name in FREE or (field.origin != "product" and name in WORDS)


def _may_be_blank(column: Column, kind: Entity) -> bool:
    return any(one.column == column.name and one.blank for one in kind.model._meta.concrete_fields)
