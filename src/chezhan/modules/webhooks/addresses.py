"""The addresses of a store: set by who designs it. A secret is shown when it is made, and never again."""

import datetime as dt
from contextlib import suppress
from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction
from django.db.models import PROTECT, Count, ForeignObjectRel, Max, Q

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.kernel import clock
from chezhan.kernel.outbound import NotReached, check
from chezhan.modules.webhooks.keeping import kept
from chezhan.modules.webhooks.models import Webhook, WebhookDelivery
from chezhan.modules.webhooks.refusals import (
    TooManyWebhooks,
    UnknownWebhook,
    WebhookChanged,
    WebhookHeld,
    WebhookNameTaken,
)
from chezhan.modules.webhooks.signing import new_secret

MOST = 50
LATELY = dt.timedelta(days=7)
# For so long the secret before the present one signs too, so that a receiver can change over.
OVERLAP = dt.timedelta(days=1)


def list_webhooks(*, actor: Actor) -> list[dict[str, Any]]:
    """By name, with what became of deliveries lately. Raises Forbidden."""
    require_designer(actor=actor)
    lately = Q(deliveries__at__gte=clock.now() - LATELY)
    failed = Q(deliveries__state=WebhookDelivery.State.FAILED)
    waiting = Q(deliveries__state__in=[WebhookDelivery.State.QUEUED, WebhookDelivery.State.SENDING])
    rows = Webhook.objects.annotate(
        sent=Count("deliveries", filter=lately),
        failed=Count("deliveries", filter=lately & failed),
        waiting=Count("deliveries", filter=waiting),
        last_at=Max("deliveries__sent_at"),
    ).order_by("name")
    return [head(row) for row in rows]


def head(row: Webhook) -> dict[str, Any]:
    names = ("id", "name", "url", "enabled", "old_until", "version", "changed_at")
    lately = {"sent": 0, "failed": 0, "waiting": 0, "last_at": None}
    return {name: getattr(row, name) for name in names} | {one: getattr(row, one, lately[one]) for one in lately}


def get_webhook(*, actor: Actor, webhook_id: UUID, version: int | None = None) -> Webhook:
    """To be changed. Raises Forbidden, UnknownWebhook, WebhookChanged."""
    require_designer(actor=actor, writes=True)
    row = Webhook.objects.select_for_update().filter(id=webhook_id).first()
    if row is None:
        raise UnknownWebhook
    if version is not None and row.version != version:
        raise WebhookChanged(params={"version": row.version})
    return row


def create_webhook(*, actor: Actor, name: str, url: str) -> tuple[Webhook, str]:
    """With its secret, told this once. Raises Forbidden, OutboundRefused, WebhookNameTaken, TooManyWebhooks."""
    require_designer(actor=actor, writes=True)
    if Webhook.objects.count() >= MOST:
        raise TooManyWebhooks(params={"limit": MOST})
    secret = new_secret()
    row = Webhook(secret=kept(column="secret", text=secret), version=0)
    return _save(actor, row, name=name, url=url, enabled=True), secret


def change_webhook(*, actor: Actor, webhook_id: UUID, version: int, name: str, url: str, enabled: bool) -> Webhook:
    """Raises WebhookHeld, and as get_webhook and create_webhook."""
    row = get_webhook(actor=actor, webhook_id=webhook_id, version=version)
    if row.enabled and not enabled:
        _require_free(row)
    return _save(actor, row, name=name, url=url, enabled=enabled)


def rotate_secret(*, actor: Actor, webhook_id: UUID, version: int) -> tuple[Webhook, str]:
    """A new secret; the present one signs beside it for OVERLAP. Raises as get_webhook."""
    row = get_webhook(actor=actor, webhook_id=webhook_id, version=version)
    secret = new_secret()
    row.old_secret, row.old_until = row.secret, clock.now() + OVERLAP
    row.secret = kept(column="secret", text=secret)
    return _save(actor, row, name=row.name, url=row.url, enabled=row.enabled), secret


def delete_webhook(*, actor: Actor, webhook_id: UUID) -> None:
    """With its log; what waits for it is not sent. Raises WebhookHeld, and as get_webhook."""
    row = get_webhook(actor=actor, webhook_id=webhook_id)
    _require_free(row)
    row.delete()


def _require_free(row: Webhook) -> None:
    """What stands on a webhook keeps it; whoever chose it chooses another first. Raises WebhookHeld."""
    for link in Webhook._meta.get_fields(include_hidden=True):
        if not isinstance(link, ForeignObjectRel) or link.on_delete is not PROTECT:
            continue
        if link.related_model._default_manager.filter(**{link.field.name: row}).exists():
            raise WebhookHeld


def _save(actor: Actor, row: Webhook, *, name: str, url: str, enabled: bool) -> Webhook:
    if row.url != url.strip():
        row.url = url.strip()
        # A name that is not known yet is looked at again whenever something is sent.
        with suppress(NotReached):
            check(url=row.url)
    row.name, row.enabled = name.strip(), enabled
    row.version += 1
    row.changed_at, row.changed_by = clock.now(), actor.person_id
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError as error:
        raise WebhookNameTaken(fields={"name": [WebhookNameTaken.message]}) from error
    return row
