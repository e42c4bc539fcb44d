"""Forget which events were taken, once none of them can come again; and dead letters that nobody wanted back."""

import datetime as dt

from django.db import transaction
from django.db.models import Min

from chezhan.catalogue.events.attempting import forget_here
from chezhan.catalogue.events.models import TakenEvent
from chezhan.kernel.models import OutboxEvent, OutboxInterest, OutboxWaiting
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER

KEPT = dt.timedelta(days=7)
DEAD_KEPT = dt.timedelta(days=90)


def forget_taken(*, now: dt.datetime) -> None:
    with transaction.atomic(using=OWNER):
        OutboxWaiting.objects.using(OWNER).filter(dead_at__lt=now - DEAD_KEPT).delete()
        interested = OutboxInterest.objects.using(OWNER).values("store_id")
        stores = Store.objects.using(OWNER).filter(id__in=interested).exclude(status=Store.Status.CLOSED)
        found = [StoreRef.of(store) for store in stores.select_related("group")]
    for store in found:
        # Read first: an event that is still there is not older than what it says.
        before = min(now - KEPT, _oldest(store) or now)
        with tenant_context(store):
            TakenEvent.objects.filter(at__lt=before).delete()
            forget_here(now=now)


def _oldest(store: StoreRef) -> dt.datetime | None:
    with transaction.atomic(using=OWNER):
        ends = [
            rows.using(OWNER).filter(store_id=store.id).aggregate(at=Min("at"))["at"]
            for rows in (OutboxEvent.objects, OutboxWaiting.objects)
        ]
    return min((one for one in ends if one), default=None)
