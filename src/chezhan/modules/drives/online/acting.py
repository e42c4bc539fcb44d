"""Who enters what customers do by a link: the page, or the booking itself, in the role that no person holds."""

from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.access.roles import PUBLIC_FORM
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
    return _actor(page_id, store, Scope(entities=BOOKS, actions=frozenset({Action.CREATE})))


def signing_actor(drive_id: UUID, *, store: StoreRef) -> Actor:
    return _actor(drive_id, store, Scope(entities=SIGNS))


def _actor(id_: UUID, store: StoreRef, scope: Scope) -> Actor:
    return Actor(
        person_id=id_,
        person_name="客户自助",
        language="zh-hans",
        group=store.group,
        store=store,
        roles=frozenset({PUBLIC_FORM}),
        scope=scope,
    )
