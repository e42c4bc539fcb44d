"""Links of records that lead to what is not there: it was deleted while they lay in the recycle bin."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.types import LINK


@dataclass(frozen=True, slots=True)
class LostLink:
    """`field`: of the links that the viewer sees. The value stays: what it leads to may come back too."""

    record_id: UUID
    field: str


def lost_links(*, view: View, record_ids: Sequence[UUID]) -> list[LostLink]:
    found = []
    model = view.entity.model
    for sight in view.sights():
        field = sight.field
        if field.type is not LINK or "__" in field.column:
            continue
        target = view.viewer.target(field.target).model
        there = target._default_manager.filter(pk=OuterRef(f"{field.column}_id"))
        rows = model._default_manager.filter(
            ~Exists(there), id__in=list(record_ids), **{f"{field.column}__isnull": False}
        )
        found += [LostLink(record_id, field.name) for record_id in rows.order_by("id").values_list("id", flat=True)]
    return found
