"""Who acts where a customer does something by a link: nobody of the store, in the role that no person holds."""

from uuid import UUID

from chezhan.access.actor import Actor
from chezhan.access.roles import PUBLIC_FORM
from chezhan.access.scopes import Scope
from tenants.directory import StoreRef


def link_actor(*, id_: UUID, store: StoreRef, scope: Scope) -> Actor:
    """`id_`: of what the link opens, and what the audit names. `scope`: all that may be done there."""
    return Actor(
        person_id=id_,
        person_name="客户自助",
        language="zh-hans",
        group=store.group,
        store=store,
        roles=frozenset({PUBLIC_FORM}),
        scope=scope,
    )


def is_by_link(actor: Actor) -> bool:
    return actor.roles == {PUBLIC_FORM}
