"""Tags as conditions compare them: whether a record has one of some, or none."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, Q, TextField
from django.db.models.functions import Cast

from chezhan.catalogue.records.talk.models import Tagging
from chezhan.expressions import FieldRef, Kind

# As a condition names them; no kind of record has a field that is called so.
TAGS = "tags"
OPERATORS = frozenset({"in", "notIn", "null", "notNull"})


def tags_compared(*, entity: str) -> FieldRef:
    """Of the record itself. Values are ids of tags as texts; of one that is gone no record has any."""

    def on_it() -> Any:
        return Tagging.objects.filter(entity=entity, record_id=OuterRef("pk"))

    def condition(operator: str, values: Sequence[Any]) -> Q:
        found = Q(Exists(on_it().filter(tag_id__in=[UUID(one) for one in values]) if values else on_it()))
        return ~found if operator in ("notIn", "null") else found

    return FieldRef(
        name=TAGS,
        kind=Kind.LIST,
        expression=ArraySubquery(on_it().values_list(Cast("tag_id", TextField()))),
        operators=OPERATORS,
        opaque=True,
        read=_read,
        condition=condition,
    )


def _read(value: Any) -> str:
    return str(UUID(value))
