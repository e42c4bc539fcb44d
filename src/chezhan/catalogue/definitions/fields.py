"""A defined field as the catalogue's Field."""

from dataclasses import fields as members_of
from dataclasses import replace
from typing import Any

from pydantic import TypeAdapter

from chezhan.catalogue.definitions.contracts import FieldDefinition
from chezhan.catalogue.entity import Field, Option
from chezhan.catalogue.labels import Label
from chezhan.catalogue.settings import FieldSettings
from chezhan.catalogue.types import FIELD_TYPES

_SETTINGS = TypeAdapter(FieldSettings)
SETTINGS = frozenset(member.name for member in members_of(FieldSettings))


def settings_of(members: Any) -> FieldSettings:
    """Of a JSON object. Raises pydantic's ValidationError, and ValueError for a member there is none of."""
    if unknown := set(members) - SETTINGS:
        raise ValueError(f"no such settings: {', '.join(sorted(unknown))}")
    return _SETTINGS.validate_python(members)


def settings_as_json(settings: FieldSettings) -> dict[str, Any]:
    """Only what differs from the defaults."""
    whole, plain = (_SETTINGS.dump_python(one, mode="json") for one in (settings, FieldSettings()))
    return {name: value for name, value in whole.items() if value != plain[name]}


def as_field(one: FieldDefinition) -> Field:
    """Of an addition. Its attribute on the model is called as the field, whatever the column is."""
    return Field(
        name=one.name,
        label=Label(one.label_zh, one.label_en),
        type=FIELD_TYPES[one.type],
        target=one.target,
        options=tuple(_option(option) for option in one.options),
        searchable=bool(one.searchable),
        in_list=bool(one.in_list),
        sensitivity=one.sensitivity,  # type: ignore[arg-type]
        required=one.required,
        read_only=bool(one.formula),
        unique=one.unique,
        origin=one.origin,  # type: ignore[arg-type]
        settings=settings_of(one.settings),
        formula=one.formula,
        retired=one.retired,
        section=one.section,
        help=_help(one),
        default=one.default,
    )


def overridden(field: Field, one: FieldDefinition) -> Field:
    """A field that ships as the store wants it. What the row leaves empty stays as it is."""
    return replace(
        field,
        label=Label(one.label_zh or field.label.zh, one.label_en or field.label.en),
        help=_help(one) or field.help,
        section=one.section or field.section,
        required=one.required or field.required,
        in_list=field.in_list if one.in_list is None else one.in_list,
        retired=one.retired,
    )


def _help(one: FieldDefinition) -> Label | None:
    return Label(one.help_zh, one.help_en) if one.help_zh or one.help_en else None


def _option(option: Any) -> Option:
    label = option["label"]
    return Option(option["value"], Label(label["zh"], label["en"]), retired=bool(option.get("retired")))
