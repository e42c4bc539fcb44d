"""Files of a store's imports go when it keeps them no longer; the jobs and their figures stay."""

import datetime as dt

from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.storage import KEPT, remove_files, written_at
from chezhan.catalogue.importing.work.desk import AT_WORK
from chezhan.catalogue.retention.registry import kept_for
from tenants.context import tenant_context
from tenants.directory import StoreRef


# Whatever a store says, remove_old_files takes what is older than its KEPT.
@kept_for("import_files", unit="days", least=1, most=KEPT.days, usual=KEPT.days)
def remove_files_before(*, store: StoreRef, before: dt.datetime) -> int:
    """What is at work keeps its file until it rests."""
    with tenant_context(store):
        jobs = list(RecordImport.objects.exclude(status__in=AT_WORK).values_list("id", flat=True))
    old = [job_id for job_id in jobs if (at := written_at(job_id=job_id)) is not None and at < before]
    for job_id in old:
        remove_files(job_id=job_id)
    return len(old)
