"""What a template's names lead to, before one viewer: fields of the record, fields beyond its links, rows that belong.

A name that leads nowhere and one that the viewer may not see are alike: both are not there.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, Value
from django.db.models.lookups import Exact

from chezhan.catalogue.entity import Field
from chezhan.catalogue.labels import Label
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.types import LINK, TABLE
from chezhan.catalogue.types.tables import CELL_TYPES
from chezhan.engines.printing.placing import Place
from chezhan.engines.printing.wording import MANNER_OF, kind_of
from chezhan.expressions.errors import UnknownField

# What is no text: pictures and files.
UNPRINTED = frozenset({"file", "photo", "signature", "rich_text", "location"})
FIRST_COLUMNS = 6


@dataclass(frozen=True, slots=True)
class Reached:
    """`view`: where the field lies; beyond links it is another kind's."""

    view: View
    sight: Sight


@dataclass(frozen=True, slots=True)
class Belonging:
    """Records whose `link` leads to the one that is printed."""

    view: View
    link: Sight

    def of(self, record_id: UUID) -> Q:
        return self.link.read.only(Q(Exact(self.link.compared(), Value(record_id))))


def reach(view: View, path: str) -> Reached:
    """Raises UnknownField."""
    *links, name = path.split(".")
    here = view
    for link in links:
        step = here.sight(link)
        if step.field.type is not LINK or step.hidden:
            raise UnknownField(params={"field": path[:40], "entity": view.entity.name})
        here = here.beyond(step.field)
    sight = here.sight(name)
    if sight.field.type.name in UNPRINTED:
        raise UnknownField(params={"field": path[:40], "entity": view.entity.name})
    return Reached(here, sight)


def reach_place(view: View, place: Place) -> Reached:
    """Raises UnknownField, for a manner that does not fit the field too."""
    found = reach(view, place.path)
    if place.manner and kind_of(found.sight.field) not in MANNER_OF[place.manner]:
        raise UnknownField(params={"field": place.path[:40], "entity": view.entity.name})
    return found


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
        link = next((sight for sight in there.sights() if sight.field.name == related.via), None)
        if link is not None and not link.read.never and there.lens.open:
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
    found = next((sight for sight in view.sights() if sight.field.name == source), None)
    return found if found is not None and found.field.type is TABLE else None


def cells_of(sight: Sight, names: Sequence[str]) -> list[Field]:
    """A sub-table's columns as fields, so that their values are worded alike."""
    columns = [Field(name, Label(name, name), CELL_TYPES[type]) for name, type in sight.field.settings.columns]
    return [one for one in columns if not names or one.name in names]
