"""What the log of webhooks holds of a person: told with their data, and emptied with them."""

from typing import Any
from uuid import UUID

from django.db import connections

from chezhan.access import Actor
from chezhan.catalogue.records.personal.places import place, tells
from chezhan.catalogue.records.personal.reach import Reach
from chezhan.modules.webhooks.models import WebhookDelivery
from tenants.directory import StoreRef
from tenants.roles import OWNER

SHOWN = 2_000
EMPTY = """
UPDATE webhook_delivery SET body = NULL, answer = NULL,
  code = CASE WHEN state = 'queued' THEN 'webhook_erased' ELSE code END,
  state = CASE WHEN state = 'queued' THEN 'failed' ELSE state END
WHERE (record_id = ANY(%(ids)s) OR linked ?| %(texts)s) AND (body IS NOT NULL OR answer IS NOT NULL)
"""


@place("webhooks")
def empty_deliveries(store: StoreRef, reach: Reach) -> int:
    """In the owner's transaction. Answers how many held something."""
    ids = list(reach.ids())
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": ids, "texts": [str(one) for one in ids]})
        return int(cursor.rowcount)


@tells("webhooks")
def deliveries_of(actor: Actor, record_ids: list[UUID]) -> list[dict[str, Any]]:
    """To whom the person's data went: the latest SHOWN."""
    rows = WebhookDelivery.objects.filter(record_id__in=record_ids, state=WebhookDelivery.State.DELIVERED)
    found = rows.select_related("webhook").order_by("-at", "-id")[:SHOWN]
    return [
        {"at": one.at.isoformat(), "to": one.webhook.name, "type": one.type, "fields": ", ".join(one.paths)}
        for one in found
    ]
