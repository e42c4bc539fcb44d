"""A field as one viewer may see it: all that a list, a filter, a sort or a search knows of a column.

Two answers to "on which rows": `read` (shown, compared, sorted by) and `met` (shown as a mask, matched whole). What
comes through a relation is seen only as far as the related kind's own lens lets it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, cast

from django.db.models import Case, CharField, F, Func, JSONField, Model, Q, Value, When
from django.db.models.expressions import Combinable
from django.db.models.fields import Field as ModelField
from django.db.models.functions import Coalesce, NullIf

from chezhan.catalogue.entity import Field
from chezhan.catalogue.operators import Operator
from chezhan.catalogue.records import sealed
from chezhan.catalogue.records.masks import masked
from chezhan.catalogue.records.where import Where
from chezhan.catalogue.types import LINK

# What may be asked of a value that is masked: whether it is this one.
WHOLE = frozenset({"=", "in"})


@dataclass(frozen=True)
class Sight:
    """`prefix`: the ORM path that leads to the record, which is one of `model`. `title`: of a link, its target's.

    `source`: of a field that is computed, its expression; it is made of what the viewer reads and of nothing else.
    """

    field: Field
    model: type[Model]
    prefix: str
    read: Where
    met: Where
    title: tuple["Sight", ...] = ()
    source: Combinable | None = None

    @property
    def value(self) -> Combinable:
        return F(self.column) if self.source is None else self.source

    @property
    def column(self) -> str:
        return f"{self.prefix}{self.field.column}"

    @property
    def sealed(self) -> bool:
        return self.field.sensitivity == "sealed"

    @property
    def model_field(self) -> ModelField:
        """The column itself, at the end of whatever path leads there."""
        return steps(self.model, self.field.column)[-1]

    @property
    def hidden(self) -> bool:
        return self.met.never

    @property
    def operators(self) -> tuple[Operator, ...]:
        """Those that fit the type and give away no more than may be known."""
        if not self.field.filterable or self.hidden:
            return ()
        allowed = WHOLE if self.read.never else sealed.operators_of(self.field.type.name) if self.sealed else None
        return tuple(one for one in self.field.type.operators if allowed is None or one.name in allowed)

    @property
    def sortable(self) -> bool:
        return self.field.can_sort and not self.sealed and not self.read.never

    def shown(self) -> Combinable:
        """What leaves as JSON: a link as {id, title}; a mask where no more is allowed; else NULL."""
        if self.field.type is LINK:
            return self.read.value(_link(self.column, self.title))
        whole = sealed.token(self.value, self.model_field) if self.sealed else self.field.type.shown(self.value)
        if self.read == self.met:
            return self.read.value(whole)
        mask = sealed.mask(self.value) if self.sealed else masked(self.field, self.value)
        if self.read.never:
            return self.met.value(mask)
        branches = [When(self.read.q, then=_as_json(whole))]
        if not self.met.always:
            branches.append(When(self.met.q, then=_as_json(mask)))
        return Case(*branches, default=_as_json(mask) if self.met.always else None, output_field=CharField())

    def ordered(self) -> Combinable:
        """What a list is sorted by: of a link its title. NULL where it may not be read."""
        return self.read.value(self.titled() if self.field.type is LINK else self.value)

    def titled(self) -> Combinable:
        """Of a link: the first of its target's title fields that may be read and is not empty."""
        return _first([sight.read.value(sight.value) for sight in self.title])

    def compared(self, operator: str = "=") -> Combinable:
        """What a condition looks at; to be asked within `condition` or `read.only` alone."""
        if self.field.type is LINK and operator == "contains":
            return self.titled()
        return F(f"{self.prefix}{self.field.matched}") if self.field.matched else self.value

    def condition(self, operator: Operator, values: Sequence[Any]) -> Q:
        rows = self.met if operator.name in WHOLE else self.read
        if self.sealed:
            type_name = self.field.type.name
            return rows.only(sealed.condition(column=self.value, type_name=type_name, operator=operator, values=values))
        return rows.only(operator.build(self.compared(operator.name), values))

    @property
    def nullable(self) -> bool:
        """Whether `ordered` can be NULL."""
        if not self.read.always or self.source is not None:
            return True
        if self.field.type is LINK:
            return len(self.title) != 1 or self.title[0].nullable or _nullable(self.model, self.field.column)
        return _nullable(self.model, self.field.column)


def _link(column: str, title: Sequence[Sight]) -> Combinable:
    whole = Func(
        Value("id"),
        F(column),
        Value("title"),
        _first([sight.shown() for sight in title]),
        function="json_build_object",
        output_field=JSONField(),
    )
    return whole


def _first(columns: Sequence[Combinable]) -> Combinable:
    if not columns:
        return Value(None, output_field=CharField())
    if len(columns) == 1:
        return columns[0]
    return Coalesce(*(NullIf(column, Value("")) for column in columns), output_field=CharField())


def _as_json(expression: Combinable) -> Combinable:
    """Of one SQL type, so that a value and its mask may stand in one column. Django takes it for text."""
    return Func(expression, function="to_jsonb", output_field=CharField())


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
