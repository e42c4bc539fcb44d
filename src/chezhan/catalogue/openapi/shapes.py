"""What a field's value is in JSON, by field type: as it is read and as it is sent."""

from typing import Any

from chezhan.catalogue.entity import Field
from chezhan.catalogue.types import answering

Shape = dict[str, Any]
TEXT: Shape = {"type": "string"}
ID: Shape = {"type": "string", "format": "uuid"}
DECIMAL: Shape = {"type": "string", "format": "decimal"}
# Only money leaves as text; these are sent as text or number, and read as a number.
READ_AS_NUMBER = frozenset({"number", "percent"})
FILES: Shape = {"type": "array", "items": {"type": "object"}}
LINKED: Shape = {
    "type": "object",
    "properties": {"id": ID, "title": {"type": ["string", "null"]}},
    "required": ["id", "title"],
}

SHAPES: dict[str, Shape] = dict.fromkeys(
    (
        "text", "long_text", "rich_text", "phone", "plate", "vin", "id_card", "tax_no", "barcode", "color",
        "auto_number",
    ),
    TEXT,
) | {
    "email": {"type": "string", "format": "email"},
    "url": {"type": "string", "format": "uri"},
    "number": DECIMAL,
    "percent": DECIMAL,
    "money": DECIMAL,
    "integer": {"type": "integer"},
    "rating": {"type": "integer"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "time": {"type": "string", "format": "time"},
    "boolean": {"type": "boolean"},
    "choice": TEXT,
    "tags": {"type": "array", "items": TEXT},
    "link": ID,
    "user": ID,
    "store": ID,
    "file": FILES,
    "photo": FILES,
    "signature": FILES,
    "address": {"type": "object"},
    "location": {"type": "object", "properties": {"lng": {"type": "number"}, "lat": {"type": "number"}}},
    "table": {"type": "array", "items": {"type": "object"}},
    # As their result's.
    "formula": {},
    "rollup": {},
}  # fmt: skip


def shape_of(field: Field, *, sent: bool) -> Shape:
    """Any value may be null. A link is sent by id and read as {id, title}; what is masked is read as text."""
    name = answering(type=field.type, field=field).name
    shape = LINKED if name == "link" and not sent else SHAPES[name]
    if name in READ_AS_NUMBER and not sent:
        shape = {"type": "number"}
    values = [option.value for option in field.options if not (sent and option.retired)]
    if values and name == "choice":
        # Columns that ship say "" for nothing chosen.
        nothing = [None] if sent else [None, ""]
        shape = {**shape, "enum": values if field.required else [*values, *nothing]}
    elif values and name == "tags":
        shape = {**shape, "items": {"type": "string", "enum": values}}
    kind = shape.get("type")
    nullable = {**shape, "type": [kind, "null"]} if isinstance(kind, str) and not (sent and field.required) else shape
    return {**nullable, "title": field.label.en, "description": field.label.zh}
