"""Which signing service the store uses: one of its webhooks."""

from typing import Any
from uuid import UUID

from django.db import IntegrityError, transaction

from chezhan.access import Actor
from chezhan.catalogue.definitions.versioned import require_designer
from chezhan.kernel import clock
from chezhan.modules.contracts import asking
from chezhan.modules.contracts.models import Contract, SigningService
from chezhan.modules.contracts.refusals import ContractsWait, ServiceChanged
from chezhan.modules.webhooks.models import Webhook
from chezhan.modules.webhooks.refusals import UnknownWebhook
from tenants.links import new_token

SHOWN = 5


def read_service(*, actor: Actor) -> dict[str, Any]:
    """Raises Forbidden."""
    require_designer(actor=actor)
    found = SigningService.objects.first()
    waits = Contract.objects.filter(status=Contract.Status.ASKED)
    return {
        "version": found.version if found else 0,
        "webhook": found.webhook_id if found else None,
        "answer_to": f"/api/public/contract-signing/{found.token}" if found else "",
        "waiting": waits.count(),
        "first_waiting": list(waits.order_by("number").values("id", "number")[:SHOWN]),
        "webhooks": list(Webhook.objects.filter(enabled=True).order_by("name").values("id", "name")),
    }


def choose_service(*, actor: Actor, version: int, webhook_id: UUID | None, waiting: int = 0) -> None:
    """None: none any more. `waiting`: how many contracts the chooser knows to be taken back by it.

    Raises Forbidden, ServiceChanged, ContractsWait, UnknownWebhook.
    """
    require_designer(actor=actor, writes=True)
    # Contracts before the service, as whoever sends one to it holds them.
    contracts = asking.waiting()
    # Locked: nobody deletes it meanwhile.
    if webhook_id is not None and not Webhook.objects.select_for_update().filter(id=webhook_id, enabled=True):
        raise UnknownWebhook
    row = SigningService.objects.select_for_update().first()
    if (row.version if row else 0) != version:
        raise ServiceChanged(params={"version": row.version if row else 0})
    if row is not None and row.webhook_id == webhook_id:
        return
    # One that was sent before the service was locked is not among those locked above.
    count = Contract.objects.filter(status=Contract.Status.ASKED).count()
    if not count == waiting == len(contracts):
        raise ContractsWait(params={"count": count})
    row = row or SigningService(token=new_token(actor.in_store), version=0)
    row.webhook_id, row.version = webhook_id, row.version + 1
    row.changed_at, row.changed_by = clock.now(), actor.person_id
    try:
        with transaction.atomic():
            row.save()
    except IntegrityError:
        # Somebody else's was the first.
        raise ServiceChanged(params={"version": 1}) from None
    asking.end_waiting(actor=actor, drafts=contracts)
