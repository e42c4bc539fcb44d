"""A store's accounts with providers, and which one a channel's messages leave by."""

from dataclasses import dataclass
from decimal import Decimal

import orjson
from django.conf import settings

from chezhan.kernel.crypto import seal, unseal
from chezhan.modules.messaging.channels import aliyun, dingtalk, outbox, smtp, tencent, wechat, wecom
from chezhan.modules.messaging.channels.registry import Account, Provider, provider_of
from chezhan.modules.messaging.models import Channel, MessageChannel
from tenants.directory import StoreRef
from tenants.keys import key_of

ALL = (aliyun, dingtalk, outbox, smtp, tencent, wechat, wecom)
SECRETS = "message_channel.secrets"


@dataclass(frozen=True, slots=True)
class Way:
    """`price`: yuan a part; `pace`: messages a second."""

    provider: Provider
    account: Account
    price: Decimal
    pace: int


def way_for(*, store: StoreRef, channel: str) -> Way | None:
    """In the store's transaction; None where the channel is not connected.

    Where nothing leaves the machine (the development outbox), messages of channels that are not connected stay here.
    """
    if channel == Channel.IN_APP:
        return _within(store, channel, "inside")
    row = MessageChannel.objects.filter(channel=channel, enabled=True).first()
    if row is None:
        return _within(store, channel, "outbox") if settings.DEV_OUTBOX else None
    provider = provider_of(channel=channel, name=row.provider)
    return None if provider is None else Way(provider, account_of(row, store=store), row.price, row.pace)


def account_of(row: MessageChannel, *, store: StoreRef) -> Account:
    return Account(row.config, open_secrets(row, store=store), f"{row.id.hex}:{row.version}", store)


def open_secrets(row: MessageChannel, *, store: StoreRef) -> dict[str, str]:
    if row.secrets is None:
        return {}
    found: dict[str, str] = orjson.loads(unseal(key=key_of(store), purpose=SECRETS, sealed=bytes(row.secrets)))
    return found


def sealed_secrets(secrets: dict[str, str], *, store: StoreRef) -> bytes:
    return seal(key=key_of(store), purpose=SECRETS, text=orjson.dumps(secrets).decode())


def _within(store: StoreRef, channel: str, name: str) -> Way | None:
    provider = provider_of(channel=channel, name=name)
    return None if provider is None else Way(provider, Account({}, {}, name, store), Decimal(0), 1_000)
