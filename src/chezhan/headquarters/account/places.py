"""The asker as an actor at the head of a group or in one of its stores. Call within public_context()."""

from dataclasses import replace

from django.db.models import Q

from chezhan.access import Actor
from chezhan.kernel.errors import NotFound
from tenants.directory import GroupRef, StoreRef
from tenants.models import Group, Membership, Store


def at_head(*, actor: Actor, group: str) -> Actor:
    """The actor with the roles held at the head of the group of slug `group`; perhaps none.

    Raises NotFound alike for a group that is not there and one without any membership.
    """
    found = Group.objects.filter(slug=group, memberships__person_id=actor.person_id).distinct().first()
    if found is None:
        raise NotFound
    roles = Membership.objects.filter(person_id=actor.person_id, group=found, store=None)
    return replace(actor, group=GroupRef.of(found), store=None, roles=frozenset(roles.values_list("role", flat=True)))


def in_store(*, actor: Actor, group: str, store: str) -> Actor:
    """The actor with the roles held in the store and at the head of its group. Raises NotFound as at_head."""
    head = at_head(actor=actor, group=group)
    found = (
        Store.objects.select_related("group")
        .filter(group_id=head.in_group.id, slug=store)
        .exclude(status=Store.Status.CLOSED)
        .first()
    )
    if found is None:
        raise NotFound
    held = Membership.objects.filter(
        Q(store=found) | Q(store=None), person_id=actor.person_id, group_id=head.in_group.id
    )
    roles = frozenset(held.values_list("role", flat=True))
    if not roles:
        raise NotFound
    return replace(head, store=StoreRef.of(found), roles=roles)
