"""The form that a kind of record has without one: what a new draft begins with."""

from chezhan.catalogue.entity import STAMPS, Entity, Field
from chezhan.engines.forms.layout import FieldPart, Layout, Section, Tab, Words

WIDE = frozenset({"long_text", "rich_text", "table", "address", "location"})
FIRST = Words(zh="基本信息", en="Details")
STAMPED = frozenset({one.name for one in STAMPS if one.read_only})


def starting_layout(entity: Entity) -> Layout:
    """All fields that people write, by the sections of the catalogue, in its order."""
    sections: dict[str, list[Field]] = {"": []}
    for field in entity.fields.values():
        if not field.retired and not field.fixed and field.name not in STAMPED:
            sections.setdefault(field.section, []).append(field)
    made = [
        Section(
            id=f"s{number}",
            label=Words(zh=name, en=name) if name else FIRST,
            parts=tuple(_part(field) for field in fields),
        )
        for number, (name, fields) in enumerate(sections.items(), start=1)
        if fields
    ]
    return Layout(tabs=(Tab(id="t1", sections=tuple(made)),))


def _part(field: Field) -> FieldPart:
    return FieldPart(kind="field", id=f"f_{field.name}", field=field.name, width=2 if field.type.name in WIDE else 1)
