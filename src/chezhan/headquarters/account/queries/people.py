"""Who belongs to a group, and who was asked to. Call within public_context()."""

import datetime as dt
from dataclasses import replace
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor, allowed
from chezhan.headquarters.account.contracts import Member, MemberPlace, OpenInvitation, People, PersonCard
from chezhan.headquarters.account.places import at_head
from chezhan.headquarters.account.queries.roles import label_of
from chezhan.kernel.errors import Forbidden
from tenants.models import Invitation, Membership, Store


def _place(store: Store | None) -> MemberPlace | None:
    return MemberPlace(slug=store.slug, name=store.name) if store else None


def read_people(*, actor: Actor, group: str, now: dt.datetime) -> People:
    """All of the group for whoever holds `people.read` at its head, else the people of the asker's own stores.

    Raises NotFound, Forbidden.
    """
    head = at_head(actor=actor, group=group)
    seen = Q()
    if not allowed(actor=head, permission="people.read"):
        own = _stores_with(head, permission="people.read")
        if not own:
            raise Forbidden(params={"permission": "people.read"})
        seen = Q(store_id__in=own)
    removable = _stores_with(head, permission="people.remove")
    everywhere = allowed(actor=head, permission="people.remove")
    members = Membership.objects.filter(seen, group_id=head.in_group.id).select_related("person", "store__group")
    invitations = Invitation.objects.filter(
        seen, group_id=head.in_group.id, accepted_at=None, revoked_at=None, expires_at__gt=now
    ).select_related("invited_by", "store__group")
    return People(
        members=[
            Member(
                membership_id=member.id,
                person=PersonCard(
                    id=member.person_id,
                    name=member.person.name,
                    email=member.person.email,
                    phone=member.person.phone,
                ),
                store=_place(member.store),
                role=member.role,
                since=member.created_at,
                removable=everywhere or member.store_id in removable or member.person_id == actor.person_id,
                role_label=label_of(role=member.role, store=member.store),
            )
            for member in members.order_by("store__name", "created_at")
        ],
        invitations=[
            OpenInvitation(
                id=invitation.id,
                email=invitation.email,
                name=invitation.name,
                store=_place(invitation.store),
                role=invitation.role,
                inviter_name=str(invitation.invited_by),
                created_at=invitation.created_at,
                expires_at=invitation.expires_at,
                role_label=label_of(role=invitation.role, store=invitation.store),
            )
            for invitation in invitations.order_by("-created_at")
        ],
    )


def _stores_with(head: Actor, *, permission: str) -> set[UUID]:
    """The stores in which the asker's own roles there grant `permission`."""
    held = Membership.objects.filter(
        person_id=head.person_id, group_id=head.in_group.id, store__isnull=False
    ).values_list("store_id", "role")
    roles: dict[UUID, set[str]] = {}
    for store_id, role in held:
        roles.setdefault(store_id, set()).add(role)
    return {
        store_id
        for store_id, names in roles.items()
        if allowed(actor=replace(head, roles=frozenset(names)), permission=permission)
    }
