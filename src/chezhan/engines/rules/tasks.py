"""Rules that are due by the clock are followed. A row that is not moved on is found again by the next look."""

import datetime as dt

import structlog
from celery import shared_task
from django.db import transaction

from chezhan.catalogue.occasions.dates import ByClock, next_time
from chezhan.engines.rules.clockwork import KIND, give_up, strike
from chezhan.engines.rules.models import RuleRun
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.models import Store
from tenants.roles import OWNER
from tenants.work.rounds import with_a_hand
from tenants.work.trying import TakenOver, Try, begin_try, go_on, set_aside, succeeded, try_failed

log = structlog.get_logger(__name__)
KEPT = dt.timedelta(days=180)


@shared_task(base=GroupTask, name="rules.clock")
def follow_the_clock() -> int:
    """Answers how many rules were due. One that fails is tried again after a while, and keeps no other."""
    return with_a_hand(kind=KIND, work=_follow)


def _follow(until: dt.datetime) -> int:
    done = 0
    while clock.now() < until:
        attempt = begin_try(kind=KIND, now=clock.now())
        if attempt is None:
            break
        follow_one(attempt)
        done += 1
    return done


def follow_one(attempt: Try) -> None:
    try:
        if not attempt.is_one_too_many:
            _follow_one(attempt)
        elif attempt.part is None:
            log.warning("rule_set_aside", rule=str(attempt.key), code=attempt.code)
            set_aside(attempt=attempt)
        else:
            give_up(store=attempt.store, run_id=attempt.part, code=attempt.code)
            go_on(attempt=attempt, part=None, number=2)
            _follow_one(attempt)
    except TakenOver:
        # Somebody else is at it by now, or it was published anew.
        log.info("rule_taken_over", rule=str(attempt.key))


def _follow_one(attempt: Try) -> None:
    now = clock.now()
    try:
        rule = strike(store=attempt.store, rule_id=attempt.key, since=attempt.due_at, now=now, attempt=attempt)
        trigger = rule.definition.trigger if rule is not None else None
        succeeded(attempt=attempt, due_at=next_time(trigger, after=now) if isinstance(trigger, ByClock) else None)
    except TakenOver:
        raise
    except Exception as error:
        # Its words may be of somebody.
        code = error.code if isinstance(error, AppError) else type(error).__name__
        log.warning("rule_not_followed", rule=str(attempt.key), code=code)
        try_failed(attempt=attempt, code=code[:80])


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
