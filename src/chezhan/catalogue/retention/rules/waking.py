"""When rules are followed: once a night, by a row of StoreWork in `public`, so that nobody looks into every store."""

import datetime as dt
from uuid import UUID

from chezhan.kernel.clock import SHANGHAI
from tenants.directory import StoreRef
from tenants.work.leasing import announce_work

KIND = "retention_rule"
# By the clock on the wall: the workshop is shut, and backups are done.
NIGHT = dt.time(2, 30)


def wake_at(*, now: dt.datetime) -> dt.datetime:
    """The next night's moment after `now`."""
    local = now.astimezone(SHANGHAI)
    tonight = dt.datetime.combine(local.date(), NIGHT, SHANGHAI)
    found = tonight if tonight > local else dt.datetime.combine(local.date() + dt.timedelta(days=1), NIGHT, SHANGHAI)
    return found.astimezone(dt.UTC)


def wait_for_night(*, store: StoreRef, rule_id: UUID, now: dt.datetime) -> None:
    announce_work(store_id=store.id, kind=KIND, key=rule_id, due_at=wake_at(now=now))
