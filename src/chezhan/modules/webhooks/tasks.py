"""Sends what is due, store by store, and clears away what is old. PostgreSQL is the truth; a wake-up may be lost."""

import datetime as dt

from celery import shared_task
from django.db import transaction

from chezhan.kernel import clock
from chezhan.modules.webhooks.models import WebhookDelivery
from chezhan.modules.webhooks.queueing import KIND
from chezhan.modules.webhooks.sending import State, send_due
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER
from tenants.work.rounds import look_after

KEPT = dt.timedelta(days=90)


@shared_task(base=GroupTask, name="webhooks.send")
def send_webhooks() -> int:
    """Answers how many stores were looked after."""
    return look_after(kind=KIND, do=send_due)


@shared_task(base=GroupTask, name="webhooks.forget")
def forget_deliveries() -> None:
    """Of each store what was sent longer ago than the log keeps."""
    with transaction.atomic(using=OWNER):
        open_ = Store.objects.using(OWNER).exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        stores = [StoreRef.of(store) for store in open_]
    for store in stores:
        with acting_as(None, reason="task:webhooks.forget"), tenant_context(store):
            old = WebhookDelivery.objects.filter(at__lt=clock.now() - KEPT)
            old.exclude(state__in=[State.QUEUED, State.SENDING]).delete()
