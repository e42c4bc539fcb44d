"""Search: every word must be found in some searchable field."""

from django.db.models import Q
from django.db.models.lookups import Exact

from chezhan.catalogue.entity import Entity, Field
from chezhan.catalogue.operators import ilike, literal
from chezhan.catalogue.phones import digits_of
from chezhan.catalogue.records.columns import compared, title_of
from chezhan.catalogue.records.refusals import InvalidSearch
from chezhan.catalogue.registry import entity_named
from chezhan.catalogue.types import LINK, PHONE

LENGTH_LIMIT = 100
TAIL = 4


def search_for(*, entity: Entity, text: str) -> Q:
    """A phone is found whole or by at least its last four digits. Raises InvalidSearch when the text is too long."""
    if len(text) > LENGTH_LIMIT or "\x00" in text:
        raise InvalidSearch(params={"limit": LENGTH_LIMIT})
    fields = [field for field in entity.fields.values() if field.searchable]
    found = Q()
    for word in text.split():
        somewhere = Q()
        for field in fields:
            somewhere |= _in_field(field, word)
        found &= somewhere
    return found


def _in_field(field: Field, word: str) -> Q:
    if field.type is PHONE:
        digits = digits_of(word) if word.strip("+-()0123456789") == "" else None
        if not digits or len(digits) < TAIL:
            return Q()
        whole = compared(field)
        return Q(Exact(whole, digits)) | ilike(whole, f"%{literal(digits)}")
    expression = title_of(entity_named(field.target), through=field.column) if field.type is LINK else compared(field)
    return ilike(expression, f"%{literal(word)}%")
