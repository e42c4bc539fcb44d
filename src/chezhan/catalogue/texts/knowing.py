"""Which of the fields that something was made of may be read, on each record: who reads all may know what it says."""

from collections.abc import Sequence
from uuid import UUID

from django.db.models import Value
from django.db.models.expressions import Combinable
from django.db.models.fields import BooleanField
from django.db.models.functions import Coalesce

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.statements import select_as
from chezhan.catalogue.texts.reaching import reach
from chezhan.expressions.errors import UnknownField


def readable(
    *, actor: Actor, view: View, paths: Sequence[str], record_ids: Sequence[UUID]
) -> dict[UUID, dict[str, bool]]:
    """By record that the viewer sees, by path."""
    columns: dict[str, Combinable] = {}
    yes = Value(True, output_field=BooleanField())
    for number, path in enumerate(paths):
        try:
            columns[f"may{number}"] = Coalesce(reach(view, path).sight.read.value(yes), Value(False))
        except UnknownField:
            columns[f"may{number}"] = Value(False)
    rows = view.seen().filter(id__in=list(record_ids)).annotate(**columns)
    found = select_as(rows.values_list("id", *columns), person_id=actor.person_id)
    return {record_id: dict(zip(paths, rest, strict=True)) for record_id, *rest in found}
