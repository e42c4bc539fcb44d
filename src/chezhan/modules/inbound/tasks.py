"""Enters what came, store by store. PostgreSQL is the truth; a wake-up may be lost."""

from celery import shared_task

from chezhan.modules.inbound.entering import enter_due
from chezhan.modules.inbound.taking import KIND
from tenants.celery import GroupTask
from tenants.work.rounds import look_after


@shared_task(base=GroupTask, name="lead_posts.enter")
def enter_lead_posts() -> int:
    """Answers how many stores were looked after."""
    return look_after(kind=KIND, do=enter_due)
