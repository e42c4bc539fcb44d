"""Whose data a column holds: a list of orders shows the phone of each order's customer."""

from dataclasses import dataclass

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.records.viewer import Viewer
from chezhan.catalogue.types import LINK


@dataclass(frozen=True, slots=True)
class Subject:
    """`field` of the records of `entity`; `path`: the ORM path from a row to the id of its record there."""

    entity: Entity
    field: Field
    path: str

    @property
    def table(self) -> str:
        return self.entity.model._meta.db_table


def subject_of(*, viewer: Viewer, entity: Entity, field: Field, prefix: str = "") -> Subject:
    """`field` of `entity`, which rows lead to by `prefix`; followed to the kind of record whose own it is."""
    while "__" in field.column:
        step, _, rest = field.column.partition("__")
        link = next(one for one in entity.fields.values() if one.type is LINK and one.column == step)
        entity, prefix = viewer.target(link.target), f"{prefix}{step}__"
        field = next(one for one in entity.fields.values() if one.column == rest)
    return Subject(entity, field, prefix.removesuffix("__") or "id")
