"""Access tokens of WeChat and WeCom: asked for once, kept in Valkey for less long than they hold, sealed there too."""

from collections.abc import Callable

from chezhan.kernel.crypto import SealBroken, seal, unseal
from chezhan.kernel.outbound import Answer, NotReached, ReplyLost
from chezhan.kernel.valkey import valkey
from chezhan.modules.messaging.channels.answers import object_of
from chezhan.modules.messaging.refusals import SendRefused
from tenants.directory import StoreRef
from tenants.keys import key_of

PURPOSE = "message_channel.token"
# The provider says two hours.
EARLIER = 300


def token_of(*, key: str, store: StoreRef, fetch: Callable[[], Answer]) -> str:
    """Raises SendRefused, NotReached: no message was sent in any case."""
    name, secret = f"cz2:message-token:{key}", key_of(store)
    kept = valkey().get(name)
    if isinstance(kept, bytes):
        try:
            return unseal(key=secret, purpose=PURPOSE, sealed=kept)
        except SealBroken:
            pass
    try:
        told = object_of(fetch())
    except ReplyLost:
        raise NotReached from None
    token = told.get("access_token")
    if not isinstance(token, str) or not token:
        raise SendRefused(str(told.get("errcode", "")), again=told.get("errcode") == -1)
    holds = int(told.get("expires_in") or 7200)
    valkey().set(name, seal(key=secret, purpose=PURPOSE, text=token), ex=max(60, holds - EARLIER))
    return token


def forget_token(*, key: str) -> None:
    valkey().delete(f"cz2:message-token:{key}")
