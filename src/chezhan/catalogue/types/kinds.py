"""What a field's value is to the expression language, by type."""

from collections.abc import Callable

from chezhan.catalogue import operators as op
from chezhan.catalogue.entity import Field
from chezhan.catalogue.types import answering
from chezhan.catalogue.types.base import as_text
from chezhan.catalogue.types.places import line_of

# None: formulas and conditions can't use it. Money is a number, a time of day and an address are text.
KINDS: dict[str, str | None] = {
    "text": "text",
    "long_text": "text",
    "rich_text": "text",
    "number": "number",
    "integer": "number",
    "percent": "number",
    "money": "number",
    "rating": "number",
    "boolean": "boolean",
    "date": "date",
    "datetime": "datetime",
    "time": "text",
    "choice": "choice",
    "tags": "list",
    "phone": "text",
    "email": "text",
    "url": "text",
    "plate": "text",
    "vin": "text",
    "id_card": "text",
    "tax_no": "text",
    "barcode": "text",
    "color": "text",
    "auto_number": "text",
    "address": "text",
    "link": "id",
    "user": "id",
    "store": "id",
    "file": None,
    "photo": None,
    "signature": None,
    "location": None,
    "table": None,
    # As their result's.
    "formula": None,
    "rollup": None,
}
_AS_KIND: dict[str, Callable[[op.Expression], op.Expression]] = {"time": as_text, "address": line_of}


def kind_of(field: Field) -> str | None:
    return KINDS[answering(type=field.type, field=field).name]


def as_kind(field: Field, expression: op.Expression) -> op.Expression:
    """`expression` of the field's column as a value of its kind."""
    turn = _AS_KIND.get(field.type.name)
    return turn(expression) if turn else expression
