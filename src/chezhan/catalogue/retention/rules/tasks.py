"""Rules that are due in the night are followed. PostgreSQL is the truth: what a worker dies over is found again."""

import datetime as dt

import structlog
from celery import shared_task

from chezhan.catalogue.retention.rules.running import follow
from chezhan.catalogue.retention.rules.waking import KIND
from chezhan.kernel import clock
from tenants.celery import GroupTask
from tenants.work.leasing import leave_work, take_work

log = structlog.get_logger(__name__)
# One look is at work for as long at most; others go on with what it leaves.
AT_WORK, OF_ONE = dt.timedelta(seconds=40), dt.timedelta(seconds=10)
LEASE = dt.timedelta(minutes=10)


@shared_task(base=GroupTask, name="retention.follow")
def follow_rules() -> int:
    """Answers how many rules were looked after."""
    until, done = clock.now() + AT_WORK, 0
    while clock.now() < until:
        taken = take_work(kind=KIND, now=clock.now(), lease=LEASE)
        if taken is None:
            break
        next_at: dt.datetime | None = taken.lease
        try:
            next_at = follow(store=taken.store, rule_id=taken.key, until=min(until, clock.now() + OF_ONE))
        except Exception as error:
            # Its words may be of somebody; the rule is tried again when the lease is over.
            log.warning("retention_rule_not_followed", rule=str(taken.key), error=type(error).__name__)
        leave_work(key=taken.key, lease=taken.lease, due_at=next_at)
        done += 1
    return done
