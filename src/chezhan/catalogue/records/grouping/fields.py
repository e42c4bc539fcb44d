"""By which fields one viewer may group, and which may be added up.

What is masked is neither: the head of a group would show it, and the sum of one record is its value. What is personal
data is neither for whoever reads it too, since nobody would be told that it was read.
"""

from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.types import LINK
from chezhan.catalogue.types.base import as_text

BY_VALUE = frozenset({"choice", "boolean", "link", "user", "store", "rating", "text", "integer", "color", "plate"})
BY_TIME = frozenset({"date", "datetime"})
FIGURES = frozenset({"number", "integer", "money", "percent"})


def groupable(sight: Sight) -> bool:
    field = sight.field
    known = field.type.name in BY_VALUE | BY_TIME and not field.settings.multiline
    return known and field.filterable and _plain(sight)


def summable(sight: Sight) -> bool:
    return sight.field.type.name in FIGURES and _plain(sight)


def leaves_as_text(sight: Sight) -> bool:
    return sight.field.type.shown is as_text


def _plain(sight: Sight) -> bool:
    # A link's title may be personal; it is read, and told, as titles are.
    return not sight.read.never and (not sight.field.sensitivity or sight.field.type is LINK)
