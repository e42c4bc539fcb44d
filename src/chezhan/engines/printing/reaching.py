"""What may stand on paper before one viewer: fields as words, rows that belong to a record, sub-tables."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.lookups import Exact

from chezhan.catalogue.entity import Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.texts.reaching import UNPRINTED
from chezhan.catalogue.types import TABLE
from chezhan.catalogue.types.tables import CELL_TYPES
from chezhan.expressions.errors import UnknownField

FIRST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Belonging:
    """Records whose `link` leads to the one that is printed."""

    view: View
    link: Sight

    def of(self, record_id: UUID) -> Q:
        return self.link.read.only(Q(Exact(self.link.compared(), Value(record_id))))


def printable(view: View) -> list[Sight]:
    """All that stands on paper as words, in the kind's order; sub-tables have blocks of their own."""
    return [
        sight for sight in view.sights() if sight.field.type.name not in UNPRINTED and sight.field.type is not TABLE
    ]


def belonging(view: View) -> dict[str, Belonging]:
    """By source, <kind>.<link>: what belongs to records of the view's kind and may be seen."""
    found: dict[str, Belonging] = {}
    for related in view.entity.related:
        there = view.of(related.entity)
        try:
            link = there.sight(related.via)
        except UnknownField:
            continue
        if not link.read.never and there.lens.open:
            found[f"{related.entity}.{related.via}"] = Belonging(there, link)
    return found


def columns_of(belongs: Belonging, names: Sequence[str]) -> list[Sight]:
    """Those asked for as far as they may be seen; without any, the first that a list shows."""
    seen = {sight.field.name: sight for sight in printable(belongs.view)}
    if not names:
        usual = [sight for name, sight in seen.items() if sight.field.in_list and name != belongs.link.field.name]
        return usual[:FIRST_COLUMNS]
    return [seen[name] for name in dict.fromkeys(names) if name in seen]


def sub_table(view: View, source: str) -> Sight | None:
    """The field of this name that holds rows, when the viewer may read it whole."""
    field = view.entity.fields.get(source)
    if field is None or field.type is not TABLE:
        return None
    try:
        return view.sight(source)
    except UnknownField:
        return None


def cells_of(sight: Sight, names: Sequence[str]) -> list[Field]:
    """A sub-table's columns as fields, so that their values are worded alike."""
    columns = [Field(name, Label(name, name), CELL_TYPES[type]) for name, type in sight.field.settings.columns]
    return [one for one in columns if not names or one.name in names]
