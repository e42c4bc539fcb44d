"""What a store has of what headquarters wants there. Pure."""

from collections.abc import Mapping
from typing import Any

from chezhan.catalogue.definitions.contracts import EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.fields import settings_of
from chezhan.catalogue.labels import Label

# Members of a change, each with the columns that it is kept in.
FIELD_MEMBERS = {
    "label": ("label_zh", "label_en"),
    "help": ("help_zh", "help_en"),
    "section": ("section",),
    "in_list": ("in_list",),
    "required": ("required",),
    "options": ("options",),
    "settings": ("settings",),
    "formula": ("formula",),
    "sensitivity": ("sensitivity",),
    "default": ("default",),
    "unique": ("unique",),
    "searchable": ("searchable",),
}
OF_SHIPPED = ("label", "help", "section", "in_list", "required")
ENTITY_MEMBERS = {"label": ("label_zh", "label_en"), "plural": ("plural_zh", "plural_en"), "icon": ("icon",)}


def field_differs(*, wanted: FieldDefinition, found: FieldDefinition) -> dict[str, Any]:
    """The changes that make it what is wanted, as change_field takes them. What stores added to the options stays."""
    members = FIELD_MEMBERS if wanted.type else {name: FIELD_MEMBERS[name] for name in OF_SHIPPED}
    changes = {}
    for member, columns in members.items():
        if not wanted.type and not any(getattr(wanted, column) for column in columns) and member != "in_list":
            # Of a field that ships, what is left empty is as it is.
            continue
        if member == "in_list" and wanted.in_list is None:
            continue
        if any(_plain(getattr(wanted, one)) != _plain(getattr(found, one)) for one in columns):
            changes[member] = _change(member, wanted)
    return changes


def entity_differs(*, wanted: EntityDefinition, found: EntityDefinition) -> dict[str, Any]:
    differing = [
        member
        for member, columns in ENTITY_MEMBERS.items()
        if any(getattr(wanted, column) != getattr(found, column) for column in columns)
    ]
    return {member: _entity_change(member, wanted) for member in differing}


def _change(member: str, one: FieldDefinition) -> Any:
    if member == "label":
        return Label(one.label_zh, one.label_en)
    if member == "help":
        return Label(one.help_zh, one.help_en)
    return getattr(one, member)


def _entity_change(member: str, one: EntityDefinition) -> Any:
    if member == "icon":
        return one.icon
    return Label(getattr(one, f"{member}_zh"), getattr(one, f"{member}_en"))


def _plain(value: Any) -> Any:
    """Alike however it was kept: settings by their meaning, options one by one."""
    if isinstance(value, Mapping):
        return settings_of(dict(value))
    return list(value) if isinstance(value, tuple) else value
