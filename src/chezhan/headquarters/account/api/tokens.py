from typing import Literal
from uuid import UUID

from ninja import Router, Schema, Status
from pydantic import Field

from chezhan.access import ActorRequest
from chezhan.access.rights import Action
from chezhan.headquarters.account.queries.tokens import TokenCard, list_own_tokens, list_tokens_of_store
from chezhan.headquarters.account.services.tokens import NewToken, create_token, revoke_token
from chezhan.kernel import clock

router = Router()


class ScopeIn(Schema):
    """`entities`: name of a kind of record, or * for all others, → what the token may do with it at most."""

    entities: dict[str, Literal["read", "write"]] = Field(max_length=100)
    actions: list[Action] = []
    permissions: list[str] = Field([], max_length=50)


class TokenDraft(Schema):
    """`role`: makes a program of its own that holds this role; empty: the token acts as you."""

    name: str
    scope: ScopeIn
    days: int = Field(90, ge=1, le=366)
    role: str = ""


@router.get("tokens", response=list[TokenCard], operation_id="list_own_tokens")
def own(request: ActorRequest):
    return list_own_tokens(actor=request.actor)


@router.get("groups/{group}/stores/{store}/tokens", response=list[TokenCard], operation_id="list_store_tokens")
def of_store(request: ActorRequest, group: str, store: str):
    return list_tokens_of_store(actor=request.actor, group=group, store=store)


@router.post("groups/{group}/stores/{store}/tokens", response={201: NewToken}, operation_id="create_token")
def create(request: ActorRequest, group: str, store: str, body: TokenDraft):
    """The token is told this once; only a hash of it is kept."""
    return Status(201, create_token(actor=request.actor, group=group, store=store, **body.dict(), now=clock.now()))


@router.delete("tokens/{uuid:token_id}", response={204: None}, operation_id="revoke_token")
def revoke(request: ActorRequest, token_id: UUID):
    revoke_token(actor=request.actor, token_id=token_id, now=clock.now())
    return Status(204, None)
