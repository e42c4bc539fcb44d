"""What somebody is still responsible for in a store, whoever asks: who may not see it must not lose it either."""

from collections.abc import Iterator, Sequence
from uuid import UUID

from django.db.models import Q

from chezhan.catalogue.entity import Entity
from chezhan.catalogue.registry import entities
from tenants.directory import StoreRef
from tenants.owning import owner_context
from tenants.roles import OWNER

# They have no end, and are somebody's as long as they are there.
ALWAYS = frozenset({"customer"})


def first_still_responsible(*, stores: Sequence[StoreRef], person_id: UUID) -> tuple[StoreRef, int] | None:
    """The first of the stores in which they have customers, or records of which something is still to be done."""
    for store in stores:
        with owner_context(store):
            number = sum(
                kind.model._default_manager.using(OWNER).filter(open_, owner=person_id).count()
                for kind, open_ in _kinds()
            )
        if number:
            return store, number
    return None


def _kinds() -> Iterator[tuple[Entity, Q]]:
    for kind in entities():
        if kind.name in ALWAYS:
            yield kind, Q()
        elif kind.still_open is not None:
            yield kind, kind.still_open
