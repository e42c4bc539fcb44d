"""Who refers to a record, over every table that has a foreign key to it."""

from collections.abc import Collection, Mapping
from types import MappingProxyType
from typing import Protocol
from uuid import UUID

from django.db.models import Count, Model

from chezhan.catalogue.record import Record

NONE_EXPECTED: Mapping[type[Model], int] = MappingProxyType({})


class Shared(Protocol):
    """Which of these records are more than the one row's own, so that it may not rename them."""

    def __call__(self, *, ids: Collection[UUID]) -> set[UUID]: ...


def none_shared(*, ids: Collection[UUID]) -> set[UUID]:
    return set()


def referred(
    *, model: type[Record], ids: Collection[UUID], expected: Mapping[type[Model], int] = NONE_EXPECTED
) -> set[UUID]:
    """Those of `ids` to which more rows refer than `expected` (a number per model, else 0). One query per table."""
    found: set[UUID] = set()
    for relation in model._meta.related_objects if ids else ():
        name = relation.field.attname
        rows = relation.related_model._default_manager.filter(**{f"{name}__in": set(ids) - found})
        counts = rows.values(name).annotate(rows=Count("id")).order_by()
        found.update(row[name] for row in counts.filter(rows__gt=expected.get(relation.related_model, 0)))
    return found
