"""Who does what a rule says: the rule itself, by its name, with the rights that its publisher has at the moment."""

from collections.abc import Iterator
from contextlib import contextmanager

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.access.scopes import EVERY, Scope
from chezhan.engines.rules.published import Published
from chezhan.engines.rules.refusals import PublisherGone
from tenants.acting import acting_as, declare_on
from tenants.directory import StoreRef
from tenants.lookup import roles_in

# Rules write and make records. They neither take any away nor carry anything out of the store.
SCOPE = Scope(
    entities=((EVERY, Right.WRITE),),
    actions=frozenset({Action.CREATE, Action.BULK, Action.ASSIGN, Action.COMMENT}),
)


def actor_of(rule: Published, *, store: StoreRef) -> Actor:
    """No record is its own: what a publisher sees for owning it, the rule does not. Raises PublisherGone."""
    roles = roles_in(store=store, person_id=rule.by)
    if not roles:
        raise PublisherGone(params={"rule": rule.name})
    return Actor(
        person_id=rule.rule_id,
        person_name=rule.name,
        language="zh-hans",
        group=store.group,
        store=store,
        roles=roles,
        scope=SCOPE,
    )


@contextmanager
def speaking(rule: Published, *, store: StoreRef) -> Iterator[None]:
    """What is written within, in the open transaction, the audit tells as done by the rule."""
    with acting_as(rule.rule_id, reason=f"rule:{rule.name}"):
        declare_on("default", store=store)
        yield
