"""Rules that are due by the clock are followed. A row that is not moved on is found again by the next look."""

import datetime as dt

import structlog
from celery import shared_task
from django.db import transaction

from chezhan.catalogue.occasions.dates import ByClock, next_time
from chezhan.engines.rules.clockwork import KIND, strike
from chezhan.engines.rules.models import RuleRun
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.models import Store, StoreWork
from tenants.roles import OWNER

log = structlog.get_logger(__name__)
KEPT = dt.timedelta(days=180)


@shared_task(base=GroupTask, name="rules.clock")
def follow_the_clock() -> int:
    """Answers how many rules were due. One that fails is tried again with the next look, and keeps no other."""
    with transaction.atomic(using=OWNER):
        due = StoreWork.objects.using(OWNER).filter(
            kind=KIND, due_at__lte=clock.now(), store__status=Store.Status.ACTIVE
        )
        rows = list(due.select_related("store__group").order_by("due_at")[:200])
    for row in rows:
        try:
            follow_one(row)
        except Exception as error:
            # Its words may be of somebody.
            log.warning("rule_not_followed", rule=str(row.key), error=type(error).__name__)
    return len(rows)


def follow_one(row: StoreWork) -> None:
    now = clock.now()
    rule = strike(store=StoreRef.of(row.store), rule_id=row.key, since=row.due_at, now=now)
    # Unless it was set anew meanwhile, by who published the rule.
    with transaction.atomic(using=OWNER):
        mine = StoreWork.objects.using(OWNER).filter(key=row.key, due_at=row.due_at)
        trigger = rule.definition.trigger if rule is not None else None
        if isinstance(trigger, ByClock):
            mine.update(due_at=next_time(trigger, after=now))
        else:
            mine.delete()


@shared_task(base=GroupTask, name="rules.forget")
def forget_runs() -> None:
    """Of each store what was done longer ago than the log keeps."""
    with transaction.atomic(using=OWNER):
        open_ = Store.objects.using(OWNER).exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        stores = [StoreRef.of(store) for store in open_]
    for store in stores:
        with acting_as(None, reason="task:rules.forget"), tenant_context(store):
            old = RuleRun.objects.filter(at__lt=clock.now() - KEPT).exclude(outcome=RuleRun.Outcome.WAITING)
            old.delete()
