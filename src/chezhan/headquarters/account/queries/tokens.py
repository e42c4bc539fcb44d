"""Which tokens there are. Call within public_context()."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from chezhan.access import Actor, allowed
from chezhan.headquarters.account.places import in_store
from tenants.models import AccessToken


@dataclass(frozen=True, slots=True)
class TokenCard:
    """`tail`: its last four characters. `service`: whether it acts as a program, else as the person who made it."""

    id: UUID
    name: str
    tail: str
    store: str
    person_name: str
    service: bool
    own: bool
    scope: dict[str, Any]
    created_at: dt.datetime
    expires_at: dt.datetime | None
    last_used_at: dt.datetime | None


def list_own_tokens(*, actor: Actor) -> list[TokenCard]:
    return _cards(actor, Q(made_by=actor.person_id))


def list_tokens_of_store(*, actor: Actor, group: str, store: str) -> list[TokenCard]:
    """All of the store for who may remove people from it, else one's own. Raises NotFound."""
    place = in_store(actor=actor, group=group, store=store)
    here = Q(store_id=place.in_store.id)
    if not allowed(actor=place, permission="people.remove"):
        here &= Q(made_by=actor.person_id)
    return _cards(actor, here)


def _cards(actor: Actor, which: Q) -> list[TokenCard]:
    found = AccessToken.objects.filter(which, revoked_at=None).select_related("person", "store").order_by("-id")
    return [
        TokenCard(
            id=one.id,
            name=one.name,
            tail=one.tail,
            store=one.store.slug,
            person_name=str(one.person),
            service=one.person.is_service,
            own=actor.person_id in (one.person_id, one.made_by),
            scope=one.scopes,
            created_at=one.created_at,
            expires_at=one.expires_at,
            last_used_at=one.last_used_at,
        )
        for one in found
    ]
