"""Whom and what a field may name beside records: the people of the store, the stores of its group."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.types import STORE, USER
from tenants.lookup import members_of, siblings_of


@dataclass(frozen=True, slots=True)
class Nameable:
    people: Collection[UUID] = ()
    stores: Collection[UUID] = ()


def nameable_of(actor: Actor, view: View, names: Iterable[str]) -> Nameable:
    """The people of the store and of its group's head, the stores of the group; nobody and none when no field among
    `names` holds such.
    """
    types = {view.sight(name).field.type for name in names}
    return Nameable(
        people=members_of(store=actor.in_store) if USER in types else (),
        stores=siblings_of(store=actor.in_store) if STORE in types else (),
    )
