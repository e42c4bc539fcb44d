"""A rule acts in its own name, with the rights that its publisher has at the moment."""

from contextlib import AbstractContextManager

from chezhan.access import Actor
from chezhan.catalogue.doing.acting import acting_for
from chezhan.catalogue.doing.acting import speaking as speaking_as
from chezhan.engines.rules.published import Published
from tenants.directory import StoreRef


def actor_of(rule: Published, *, store: StoreRef) -> Actor:
    """Raises PublisherGone."""
    return acting_for(id=rule.rule_id, name=rule.name, by=rule.by, store=store)


def speaking(rule: Published, *, store: StoreRef) -> AbstractContextManager[None]:
    return speaking_as(id=rule.rule_id, reason=f"rule:{rule.name}", store=store)
