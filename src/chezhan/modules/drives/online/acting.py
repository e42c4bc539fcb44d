"""Who enters what customers do by a link: the page, or the booking itself, in the role that no person holds."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.access.by_link import link_actor
from chezhan.access.rights import Action, Right
from chezhan.access.scopes import Scope
from tenants.directory import StoreRef

BOOKS = (
    ("interaction", Right.WRITE),
    ("lead", Right.WRITE),
    ("stock_vehicle", Right.READ),
    ("test_drive", Right.WRITE),
)
SIGNS = (("test_drive", Right.WRITE),)


def booking_actor(page_id: UUID, *, store: StoreRef) -> Actor:
    """May enter a lead, what was said, and a drive; and reads for nobody."""
    return link_actor(id_=page_id, store=store, scope=Scope(entities=BOOKS, actions=frozenset({Action.CREATE})))


def signing_actor(drive_id: UUID, *, store: StoreRef) -> Actor:
    return link_actor(id_=drive_id, store=store, scope=Scope(entities=SIGNS))
