"""What an invitation offers, to whoever holds its link. Call within public_context()."""

import datetime as dt
import hashlib

from chezhan.headquarters.account.contracts import InvitationCard
from chezhan.headquarters.account.errors import InvitationExpired, InvitationRevoked, InvitationUsed
from chezhan.headquarters.account.queries.roles import label_of
from chezhan.kernel.errors import NotFound
from tenants.models import Invitation


def hash_of(token: str) -> str:
    """Tokens are 32 random bytes: a plain SHA-256 keeps them from whoever reads the table."""
    return hashlib.sha256(token.encode()).hexdigest()


def usable(*, token: str, now: dt.datetime, lock: bool = False) -> Invitation:
    """The invitation of `token`, its row locked on wish.

    Raises NotFound, InvitationUsed, InvitationRevoked, InvitationExpired (410).
    """
    found = Invitation.objects.select_related("group", "store__group", "invited_by").filter(token_hash=hash_of(token))
    if lock:
        found = found.select_for_update(of=("self",))
    invitation = found.first()
    if invitation is None:
        raise NotFound
    if invitation.accepted_at:
        raise InvitationUsed
    if invitation.revoked_at:
        raise InvitationRevoked
    if invitation.expires_at <= now:
        raise InvitationExpired
    return invitation


def read_invitation(*, token: str, now: dt.datetime) -> InvitationCard:
    invitation = usable(token=token, now=now)
    return InvitationCard(
        group_name=invitation.group.name,
        store_name=invitation.store.name if invitation.store else None,
        role=invitation.role,
        email=invitation.email,
        inviter_name=invitation.invited_by.name,
        expires_at=invitation.expires_at,
        role_label=label_of(role=invitation.role, store=invitation.store),
    )
