"""A rule acts in its own name, with the rights that who switched it on has at the moment, and no more than it needs."""

from collections.abc import Iterator
from contextlib import contextmanager

from chezhan.access import Actor
from chezhan.access.rights import Action, Right
from chezhan.access.scopes import EVERY, Scope
from chezhan.catalogue.doing.acting import PublisherGone
from chezhan.catalogue.records.personal.asking import PERMISSION as PERSONAL
from chezhan.catalogue.retention.periods import PERMISSION
from chezhan.catalogue.retention.rules.models import RetentionRule
from tenants.acting import acting_as
from tenants.directory import StoreRef
from tenants.lookup import roles_in

SCOPE = Scope(
    entities=((EVERY, Right.WRITE),),
    actions=frozenset({Action.DELETE}),
    permissions=frozenset({PERMISSION, PERSONAL}),
)


def actor_of(rule: RetentionRule, *, store: StoreRef) -> Actor:
    """Raises PublisherGone when who switched it on works here no more."""
    roles = roles_in(store=store, person_id=rule.confirmed_by) if rule.confirmed_by else frozenset()
    if not roles:
        raise PublisherGone(params={"name": rule.name})
    return Actor(
        person_id=rule.id,
        person_name=rule.name,
        language="zh-hans",
        group=store.group,
        store=store,
        roles=roles,
        scope=SCOPE,
    )


@contextmanager
def speaking(rule: RetentionRule) -> Iterator[None]:
    """Transactions opened within are the rule's doing."""
    with acting_as(rule.id, reason=f"retention:{rule.name}"):
        yield
