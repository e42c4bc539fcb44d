"""Wakes what hands timers on. PostgreSQL is the truth: a lost wake-up costs a second."""

import datetime as dt

from celery import shared_task

from chezhan.catalogue.timers.ringing import follow_stores, put_in_order, ring_due
from chezhan.kernel import clock
from tenants.celery import GroupTask

AT_WORK = dt.timedelta(seconds=20)


@shared_task(base=GroupTask, name="timers.ring")
def ring_timers() -> int:
    return ring_due(until=clock.now() + AT_WORK)


@shared_task(base=GroupTask, name="timers.follow_stores")
def follow_stores_status() -> None:
    follow_stores()


@shared_task(base=GroupTask, name="timers.order")
def order_timers() -> None:
    put_in_order()
