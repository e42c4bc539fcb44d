"""One worker at a time on a job: a lease that is renewed while the work goes on, and runs out when the worker dies."""

import datetime as dt
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import F, Q

from chezhan.headquarters.imports.models import ImportJob
from chezhan.kernel import clock
from chezhan.kernel.ids import new_id
from tenants.context import public_context

Status = ImportJob.Status
AT_WORK = (Status.ANALYSING, Status.RUNNING, Status.UNDOING)
LEASE = dt.timedelta(seconds=15)
RENEWAL = dt.timedelta(seconds=2)
# A job that fails so often without moving on fails for good.
ATTEMPTS = 10


class LeaseLost(Exception):
    """Another worker has the job, or it has been stopped: touch it no more."""


class CancelAsked(Exception):
    """Somebody asked to stop."""


@dataclass
class Lease:
    """Held by this worker. `renewed`: when the row last heard from it."""

    job_id: UUID
    holder: UUID
    renewed: dt.datetime

    def keep(self, **changes: Any) -> None:
        """Write `changes` and hold on. Raises LeaseLost, or CancelAsked when that was asked for."""
        now = clock.now()
        with public_context():
            row = ImportJob.objects.filter(id=self.job_id, lease_holder=self.holder)
            if not row.update(lease_until=now + LEASE, attempts=0, **changes):
                raise LeaseLost
            asked = row.values_list("cancel_asked", flat=True).get()
        self.renewed = now
        if asked:
            raise CancelAsked

    def keep_sometimes(self, **changes: Any) -> None:
        """As `keep`, but only if it has been a while."""
        if clock.now() - self.renewed > RENEWAL:
            self.keep(**changes)

    def settle(self, **changes: Any) -> None:
        """Write the job's end and let go. Raises LeaseLost."""
        with public_context():
            row = ImportJob.objects.filter(id=self.job_id, lease_holder=self.holder)
            if not row.update(lease_holder=None, lease_until=None, **changes):
                raise LeaseLost

    def let_go(self) -> None:
        """Leave the job to whoever comes next."""
        with public_context():
            ImportJob.objects.filter(id=self.job_id, lease_holder=self.holder).update(
                lease_holder=None, lease_until=None
            )


def claim(*, job_id: UUID) -> tuple[Lease, ImportJob] | None:
    """Take the job if there is work on it and nobody holds it: of two workers, one gets it."""
    now, holder = clock.now(), new_id()
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    with public_context():
        waiting = ImportJob.objects.filter(free, id=job_id, status__in=AT_WORK)
        if not waiting.update(lease_holder=holder, lease_until=now + LEASE, attempts=F("attempts") + 1):
            return None
        job = ImportJob.objects.select_related("group").get(id=job_id)
    return Lease(job_id=job_id, holder=holder, renewed=now), job


def orphans() -> list[UUID]:
    """Jobs with work and without a worker. Rows that somebody is just claiming are passed over."""
    now = clock.now()
    free = Q(lease_until__isnull=True) | Q(lease_until__lt=now)
    with public_context():
        rows = ImportJob.objects.select_for_update(skip_locked=True).filter(free, status__in=AT_WORK)
        return list(rows.values_list("id", flat=True))
