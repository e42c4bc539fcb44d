"""Channels and limits of a store: read and set by who designs it. Secrets are taken in and never told again."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from chezhan.access import Actor, require
from chezhan.kernel import clock
from chezhan.modules.messaging.accounts import open_secrets, sealed_secrets
from chezhan.modules.messaging.channels.registry import Entry, Provider, provider_of, providers
from chezhan.modules.messaging.holding import limits_here
from chezhan.modules.messaging.models import MessageChannel, MessageLimits
from chezhan.modules.messaging.permits import DESIGN
from chezhan.modules.messaging.refusals import BadChannel, ChannelChanged, LimitsChanged
from tenants.links import new_token

LONGEST = 500


def list_channels(*, actor: Actor) -> list[MessageChannel]:
    require(actor=actor, permission=DESIGN)
    return list(MessageChannel.objects.order_by("channel"))


def list_providers(*, actor: Actor) -> list[Provider]:
    require(actor=actor, permission=DESIGN)
    return [one for one in providers() if one.channel != "in_app"]


def secrets_set(*, actor: Actor, row: MessageChannel) -> list[str]:
    """Which secrets there are, and nothing of them."""
    return sorted(name for name, value in open_secrets(row, store=actor.in_store).items() if value)


def set_channel(
    *, actor: Actor, channel: str, version: int, provider: str, values: Mapping[str, Any], price: Decimal, pace: int,
    enabled: bool,
) -> MessageChannel:  # fmt: skip
    """`version`: 0 for a channel that is not connected yet. `values`: entries of the provider; a secret that is left
    out stays as it is, unless the provider is another. Raises Forbidden, BadChannel, ChannelChanged.
    """
    require(actor=actor, permission=DESIGN)
    kind = provider_of(channel=channel, name=provider)
    if kind is None or channel == "in_app":
        raise BadChannel(params={"field": "provider"})
    row = MessageChannel.objects.select_for_update().filter(channel=channel).first()
    if (row.version if row else 0) != version:
        raise ChannelChanged
    store = actor.in_store
    known = open_secrets(row, store=store) if row is not None and row.provider == provider else {}
    kept = {entry.name: str(values.get(entry.name) or known.get(entry.name, "")) for entry in _secret(kind)}
    config = {entry.name: _told(entry, values.get(entry.name)) for entry in kind.entries if entry.kind != "secret"}
    for entry in kind.entries:
        if entry.required and not (kept.get(entry.name) or config.get(entry.name)):
            raise BadChannel(params={"field": entry.name})
    row = row or MessageChannel(channel=channel, receipts=new_token(store), version=0)
    row.provider, row.config, row.price, row.pace, row.enabled = provider, config, price, pace, enabled
    row.secrets = sealed_secrets(kept, store=store)
    row.version += 1
    row.changed_at, row.changed_by = clock.now(), actor.person_id
    row.save()
    return row


def read_limits(*, actor: Actor) -> MessageLimits:
    require(actor=actor, permission=DESIGN)
    return limits_here()


def set_limits(*, actor: Actor, version: int, values: Mapping[str, Any]) -> MessageLimits:
    """Raises Forbidden, LimitsChanged."""
    require(actor=actor, permission=DESIGN)
    MessageLimits.objects.bulk_create([MessageLimits()], ignore_conflicts=True)
    row = MessageLimits.objects.select_for_update().get()
    if row.version != version:
        raise LimitsChanged
    for name, value in values.items():
        setattr(row, name, value)
    row.version += 1
    row.changed_at, row.changed_by = clock.now(), actor.person_id
    row.save()
    return row


def _secret(kind: Provider) -> list[Entry]:
    return [entry for entry in kind.entries if entry.kind == "secret"]


def _told(entry: Entry, value: Any) -> str:
    """Raises BadChannel."""
    text = str(value if value is not None else "").strip() or entry.default
    good = len(text) <= LONGEST and text.isprintable()
    if entry.kind == "number":
        good = good and (not text or (text.isascii() and text.isdigit() and len(text) <= 12))
    if entry.kind == "choice":
        good = good and text in entry.options
    if not good:
        raise BadChannel(params={"field": entry.name})
    return text
