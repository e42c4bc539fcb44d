"""Standard Webhooks: secrets, and what a body is signed with. https://www.standardwebhooks.com"""

import base64
import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Sequence
from uuid import UUID

PREFIX, BYTES = "whsec_", 32


def new_secret() -> str:
    return PREFIX + base64.b64encode(secrets.token_bytes(BYTES)).decode()


def message_id(delivery_id: UUID) -> str:
    """The same however often it is sent: by it the receiver passes over what came already."""
    return f"msg_{delivery_id.hex}"


def signed_headers(*, delivery_id: UUID, body: bytes, secrets_now: Sequence[str], now: dt.datetime) -> dict[str, str]:
    """`secrets_now`: each signs; the receiver takes the one that it knows."""
    at = str(int(now.timestamp()))
    told = b".".join((message_id(delivery_id).encode(), at.encode(), body))
    signs = [f"v1,{_sign(secret, told)}" for secret in secrets_now]
    return {
        "webhook-id": message_id(delivery_id),
        "webhook-timestamp": at,
        "webhook-signature": " ".join(signs),
        "Content-Type": "application/json",
    }


def _sign(secret: str, told: bytes) -> str:
    key = base64.b64decode(secret.removeprefix(PREFIX))
    return base64.b64encode(hmac.new(key, told, hashlib.sha256).digest()).decode()
