"""Sends what is due, store by store. PostgreSQL is the truth: a lost wake-up costs a second."""

import datetime as dt

import structlog
from celery import shared_task

from chezhan.kernel import clock
from chezhan.kernel.valkey import valkey
from chezhan.modules.messaging.queueing import KIND
from chezhan.modules.messaging.sending import send_due
from tenants.celery import GroupTask
from tenants.work import leave_work, take_work

log = structlog.get_logger(__name__)
AT_WORK, OF_ONE = dt.timedelta(seconds=20), dt.timedelta(seconds=5)
LEASE = dt.timedelta(minutes=2)
# How many senders are at work at most. Only a throttle: what is sent once is so by the rows.
HANDS, HELD = 2, 60
HAND_NAMES = tuple(f"cz2:messages:hand:{number}" for number in range(HANDS))


@shared_task(base=GroupTask, name="messages.send")
def send_messages() -> int:
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
            log.warning("messages_not_sent", store=str(taken.store.id), error=type(error).__name__)
        leave_work(key=taken.key, lease=taken.lease, due_at=next_at)
        done += 1
    return done
