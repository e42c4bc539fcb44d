"""Go from store to store where work of a kind is due, with a few hands at most."""

import datetime as dt
from collections.abc import Callable
from typing import Protocol

import structlog
from django.db import connections

from chezhan.kernel import clock
from chezhan.kernel.valkey import valkey
from tenants.directory import StoreRef
from tenants.roles import OWNER
from tenants.work.leasing import leave_work, take_work

log = structlog.get_logger(__name__)
AT_WORK, OF_ONE = dt.timedelta(seconds=20), dt.timedelta(seconds=5)
LEASE = dt.timedelta(minutes=2)
# How many are at work of a kind at most, in a database. Only a throttle: what is done once is so by the rows.
HANDS, HELD = 2, 60


class Doing(Protocol):
    def __call__(self, *, store: StoreRef, until: dt.datetime) -> dt.datetime | None:
        """Do what of the store is due. Answers when there is more; None when nothing is left."""
        ...


def look_after(*, kind: str, do: Doing) -> int:
    """Answers how many stores were looked after."""
    return with_a_hand(kind=kind, work=lambda until: _round(kind, do, until))


def with_a_hand(*, kind: str, work: Callable[[dt.datetime], int]) -> int:
    """What `work` answers, called with the moment at which it is to end; 0 when all hands are at work already."""
    database = connections[OWNER].settings_dict["NAME"]
    names = [f"cz2:{kind}:{database}:hand:{number}" for number in range(HANDS)]
    hand = next((one for one in names if valkey().set(one, "1", nx=True, ex=HELD)), None)
    if hand is None:
        return 0
    try:
        return work(clock.now() + AT_WORK)
    finally:
        valkey().delete(hand)


def _round(kind: str, do: Doing, until: dt.datetime) -> int:
    done = 0
    while clock.now() < until:
        taken = take_work(kind=kind, now=clock.now(), lease=LEASE)
        if taken is None:
            break
        next_at: dt.datetime | None = clock.now() + LEASE
        try:
            next_at = do(store=taken.store, until=min(until, clock.now() + OF_ONE))
        except Exception as error:
            # Its words may be of somebody; the next look tries again, and keeps no other store waiting.
            log.warning("work_not_done", kind=kind, store=str(taken.store.id), error=type(error).__name__)
        leave_work(key=taken.key, lease=taken.lease, due_at=next_at)
        done += 1
    return done
