"""Sends what is due, store by store, and clears away what is old. PostgreSQL is the truth; a wake-up may be lost."""

import datetime as dt

import structlog
from celery import shared_task
from django.db import transaction

from chezhan.kernel import clock
from chezhan.kernel.valkey import valkey
from chezhan.modules.webhooks.models import WebhookDelivery
from chezhan.modules.webhooks.queueing import KIND
from chezhan.modules.webhooks.sending import State, send_due
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER
from tenants.work import leave_work, take_work

log = structlog.get_logger(__name__)
AT_WORK, OF_ONE = dt.timedelta(seconds=20), dt.timedelta(seconds=5)
LEASE = dt.timedelta(minutes=2)
KEPT = dt.timedelta(days=90)
# How many senders are at work at most. Only a throttle.
HANDS, HELD = 2, 60
HAND_NAMES = tuple(f"cz2:webhooks:hand:{number}" for number in range(HANDS))


@shared_task(base=GroupTask, name="webhooks.send")
def send_webhooks() -> int:
    """Answers how many stores were looked after."""
    hand = next((one for one in HAND_NAMES if valkey().set(one, "1", nx=True, ex=HELD)), None)
    if hand is None:
        return 0
    try:
        return _send(until=clock.now() + AT_WORK)
    finally:
        valkey().delete(hand)


def _send(*, until: dt.datetime) -> int:
    done = 0
    while clock.now() < until:
        taken = take_work(kind=KIND, now=clock.now(), lease=LEASE)
        if taken is None:
            break
        next_at: dt.datetime | None = clock.now() + LEASE
        try:
            next_at = send_due(store=taken.store, until=min(until, clock.now() + OF_ONE))
        except Exception as error:
            # Its words may be of somebody; the next look tries again, and keeps no other store waiting.
            log.warning("webhooks_not_sent", store=str(taken.store.id), error=type(error).__name__)
        leave_work(key=taken.key, lease=taken.lease, due_at=next_at)
        done += 1
    return done


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
