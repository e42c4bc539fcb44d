"""Give somebody one more role; end a membership: somebody is removed, or leaves. Call within public_context()."""

from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.headquarters.account.errors import AlreadyMember, LastOwner, StillResponsible
from chezhan.headquarters.account.places import at_head, in_store
from chezhan.headquarters.account.queries.responsibility import first_still_responsible
from chezhan.headquarters.account.services.groups import OWNER_ROLE
from chezhan.headquarters.account.services.invitations import check_role
from chezhan.kernel.errors import NotFound
from tenants.directory import StoreRef
from tenants.lookup import forget_roles
from tenants.models import Group, Membership, Store


def end_membership(*, actor: Actor, group: str, membership_id: UUID) -> None:
    """The person is out at the next click. One's own needs no right.

    Raises NotFound, Forbidden, LastOwner, StillResponsible (409): nobody leaves a store with what is theirs there.
    """
    head = at_head(actor=actor, group=group)
    # Two owners who remove each other at once take turns here.
    Group.objects.select_for_update().get(id=head.in_group.id)
    membership = Membership.objects.select_related("store").filter(id=membership_id, group_id=head.in_group.id).first()
    if membership is None:
        raise NotFound
    if membership.person_id != actor.person_id:
        store = membership.store
        place = in_store(actor=actor, group=group, store=store.slug) if store else head
        require(actor=place, permission="people.remove")
    if membership.store is None and membership.role == OWNER_ROLE and _owners(head.in_group.id) == 1:
        raise LastOwner
    if found := first_still_responsible(stores=_left_by(membership), person_id=membership.person_id):
        left, number = found
        raise StillResponsible(params={"store": left.name, "number": number})
    membership.delete()
    forget_roles(person_id=membership.person_id, group_id=head.in_group.id)


def give_role(*, actor: Actor, group: str, store: str, person_id: UUID, role: str) -> None:
    """One more role for somebody who works in the store already; roles add up.

    Raises NotFound (also for who does not work there), Forbidden, UnknownRole, RoleNotHere, AlreadyMember (409).
    """
    here = in_store(actor=actor, group=group, store=store)
    require(actor=here, permission="people.invite")
    held = Membership.objects.filter(person_id=person_id, store_id=here.in_store.id)
    if not held.exists():
        raise NotFound
    check_role(here, role)
    if held.filter(role=role).exists():
        raise AlreadyMember
    try:
        with transaction.atomic():
            Membership.objects.create(
                person_id=person_id, group_id=here.in_group.id, store_id=here.in_store.id, role=role
            )
    except IntegrityError as error:
        raise AlreadyMember from error
    forget_roles(person_id=person_id, group_id=here.in_group.id)


def _left_by(membership: Membership) -> list[StoreRef]:
    """The stores that the person may enter by this membership alone."""
    others = Membership.objects.filter(person_id=membership.person_id, group_id=membership.group_id)
    others = others.exclude(id=membership.id)
    if others.filter(store=None).exists():
        return []
    stores = Store.objects.filter(group_id=membership.group_id).exclude(status=Store.Status.CLOSED)
    if membership.store_id is not None:
        stores = stores.filter(id=membership.store_id)
    left = stores.exclude(id__in=others.values("store_id")).select_related("group").order_by("id")
    return [StoreRef.of(store) for store in left]


def _owners(group_id: UUID) -> int:
    owners = Membership.objects.filter(group_id=group_id, store=None, role=OWNER_ROLE, person__is_active=True)
    return owners.count()
