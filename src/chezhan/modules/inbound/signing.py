"""How a post is signed: HMAC-SHA256 of "<unix time>.<body>" under the source's secret, in hex."""

import datetime as dt
import hashlib
import hmac
import secrets
from collections.abc import Sequence

from chezhan.modules.inbound.refusals import PostStale, PostUnsigned

PREFIX, BYTES = "lead_", 24
# How far the sender's clock may be off, and how long a post may take.
WITHIN = dt.timedelta(minutes=5)


def new_secret() -> str:
    return PREFIX + secrets.token_hex(BYTES)


def sign(*, secret: str, timestamp: str, body: bytes) -> str:
    return hmac.new(secret.encode(), timestamp.encode() + b"." + body, hashlib.sha256).hexdigest()


def check_signed(*, secrets_now: Sequence[str], timestamp: str, signature: str, body: bytes, now: dt.datetime) -> None:
    """`secrets_now`: each is taken. Raises PostUnsigned, PostStale."""
    given = signature.strip().lower().removeprefix("sha256=")
    if not given.isascii() or not any(
        hmac.compare_digest(sign(secret=one, timestamp=timestamp, body=body), given) for one in secrets_now
    ):
        raise PostUnsigned
    if not timestamp.isdecimal() or abs(int(timestamp) - now.timestamp()) > WITHIN.total_seconds():
        raise PostStale
