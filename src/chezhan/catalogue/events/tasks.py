"""Wakes the dispatcher, and clears away what is done with. PostgreSQL is the truth: a lost wake-up costs a second."""

import datetime as dt

from celery import shared_task

from chezhan.catalogue.events.dispatching import dispatch, sweep
from chezhan.catalogue.events.forgetting import forget_taken
from chezhan.kernel import clock
from tenants.celery import GroupTask

AT_WORK = dt.timedelta(seconds=20)


@shared_task(base=GroupTask, name="events.dispatch")
def dispatch_events() -> int:
    return dispatch(until=clock.now() + AT_WORK)


@shared_task(base=GroupTask, name="events.sweep")
def sweep_events() -> int:
    return sweep()


@shared_task(base=GroupTask, name="events.forget")
def forget_events() -> None:
    forget_taken(now=clock.now())
