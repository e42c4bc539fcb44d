"""A field as an expression: to be shown, to be compared, to be sorted by."""

from typing import cast

from django.db.models import CharField, F, Func, JSONField, Model, Value
from django.db.models.expressions import Combinable
from django.db.models.fields import Field as ModelField
from django.db.models.functions import Coalesce, NullIf

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.registry import entity_named
from chezhan.catalogue.types import LINK


def shown(field: Field) -> Combinable:
    """What leaves as JSON; a link leaves as {id, title}."""
    if field.type is LINK:
        return Func(
            Value("id"),
            F(field.column),
            Value("title"),
            title_of(entity_named(field.target), through=field.column),
            function="json_build_object",
            output_field=JSONField(),
        )
    return field.type.shown(F(field.column))


def compared(field: Field, *, operator: str = "=") -> Combinable:
    """What a condition looks at: of a link its id, but the title when it is looked into."""
    if field.type is LINK and operator == "contains":
        return title_of(entity_named(field.target), through=field.column)
    return F(field.matched or field.column)


def ordered(field: Field) -> Combinable:
    """What a list is sorted by: of a link its title."""
    if field.type is LINK:
        return title_of(entity_named(field.target), through=field.column)
    return F(field.column)


def title_of(entity: Entity, *, through: str = "") -> Combinable:
    """The first of the entity's title fields that is not empty; `through`: the relation that leads to it."""
    prefix = f"{through}__" if through else ""
    columns = [F(f"{prefix}{entity.fields[name].column}") for name in entity.title]
    if len(columns) == 1:
        return columns[0]
    return Coalesce(*(NullIf(column, Value("")) for column in columns), output_field=CharField())


def may_be_null(entity: Entity, field: Field) -> bool:
    """Whether the sort expression of the field can be NULL."""
    if field.type is LINK:
        target = entity_named(field.target)
        return len(target.title) > 1 or any(
            _nullable(entity.model, f"{field.column}__{target.fields[name].column}") for name in target.title
        )
    return _nullable(entity.model, field.column)


def _nullable(model: type[Model], path: str) -> bool:
    return any(step.null for step in steps(model, path))


def steps(model: type[Model], path: str) -> list[ModelField]:
    """The model fields along an ORM path. Raises FieldDoesNotExist."""
    found: list[ModelField] = []
    for name in path.split("__"):
        field = cast(ModelField, model._meta.get_field(name))
        found.append(field)
        model = field.related_model or model
    return found
