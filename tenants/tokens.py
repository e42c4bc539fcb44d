"""Who a token acts for, and where: from the cache, else in one public transaction."""

import datetime as dt
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from chezhan.kernel.cache import forget, key, recall, remember
from tenants.context import public_context
from tenants.models import AccessToken

PREFIX = "cz_"
SHAPE = re.compile(r"cz_[A-Za-z0-9_-]{43}\Z")


@dataclass(frozen=True, slots=True)
class TokenRef:
    """`scopes` as the token keeps them."""

    id: UUID
    person_id: UUID
    store_slug: str
    scopes: Mapping[str, Any]
    expires_at: dt.datetime | None


def hash_of_token(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()


def find_token(*, secret: str, now: dt.datetime) -> TokenRef | None:
    """None for what is no token, was revoked or has expired. Notes its use, at most once in the cache's lifetime."""
    if not SHAPE.match(secret):
        return None
    hashed = hash_of_token(secret)
    name = key("token", hashed)
    known = recall([name])
    ref = known[name] if known else _read(hashed, now)
    if ref is None or (ref.expires_at and ref.expires_at <= now):
        return None
    if not known:
        remember(name, ref)
    return ref


def forget_token(*, token_hash: str) -> None:
    """Call when the token is revoked."""
    forget(key("token", token_hash))


def _read(hashed: str, now: dt.datetime) -> TokenRef | None:
    with public_context():
        found = AccessToken.objects.select_related("store").filter(token_hash=hashed, revoked_at=None).first()
        if found is None:
            return None
        AccessToken.objects.filter(id=found.id).update(last_used_at=now)
    return TokenRef(
        id=found.id,
        person_id=found.person_id,
        store_slug=found.store.slug,
        scopes=found.scopes,
        expires_at=found.expires_at,
    )
