"""Old values as the API shows present ones: links by title, masks in place of what may not be read."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.db.models import CharField, TextField, Value
from django.db.models.functions import Cast

from chezhan.access.rights import Right
from chezhan.catalogue.audit.models import AuditEntry
from chezhan.catalogue.entity import Field
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.masks import MASKS, STARS
from chezhan.catalogue.records.sealed import told
from chezhan.catalogue.records.sights import steps
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.records.titles import Titles, titles_of
from chezhan.catalogue.types import LINK
from chezhan.catalogue.types.base import as_text

# What the audit holds of a sealed value.
SEALED = "\\x"
Told = tuple[Field, Right]


class Past:
    """Values of the past of records of one kind before one viewer. `values` is every value that will be asked for.

    `entry_id`: of one of the audit's entries that they are from.
    """

    def __init__(self, *, view: View, entry_id: int, person_id: UUID, values: Iterable[tuple[Told, Any]]) -> None:
        self.model = view.entity.model
        self.masks: dict[tuple[str, str], str] = {}
        self.titles: dict[str, Titles] = {}
        masked, linked = set(), defaultdict(set)
        for (field, right), value in values:
            if value in (None, ""):
                continue
            if field.type is LINK:
                linked[field.target].add(UUID(value))
            elif right is Right.MASKED and field.type.name in MASKS and not _sealed(field, value):
                masked.add((field.type.name, str(value)))
        self._mask(entry_id, person_id, sorted(masked))
        for target, ids in linked.items():
            there = View(view.viewer, view.viewer.target(target))
            rows = there.seen().filter(id__in=ids)
            self.titles[target] = titles_of(view=there, rows=rows, person_id=person_id)

    def shown(self, known: Told, value: Any) -> Any:
        field, right = known
        if value in (None, ""):
            return value
        if field.type is LINK:
            titles = self.titles[field.target]
            # What it led to may be out of sight, or gone.
            return {"id": value, "title": titles[UUID(value)]} if UUID(value) in titles else None
        if _sealed(field, value):
            (*_, column) = steps(self.model, field.column)
            return told(value, model_field=column, whole=right >= Right.READ)
        if right is Right.MASKED:
            return self.masks.get((field.type.name, str(value)), STARS)
        return str(value) if isinstance(value, Decimal) or field.type.shown is as_text else value

    def _mask(self, entry_id: int, person_id: UUID, values: Sequence[tuple[str, str]]) -> None:
        """As the database masks present ones. Of gone records no row is left to ask by: the entry is one."""
        if not values:
            return
        masks = [MASKS[name](Cast(Value(value, CharField()), TextField())) for name, value in values]
        rows = AuditEntry.objects.filter(id=entry_id).values_list("id", *masks)
        ((_, *found),) = select_as(rows, person_id=person_id)
        self.masks = dict(zip(values, found, strict=True))


def _sealed(field: Field, value: Any) -> bool:
    return field.sensitivity == "sealed" and isinstance(value, str) and value.startswith(SEALED)
