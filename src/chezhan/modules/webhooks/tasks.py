"""Sends what is due, store by store. PostgreSQL is the truth; a wake-up may be lost."""

from celery import shared_task

from chezhan.modules.webhooks.queueing import KIND
from chezhan.modules.webhooks.sending import send_due
from tenants.celery import GroupTask
from tenants.work.rounds import look_after


@shared_task(base=GroupTask, name="webhooks.send")
def send_webhooks() -> int:
    """Answers how many stores were looked after."""
    return look_after(kind=KIND, do=send_due)
