"""What a place of a text leads to, before one viewer: a field of the record, or one beyond its links.

A name that leads nowhere and one that the viewer may not see are alike: both are not there.
"""

from dataclasses import dataclass

from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.texts.placing import Place
from chezhan.catalogue.texts.wording import MANNER_OF, kind_of
from chezhan.catalogue.types import LINK
from chezhan.expressions.errors import UnknownField

# What is no text: pictures and files.
UNPRINTED = frozenset({"file", "photo", "signature", "rich_text", "location"})


@dataclass(frozen=True, slots=True)
class Reached:
    """`view`: where the field lies; beyond links it is another kind's."""

    view: View
    sight: Sight


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
