"""Sends what is due, store by store. PostgreSQL is the truth: a lost wake-up costs a second."""

from celery import shared_task

from chezhan.modules.messaging.queueing import KIND
from chezhan.modules.messaging.sending import send_due
from tenants.celery import GroupTask
from tenants.work.rounds import look_after


@shared_task(base=GroupTask, name="messages.send")
def send_messages() -> int:
    """Answers how many stores were looked after."""
    return look_after(kind=KIND, do=send_due)
