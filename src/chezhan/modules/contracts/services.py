"""Which signing service the store uses: one of its webhooks."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.kernel import clock
from chezhan.modules.contracts.models import SigningService
from chezhan.modules.contracts.refusals import ServiceChanged
from chezhan.modules.webhooks.models import Webhook
from chezhan.modules.webhooks.refusals import UnknownWebhook
from tenants.links import new_token


def read_service(*, actor: Actor) -> dict[str, Any]:
    """Raises Forbidden."""
    require_designer(actor=actor)
    found = SigningService.objects.first()
    return {
        "version": found.version if found else 0,
        "webhook": found.webhook_id if found else None,
        "answer_to": f"/api/public/contract-signing/{found.token}" if found else "",
        "webhooks": list(Webhook.objects.filter(enabled=True).order_by("name").values("id", "name")),
    }


def choose_service(*, actor: Actor, version: int, webhook_id: UUID | None) -> None:
    """None: none any more. Raises Forbidden, ServiceChanged, UnknownWebhook."""
    require_designer(actor=actor, writes=True)
    # Locked: nobody deletes it meanwhile.
    if webhook_id is not None and not Webhook.objects.select_for_update().filter(id=webhook_id, enabled=True):
        raise UnknownWebhook
    row = SigningService.objects.select_for_update().first()
    if (row.version if row else 0) != version:
        raise ServiceChanged(params={"version": row.version if row else 0})
    row = row or SigningService(token=new_token(actor.in_store), version=0)
    row.webhook_id, row.version = webhook_id, row.version + 1
    row.changed_at, row.changed_by = clock.now(), actor.person_id
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        # Somebody else's was the first.
        raise ServiceChanged(params={"version": 1}) from None
