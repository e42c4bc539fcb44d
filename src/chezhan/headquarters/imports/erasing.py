"""Uploaded files in which a person stands, once their data are erased. In the owner's transaction."""

from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from chezhan.headquarters.imports.models import ImportJob
from chezhan.headquarters.imports.storage import AT_WORK, remove_files
from chezhan.modules.intake.erasing import jobs_behind
from tenants.directory import StoreRef
from tenants.roles import OWNER


@place("files")
def remove_files_about(store: StoreRef, reach: Reach) -> int:
    """Of the imports that brought these records; what is at work keeps its file until it rests, 30 days at most.

    The job and its figures stay, and it can still be taken back. Removed before it is marked: a mark without the deed
    would leave the file for good, a deed without the mark is done again by the sweep.
    """
    jobs = ImportJob.objects.using(OWNER).filter(id__in=jobs_behind(record_ids=reach.ids()), group_id=store.group.id)
    found = list(jobs.filter(files_gone=False).exclude(status__in=AT_WORK).values_list("id", flat=True))
    for job_id in found:
        remove_files(job_id=job_id)
    ImportJob.objects.using(OWNER).filter(id__in=found).update(files_gone=True)
    return len(found)
