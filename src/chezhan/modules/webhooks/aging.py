"""What was sent longer ago than the store keeps it: the deliveries go, with what they said and what was answered."""

import datetime as dt

from chezhan.catalogue.retention.registry import kept_for
from chezhan.modules.webhooks.models import WebhookDelivery
from tenants.context import tenant_context
from tenants.directory import StoreRef

BATCH = 5_000
OPEN = (WebhookDelivery.State.QUEUED, WebhookDelivery.State.SENDING)


@kept_for("webhook_deliveries", unit="days", least=7, most=365, usual=90)
def forget_deliveries(*, store: StoreRef, before: dt.datetime) -> int:
    done = 0
    while True:
        with tenant_context(store):
            old = WebhookDelivery.objects.filter(at__lt=before).exclude(state__in=OPEN).order_by("at")
            ids = list(old.values_list("id", flat=True)[:BATCH])
            WebhookDelivery.objects.filter(id__in=ids).exclude(state__in=OPEN).delete()
        done += len(ids)
        if len(ids) < BATCH:
            return done
