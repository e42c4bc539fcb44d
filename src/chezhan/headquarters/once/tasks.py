"""Every hour: answers that are older than a day are forgotten."""

from celery import shared_task

from chezhan.headquarters.once.services import forget_old
from chezhan.kernel import clock
from tenants.celery import PublicTask


@shared_task(base=PublicTask, name="group_requests.forget")
def forget_group_answers() -> None:
    forget_old(now=clock.now())
