"""What a link for strangers ends with. It names the store, so that no table of all stores is asked by strangers."""

import base64
import secrets
from uuid import UUID

from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.models import Store

SECRET_BYTES, TOKEN = 15, 42


def new_token(store: StoreRef) -> str:
    """42 signs: the store, and what nobody guesses."""
    return base64.urlsafe_b64encode(store.id.bytes + secrets.token_bytes(SECRET_BYTES)).decode().rstrip("=")


def store_of(token: str) -> StoreRef | None:
    """The open store that the token names; None for what is no token."""
    if len(token) != TOKEN:
        return None
    try:
        store_id = UUID(bytes=base64.urlsafe_b64decode(token + "==")[:16])
    except ValueError:
        return None
    with public_context():
        found = Store.objects.select_related("group").filter(id=store_id, status=Store.Status.ACTIVE).first()
        return None if found is None else StoreRef.of(found)
