"""Work of which every try is told beforehand, so that what ends its process is known for it.

A try is counted, and `worker_lost` put down as how it ended, in a transaction before it; what it is at is told before
each part. Whoever lives to tell takes that back. What is still there once the lease is over is of a process that ended.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.db.models import Count, Q

from chezhan.kernel import clock
from tenants.directory import StoreRef
from tenants.models import Store, StoreWork
from tenants.roles import OWNER

# What became of a try that nobody lived to tell of.
LOST = "worker_lost"
# How long after each failed try the next one comes; after the last it is given up.
WAITS = tuple(dt.timedelta(seconds=seconds) for seconds in (5, 30, 120, 600, 1_800, 7_200, 21_600))
LEASE = dt.timedelta(minutes=2)


class TakenOver(Exception):
    """Somebody else is at it, or it was set anew."""


@dataclass(slots=True)
class Try:
    """`number`: 1 for the first. `part` and `code`: where the one before it ended, None for the work as a whole, and
    how. `held`: until when it is ours, which moves as it goes on; by it we know it as ours.
    """

    store: StoreRef
    key: UUID
    due_at: dt.datetime
    number: int
    part: UUID | None
    code: str
    held: dt.datetime

    @property
    def is_one_too_many(self) -> bool:
        return self.number > len(WAITS) + 1


def begin_try(*, kind: str, now: dt.datetime) -> Try | None:
    """At what has waited longest; None when nothing is due that others are not at and that is not set aside."""
    free = Q(held_until=None) | Q(held_until__lte=now)
    with transaction.atomic(using=OWNER):
        due = StoreWork.objects.using(OWNER).filter(free, kind=kind, due_at__lte=now, stuck_at=None)
        open_ = due.filter(store__status=Store.Status.ACTIVE).select_related("store__group")
        row = open_.select_for_update(skip_locked=True, of=("self",)).order_by("due_at").first()
        if row is None:
            return None
        number, held = row.tries + 1, _held(row.tries + 1, now)
        found = Try(StoreRef.of(row.store), row.key, row.due_at, number, row.part, row.code, held)
        row.tries, row.part, row.code, row.held_until = number, None, LOST, held
        row.save(using=OWNER, update_fields=["tries", "part", "code", "held_until"])
        return found


def go_on(*, attempt: Try, part: UUID | None, number: int) -> None:
    """To this part of it now, for another lease; `number` is 1 once something was done. Raises TakenOver."""
    held = _held(number, clock.now())
    _change(attempt, tries=number, part=part, held_until=held)
    attempt.number, attempt.held = number, held


def try_failed(*, attempt: Try, code: str) -> None:
    """It comes again after a while. Raises TakenOver."""
    _change(attempt, code=code, held_until=clock.now() + _wait(attempt.number))


def set_aside(*, attempt: Try) -> None:
    """Nobody tries it again unless they are asked to. Raises TakenOver."""
    _change(attempt, code=attempt.code, stuck_at=clock.now(), held_until=None)


def succeeded(*, attempt: Try, due_at: dt.datetime | None) -> None:
    """When it is due again; None: never. Raises TakenOver."""
    if due_at is not None:
        return _change(attempt, due_at=due_at, **AFRESH)
    with transaction.atomic(using=OWNER):
        StoreWork.objects.using(OWNER).filter(key=attempt.key, held_until=attempt.held).delete()


# As work is of which nothing was tried yet.
AFRESH: dict[str, int | str | None] = {"tries": 0, "part": None, "code": "", "held_until": None, "stuck_at": None}


def stuck_of(*, store_id: UUID, kind: str) -> dict[UUID, tuple[dt.datetime, str]]:
    """When and why it was set aside, by key."""
    with transaction.atomic(using=OWNER):
        rows = StoreWork.objects.using(OWNER).filter(store_id=store_id, kind=kind, stuck_at__isnull=False)
        return {key: (at, code) for key, at, code in rows.values_list("key", "stuck_at", "code") if at is not None}


def count_stuck_of(*, store_ids: Sequence[UUID], kind: str) -> dict[UUID, int]:
    with transaction.atomic(using=OWNER):
        rows = StoreWork.objects.using(OWNER).filter(store_id__in=list(store_ids), kind=kind, stuck_at__isnull=False)
        return dict(rows.order_by().values_list("store_id").annotate(Count("key")))


def try_anew(*, store_id: UUID, kind: str, key: UUID) -> bool:
    """What was set aside is due again. Answers whether it was."""
    with transaction.atomic(using=OWNER):
        rows = StoreWork.objects.using(OWNER).filter(store_id=store_id, kind=kind, key=key, stuck_at__isnull=False)
        return bool(rows.update(**AFRESH))


def _held(number: int, now: dt.datetime) -> dt.datetime:
    return now + LEASE + _wait(number)


def _wait(number: int) -> dt.timedelta:
    return WAITS[number - 1] if number <= len(WAITS) else dt.timedelta()


def _change(attempt: Try, **values: object) -> None:
    with transaction.atomic(using=OWNER):
        mine = StoreWork.objects.using(OWNER).filter(key=attempt.key, held_until=attempt.held)
        if not mine.update(**values):
            raise TakenOver
