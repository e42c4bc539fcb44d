from typing import Literal

from ninja import Router, Schema

from chezhan.access import ActorRequest
from chezhan.access.roles import ROLES
from chezhan.headquarters.account.contracts import Me, RoleCard
from chezhan.headquarters.account.queries.me import read_me
from chezhan.headquarters.account.services.me import change_me

router = Router()


class MeChange(Schema):
    name: str | None = None
    language: str | None = None
    tour_seen: Literal["store", "hq"] | None = None


@router.get("me", response=Me, operation_id="read_me")
def me(request: ActorRequest):
    return read_me(actor=request.actor)


@router.patch("me", response=Me, operation_id="change_me")
def change(request: ActorRequest, body: MeChange):
    return change_me(actor=request.actor, name=body.name, language=body.language, tour_seen=body.tour_seen)


@router.get("roles", response=list[RoleCard], operation_id="list_roles")
def roles(request: ActorRequest):
    return [RoleCard(key=role.key, level=role.level, packs=sorted(role.packs)) for role in ROLES]
