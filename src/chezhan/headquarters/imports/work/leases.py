"""Leases on a group's import jobs, which lie in the public schema."""

from uuid import UUID

from chezhan.catalogue.importing.leases import Desk, Lease, claim_here, orphans_of
from chezhan.headquarters.imports.models import ImportJob
from tenants.context import public_context

Status = ImportJob.Status
AT_WORK = (Status.ANALYSING, Status.RUNNING, Status.UNDOING)
DESK = Desk(model=ImportJob, opened=public_context, at_work=AT_WORK)


def claim(*, job_id: UUID) -> tuple[Lease, ImportJob] | None:
    """Take the job if there is work on it and nobody holds it: of two workers, one gets it."""
    with public_context():
        lease = claim_here(desk=DESK, job_id=job_id)
        return None if lease is None else (lease, ImportJob.objects.select_related("group").get(id=job_id))


def orphans() -> list[UUID]:
    return orphans_of(desk=DESK)
