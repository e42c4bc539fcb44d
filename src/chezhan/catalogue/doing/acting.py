"""Who does what a design says: the design itself, by its name, with the rights that its publisher has at the moment."""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.access.scopes import EVERY, Scope
from chezhan.kernel.errors import Forbidden
from tenants.acting import acting_as, declare_on
from tenants.directory import StoreRef
from tenants.lookup import roles_in

# They write and make records. They neither take any away nor carry anything out of the store.
SCOPE = Scope(
    entities=((EVERY, Right.WRITE),),
    actions=frozenset({Action.CREATE, Action.BULK, Action.ASSIGN, Action.COMMENT}),
)


class PublisherGone(Forbidden):
    """`params`: name, of what was published."""

    code = "publisher_gone"
    message = "Who published this works here no more; somebody else must publish it again."


def acting_for(*, id: UUID, name: str, by: UUID, store: StoreRef) -> Actor:
    """No record is its own: what the publisher `by` sees for owning it, the design does not. Raises PublisherGone."""
    roles = roles_in(store=store, person_id=by)
    if not roles:
        raise PublisherGone(params={"name": name})
    return Actor(
        person_id=id,
        person_name=name,
        language="zh-hans",
        group=store.group,
        store=store,
        roles=roles,
        scope=SCOPE,
    )


@contextmanager
def speaking(*, id: UUID, reason: str, store: StoreRef) -> Iterator[None]:
    """What is written within, in the open transaction, the audit tells as done by the design."""
    with acting_as(id, reason=reason):
        declare_on("default", store=store)
        yield
