"""Which fields are searched, and how: the same for conditions and for the indexes that serve them."""

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.types import LINK, TEXT

# Looked into by their parts, where they are read.
TEXTUAL = frozenset({"text", "long_text", "rich_text", "email", "url", "barcode", "plate", "vin", "tax_no",
                     "auto_number"})  # fmt: skip
# Sealed by what they are: found whole, or by the tail that their mask shows.
NUMBERED = frozenset({"phone", "id_card"})


def sought(entity: Entity) -> list[Field]:
    """What may be searched, and what names a record."""
    return [one for one in entity.fields.values() if not one.retired and (one.searchable or one.name in entity.title)]


def is_textual(field: Field) -> bool:
    return field.type.name in TEXTUAL and not field.formula and field.sensitivity != "sealed"


def has_pinyin(entity: Entity, field: Field) -> bool:
    """Names of records: people, firms, cars."""
    return field.type is TEXT and field.name in entity.title and is_textual(field)


def is_link(field: Field) -> bool:
    return field.type is LINK
