from uuid import UUID

from ninja import Router, Schema, Status

from chezhan.access import ActorRequest
from chezhan.headquarters.account.contracts import Accepted, InvitationCard, NewInvitation, People, StoreRole
from chezhan.headquarters.account.queries.invitations import read_invitation
from chezhan.headquarters.account.queries.people import read_people
from chezhan.headquarters.account.queries.roles import read_store_roles
from chezhan.headquarters.account.services.invitations import accept_invitation, invite, revoke_invitation
from chezhan.headquarters.account.services.memberships import end_membership, give_role
from chezhan.kernel import clock

router = Router()


class InvitationDraft(Schema):
    """`store`: the slug of a store, or null for the head of the group."""

    store: str | None = None
    role: str
    email: str | None = None
    name: str = ""


class RoleGift(Schema):
    person_id: UUID
    role: str


@router.get("groups/{group}/people", response=People, operation_id="list_people")
def people(request: ActorRequest, group: str):
    return read_people(actor=request.actor, group=group, now=clock.now())


@router.post("groups/{group}/invitations", response={201: NewInvitation}, operation_id="invite")
def ask(request: ActorRequest, group: str, body: InvitationDraft):
    return Status(201, invite(actor=request.actor, group=group, **body.dict(), now=clock.now()))


@router.delete(
    "groups/{group}/invitations/{uuid:invitation_id}", response={204: None}, operation_id="revoke_invitation"
)
def revoke(request: ActorRequest, group: str, invitation_id: UUID):
    revoke_invitation(actor=request.actor, group=group, invitation_id=invitation_id, now=clock.now())
    return Status(204, None)


@router.delete("groups/{group}/memberships/{uuid:membership_id}", response={204: None}, operation_id="end_membership")
def end(request: ActorRequest, group: str, membership_id: UUID):
    end_membership(actor=request.actor, group=group, membership_id=membership_id)
    return Status(204, None)


@router.get("groups/{group}/stores/{store}/roles", response=list[StoreRole], operation_id="list_store_roles")
def store_roles(request: ActorRequest, group: str, store: str):
    """Those that people of the store can be given, its own ones too."""
    return read_store_roles(actor=request.actor, group=group, store=store)


@router.post("groups/{group}/stores/{store}/roles", response={204: None}, operation_id="give_role")
def give(request: ActorRequest, group: str, store: str, body: RoleGift):
    give_role(actor=request.actor, group=group, store=store, person_id=body.person_id, role=body.role)
    return Status(204, None)


@router.get("invitations/{token}", response=InvitationCard, auth=None, operation_id="read_invitation")
def read(request: ActorRequest, token: str):
    """Open to strangers: the link is the key, and they have yet to sign up."""
    return read_invitation(token=token, now=clock.now())


@router.post("invitations/{token}/accept", response=Accepted, operation_id="accept_invitation")
def accept(request: ActorRequest, token: str):
    return accept_invitation(actor=request.actor, token=token, now=clock.now())
