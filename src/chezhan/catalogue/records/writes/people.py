"""Who may be named in a field: the people of the store."""

from collections.abc import Collection, Iterable
from uuid import UUID

from chezhan.access import Actor
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.types import USER
from tenants.lookup import members_of


def people_of(actor: Actor, view: View, names: Iterable[str]) -> Collection[UUID]:
    """The people of the store and of its group's head; nobody when no field among `names` holds a person."""
    if not any(view.sight(name).field.type is USER for name in names):
        return ()
    return members_of(store=actor.in_store)
