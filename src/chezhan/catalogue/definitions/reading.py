"""A store's definition out of its tables: two statements."""

from dataclasses import fields

from chezhan.catalogue.definitions.contracts import Definition, EntityDefinition, FieldDefinition
from chezhan.catalogue.definitions.models import CatalogueEntity, CatalogueField

ENTITY_MEMBERS = [one.name for one in fields(EntityDefinition) if one.name != "retired"]
FIELD_MEMBERS = [one.name for one in fields(FieldDefinition) if one.name != "retired"]


def read_definition(*, using: str = "default") -> Definition:
    """What is defined in the store whose transaction is open on `using`."""
    return Definition(
        entities=tuple(map(entity_of, CatalogueEntity.objects.using(using).order_by("name"))),
        fields=tuple(map(field_of, CatalogueField.objects.using(using).order_by("entity", "name"))),
    )


def entity_of(row: CatalogueEntity) -> EntityDefinition:
    members = {name: getattr(row, name) for name in ENTITY_MEMBERS}
    return EntityDefinition(**members | {"title": tuple(row.title), "retired": row.retired_at is not None})


def field_of(row: CatalogueField) -> FieldDefinition:
    members = {name: getattr(row, name) for name in FIELD_MEMBERS}
    return FieldDefinition(**members | {"options": tuple(row.options), "retired": row.retired_at is not None})
