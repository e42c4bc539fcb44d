"""A store's definition as values: rows without the ids and dates that differ between stores of one template."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

import orjson


@dataclass(frozen=True, slots=True)
class EntityDefinition:
    """As CatalogueEntity. `added`: it is not one that ships."""

    name: str
    label_zh: str = ""
    label_en: str = ""
    plural_zh: str = ""
    plural_en: str = ""
    title: tuple[str, ...] = ()
    icon: str = ""
    position: int | None = None
    origin: str = "store"
    retired: bool = False

    @property
    def added(self) -> bool:
        return self.name.startswith("x_")


@dataclass(frozen=True, slots=True)
class FieldDefinition:
    """As CatalogueField. `added`: it is not one that ships."""

    entity: str
    name: str
    label_zh: str = ""
    label_en: str = ""
    help_zh: str = ""
    help_en: str = ""
    section: str = ""
    type: str = ""
    column_name: str = ""
    options: tuple[Mapping[str, Any], ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict)
    target: str = ""
    formula: str = ""
    sensitivity: str = ""
    default: Any = None
    required: bool = False
    unique: bool = False
    indexed: bool = False
    searchable: bool | None = None
    in_list: bool | None = None
    position: int | None = None
    origin: str = "store"
    retired: bool = False

    @property
    def added(self) -> bool:
        return self.name.startswith("x_")


@dataclass(frozen=True)
class Definition:
    """All rows, retired ones too, sorted by name."""

    entities: tuple[EntityDefinition, ...] = ()
    fields: tuple[FieldDefinition, ...] = ()

    @property
    def digest(self) -> str:
        return _hash([self.entities, self.fields])

    @property
    def columns(self) -> tuple[FieldDefinition, ...]:
        """The fields that have a column of their own."""
        return tuple(one for one in self.fields if one.column_name)

    @property
    def tables(self) -> tuple[EntityDefinition, ...]:
        return tuple(one for one in self.entities if one.added)

    @property
    def shape(self) -> str:
        """A hash of what model classes depend on: tables and columns. Labels and orders are no part of it."""
        columns = [
            [one.entity, one.name, one.type, one.column_name, one.target, one.settings, one.sensitivity == "sealed"]
            for one in self.columns
        ]
        return _hash([[one.name for one in self.tables], columns])


def _hash(content: Any) -> str:
    return hashlib.sha256(orjson.dumps(content, option=orjson.OPT_SORT_KEYS)).hexdigest()[:32]
