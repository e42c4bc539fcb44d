"""What a form's conditions may name: the record's own fields. And a record's columns as values of those."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db.models import F

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.types import LINK
from chezhan.catalogue.types.kinds import kind_of
from chezhan.engines.forms.refusals import ConditionReach
from chezhan.expressions import Collection, FieldRef, Kind
from chezhan.expressions.kinds import DAYS

EMPTINESS = frozenset({"null", "notNull"})
# Made a text by the database in ways of its own; a form asks only whether they are there.
ONLY_EMPTINESS = frozenset({"time", "address"})
SEALED = "•"


@dataclass(frozen=True)
class FormSchema:
    entity: Entity

    def field(self, name: str) -> FieldRef | None:
        """Raises ConditionReach for a field whose value is not in the record's own row."""
        found = self.entity.fields.get(name)
        if found is None or found.retired:
            return None
        if found.formula or "__" in found.column:
            raise reach(found)
        kind = kind_of(found)
        if kind is None:
            return None
        sealed = found.sensitivity == "sealed"
        return FieldRef(
            name=name,
            kind=Kind(kind),
            expression=F(name),
            operators=EMPTINESS if sealed or found.type.name in ONLY_EMPTINESS else None,
            opaque=sealed or found.type.name in ONLY_EMPTINESS,
            options=frozenset(option.value for option in found.options) or None,
            read=None if kind in DAYS else found.type.parse,
        )

    def relation(self, name: str) -> None:
        found = self.entity.fields.get(name)
        if found is not None:
            raise reach(found)

    def collection(self, name: str) -> Collection | None:
        return None


def reach(field: Field) -> ConditionReach:
    return ConditionReach(params={"field": field.name, "label": field.label.en, "label_zh": field.label.zh})


def attribute_of(entity: Entity, field: Field) -> str:
    """Of the model, where the field's own value is kept."""
    return f"{field.column}_id" if field.type is LINK else field.column


def reader(entity: Entity, field: Field) -> Callable[[Any], Any]:
    """What conditions see of the column's value: of one that is sealed, whether it is there."""
    if field.sensitivity == "sealed":
        return lambda value: SEALED if value else ""
    if field.type.name == "tags":
        return lambda value: list(value or ())
    return lambda value: value


def is_blank(value: Any) -> bool:
    """Nothing entered. A zero and a No are something."""
    return value is None or value in ("", b"") or (isinstance(value, list | tuple | dict) and not value)
