"""One worker at a time on a job: a lease that is renewed while the work goes on, and runs out when the worker dies."""

import datetime as dt
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Model, Q, QuerySet

from chezhan.kernel import clock
from chezhan.kernel.ids import new_id

LEASE = dt.timedelta(seconds=15)
RENEWAL = dt.timedelta(seconds=2)
# A job that fails so often without moving on fails for good.
ATTEMPTS = 10


class LeaseLost(Exception):
    """Another worker has the job, or it has been stopped: touch it no more."""


class CancelAsked(Exception):
    """Somebody asked to stop."""


@dataclass(frozen=True, slots=True)
class Desk:
    """Where jobs of a kind lie. `jobs` of the model have the columns lease_holder, lease_until, attempts, status and
    cancel_asked; `opened` opens the transaction in which they are read; `at_work`: statuses that want a worker;
    `lasting`: how long one step of theirs may take at most.
    """

    model: type[Model]
    opened: Callable[[], AbstractContextManager[None]]
    at_work: tuple[str, ...]
    lasting: dt.timedelta = LEASE

    @property
    def jobs(self) -> QuerySet:
        return self.model._default_manager.all()


@dataclass
class Lease:
    """Held by this worker. `renewed`: when the row last heard from it."""

    desk: Desk
    job_id: UUID
    holder: UUID
    renewed: dt.datetime

    def keep(self, **changes: Any) -> None:
        """Write `changes` and hold on. Raises LeaseLost, or CancelAsked when that was asked for."""
        with self.desk.opened():
            asked = self._hold(**changes)
        if asked:
            raise CancelAsked

    def keep_here(self, **changes: Any) -> None:
        """As `keep`, in the transaction that is open; what it raises takes that transaction back."""
        if self._hold(**changes):
            raise CancelAsked

    def _hold(self, **changes: Any) -> bool:
        """Whether somebody asked to stop."""
        now = clock.now()
        row = self._row()
        if not row.update(lease_until=now + self.desk.lasting, attempts=0, **changes):
            raise LeaseLost
        self.renewed = now
        return bool(row.values_list("cancel_asked", flat=True).get())

    def keep_sometimes(self, **changes: Any) -> None:
        """As `keep`, but only if it has been a while."""
        if clock.now() - self.renewed > RENEWAL:
            self.keep(**changes)

    def settle(self, **changes: Any) -> None:
        """Write the job's end and let go. Raises LeaseLost."""
        with self.desk.opened():
            if not self._row().update(lease_holder=None, lease_until=None, **changes):
                raise LeaseLost

    def let_go(self) -> None:
        """Leave the job to whoever comes next."""
        with self.desk.opened():
            self._row().update(lease_holder=None, lease_until=None)

    def _row(self) -> QuerySet:
        return self.desk.jobs.filter(pk=self.job_id, lease_holder=self.holder)


def claim_here(*, desk: Desk, job_id: UUID) -> Lease | None:
    """Take the job if there is work on it and nobody holds it: of two workers, one gets it. Call in its transaction."""
    now, holder = clock.now(), new_id()
    waiting = desk.jobs.filter(_free(now), pk=job_id, status__in=desk.at_work)
    if not waiting.update(lease_holder=holder, lease_until=now + desk.lasting, attempts=F("attempts") + 1):
        return None
    return Lease(desk=desk, job_id=job_id, holder=holder, renewed=now)


def orphans_of(*, desk: Desk) -> list[UUID]:
    """Jobs with work and without a worker. Rows that somebody is just claiming are passed over."""
    with desk.opened():
        rows = desk.jobs.select_for_update(skip_locked=True).filter(_free(clock.now()), status__in=desk.at_work)
        return list(rows.values_list("pk", flat=True))


def _free(now: dt.datetime) -> Q:
    return Q(lease_until__isnull=True) | Q(lease_until__lt=now)
