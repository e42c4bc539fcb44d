"""A field as conditions compare it: by the operators of its type, each with the gate's own condition."""

import datetime as dt
from collections.abc import Callable, Sequence
from typing import Any

from django.db.models import Q

from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.types import LINK
from chezhan.catalogue.types.kinds import as_kind, kind_of
from chezhan.expressions import FieldRef, Kind, Schema, ast, build_condition, read_group, resolve
from chezhan.kernel import clock


def condition_of(*, text: str, schema: Schema, today: dt.date) -> Q:
    """`text`: a rule group of the expression language as JSON; one without rules means every record.

    `today` is what relative periods count from. Raises InvalidFilter and what `resolve` refuses.
    """
    group = read_group(text)
    if isinstance(group, ast.And | ast.Or) and not group.conditions:
        return Q()
    return Q(build_condition(resolve(group, schema, today=today, now=clock.now(), kind=Kind.BOOLEAN)))


def compared(sight: Sight) -> FieldRef:
    """A type that expressions know nothing of is there or not there, and no more."""
    known, operators = kind_of(sight.field), {one.name: one for one in sight.operators}

    def condition(operator: str, values: Sequence[Any]) -> Q:
        return sight.condition(operators[operator], values)

    def ref(kind: Kind, read: Callable[[Any], Any], title: FieldRef | None = None) -> FieldRef:
        return FieldRef(
            name=sight.field.name,
            kind=kind,
            expression=sight.read.value(as_kind(sight.field, sight.value)),
            operators=frozenset(operators),
            opaque=known is None or sight.sealed or sight.read.never,
            read=read,
            condition=condition,
            title=title,
            nullable=sight.nullable,
        )

    title = ref(Kind.TEXT, _some_text) if sight.field.type is LINK else None
    return ref(Kind(known or Kind.TEXT), _reader_of(sight.field), title)


def _reader_of(field: Field) -> Callable[[Any], Any]:
    """A choice must be one of its options."""
    if field.options:
        return {option.value: option.value for option in field.options}.__getitem__
    return field.type.parse


def _some_text(value: Any) -> str:
    if not isinstance(value, str) or not value:
        raise ValueError("some text")
    return value
