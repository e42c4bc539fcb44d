"""Invite by link, withdraw, accept. Call within public_context()."""

import datetime as dt
import secrets
from uuid import UUID

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import IntegrityError, transaction

from chezhan.access import Actor, require
from chezhan.access.roles import BY_KEY
from chezhan.catalogue.policies.roles import hold_role
from chezhan.headquarters.account.contracts import Accepted, NewInvitation
from chezhan.headquarters.account.delivery import mail
from chezhan.headquarters.account.delivery.letters import compose
from chezhan.headquarters.account.errors import (
    AlreadyMember,
    BadEmail,
    InvitationRevoked,
    InvitationUsed,
    RoleNotHere,
    TooManyInvitations,
    UnknownRole,
)
from chezhan.headquarters.account.places import at_head, in_store
from chezhan.headquarters.account.queries.invitations import hash_of, usable
from chezhan.headquarters.account.role_names import role_name
from chezhan.kernel.errors import NotFound
from tenants.directory import StoreRef
from tenants.errors import StoreNotOpen
from tenants.lookup import forget_roles
from tenants.models import Invitation, Membership, Store
from tenants.naming import clean_name

LIFE = dt.timedelta(days=7)
OPEN_AT_ONCE = 500


def invite(
    *, actor: Actor, group: str, store: str | None, role: str, email: str | None, name: str, now: dt.datetime
) -> NewInvitation:
    """A link, good once and for 7 days, to `role` in the store of slug `store` or (None) at the head of the group.

    With an `email` it is mailed after the commit. Raises NotFound, Forbidden, UnknownRole, RoleNotHere, BadEmail,
    BadName, TooManyInvitations.
    """
    place = in_store(actor=actor, group=group, store=store) if store else at_head(actor=actor, group=group)
    require(actor=place, permission="people.invite")
    check_role(place, role)
    address = _clean_email(email)
    opened = Invitation.objects.filter(
        group_id=place.in_group.id, accepted_at=None, revoked_at=None, expires_at__gt=now
    )
    if opened.count() >= OPEN_AT_ONCE:
        raise TooManyInvitations(params={"limit": OPEN_AT_ONCE})
    token = secrets.token_urlsafe(32)
    invitation = Invitation.objects.create(
        token_hash=hash_of(token),
        group_id=place.in_group.id,
        store_id=place.store.id if place.store else None,
        role=role,
        email=address,
        name=clean_name(name) if name.strip() else "",
        invited_by_id=actor.person_id,
        expires_at=now + LIFE,
    )
    link = f"{settings.PUBLIC_URL}/invite/{token}"
    if address:
        _mail(place, to=address, role=role, link=link)
    return NewInvitation(id=invitation.id, link=link, expires_at=invitation.expires_at)


def revoke_invitation(*, actor: Actor, group: str, invitation_id: UUID, now: dt.datetime) -> None:
    """Make the link useless. Raises NotFound, Forbidden, InvitationUsed, InvitationRevoked."""
    head = at_head(actor=actor, group=group)
    invitation = (
        Invitation.objects.select_related("store")
        .select_for_update(of=("self",))
        .filter(id=invitation_id, group_id=head.in_group.id)
        .first()
    )
    if invitation is None:
        raise NotFound
    store = invitation.store
    place = in_store(actor=actor, group=group, store=store.slug) if store else head
    require(actor=place, permission="people.invite")
    if invitation.accepted_at:
        raise InvitationUsed
    if invitation.revoked_at:
        raise InvitationRevoked
    invitation.revoked_at = now
    invitation.save(update_fields=["revoked_at"])


def accept_invitation(*, actor: Actor, token: str, now: dt.datetime) -> Accepted:
    """Make the actor a member. Of two at once one wins and the other gets InvitationUsed (410).

    Raises AlreadyMember (409) and leaves the invitation open when the actor holds this role there already.
    """
    invitation = usable(token=token, now=now, lock=True)
    store = invitation.store
    if store and store.status == Store.Status.CLOSED:
        raise StoreNotOpen(params={"store": store.name})
    if store and invitation.role not in BY_KEY and not hold_role(store=StoreRef.of(store), key=invitation.role):
        raise InvitationRevoked
    try:
        with transaction.atomic():
            Membership.objects.create(
                person_id=actor.person_id, group=invitation.group, store=store, role=invitation.role
            )
    except IntegrityError as error:
        if "membership_in_" in str(error):
            raise AlreadyMember from error
        raise
    invitation.accepted_at, invitation.accepted_by_id = now, actor.person_id
    invitation.save(update_fields=["accepted_at", "accepted_by"])
    forget_roles(person_id=actor.person_id, group_id=invitation.group_id)
    return Accepted(group_slug=invitation.group.slug, store_slug=store.slug if store else None)


def check_role(place: Actor, key: str) -> None:
    """Raises UnknownRole, and RoleNotHere for one that can't be held there. A store's own stays until the end of the
    transaction."""
    role = BY_KEY.get(key)
    if role is None and place.store is not None and hold_role(store=place.store, key=key):
        return
    if role is None:
        raise UnknownRole(fields={"role": [UnknownRole.message]})
    fits = role.level == "group" if place.store is None else role.level == "store" and place.store.pack in role.packs
    if not fits:
        raise RoleNotHere(params={"role": key}, fields={"role": [RoleNotHere.message]})


def _clean_email(email: str | None) -> str | None:
    address = (email or "").strip().lower()
    if not address:
        return None
    try:
        validate_email(address)
    except ValidationError as error:
        raise BadEmail(fields={"email": [BadEmail.message]}) from error
    return address


def _mail(place: Actor, *, to: str, role: str, link: str) -> None:
    letter = compose(
        "invitation",
        language=place.language,
        inviter=place.person_name,
        place=place.in_store.name if place.store else place.in_group.name,
        role=role_name(key=role, language=place.language, store=place.store),
        link=link,
    )
    mail.post(to=to, subject=letter.subject, body=letter.body)
