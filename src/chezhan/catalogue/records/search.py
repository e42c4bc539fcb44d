"""Search: every word must be found in some searchable field."""

from django.db.models import Q
from django.db.models.lookups import Exact

from chezhan.catalogue.operators import ilike, literal
from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.refusals import InvalidSearch
from chezhan.catalogue.records.sealed import NONE
from chezhan.catalogue.records.sights import Sight
from chezhan.catalogue.types import PHONE

LENGTH_LIMIT = 100
TAIL = 4


def search_for(*, view: View, text: str) -> Q:
    """A phone is found whole or by at least its last four digits; a part of a value only where it may be read.

    Raises InvalidSearch when the text is too long.
    """
    if len(text) > LENGTH_LIMIT or "\x00" in text:
        raise InvalidSearch(params={"limit": LENGTH_LIMIT})
    words = text.split()
    sights = [sight for sight in view.sights() if sight.field.searchable] if words else []
    found = Q()
    for word in words:
        # Where no field may be searched the list is empty, and still a statement.
        somewhere = NONE
        for sight in sights:
            somewhere |= _in_field(sight, word)
        found &= somewhere
    return found


def _in_field(sight: Sight, word: str) -> Q:
    if sight.field.type is PHONE:
        digits = digits_of(word) if word.strip("+-()0123456789") == "" else None
        if not digits or len(digits) < TAIL:
            return Q(pk__in=[])
        if sight.sealed:
            return _in_sealed(sight, digits)
        whole = sight.compared()
        part = sight.read.only(ilike(whole, f"%{literal(digits)}")) if not sight.read.never else Q(pk__in=[])
        return sight.met.only(Q(Exact(whole, digits))) | part
    if sight.read.never:
        return Q(pk__in=[])
    return sight.read.only(ilike(sight.compared("contains"), f"%{literal(word)}%"))


def _in_sealed(sight: Sight, digits: str) -> Q:
    """Whole, or by exactly the tail that a mask shows."""
    operators = {one.name: one for one in sight.field.type.operators}
    whole = sight.condition(operators["="], [digits])
    return whole if sight.read.never else whole | sight.condition(operators["endsWith"], [digits])
