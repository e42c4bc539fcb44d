"""Imports in which a person stands, once their data are erased. In the owner's transaction in the store's schema."""

from uuid import UUID

from django.db import connections

from chezhan.catalogue.importing.storage import has_files, remove_files
from chezhan.catalogue.records.personal.places import place
from chezhan.catalogue.records.personal.reach import Reach
from tenants.directory import StoreRef
from tenants.roles import OWNER

EMPTY = "UPDATE record_import_change SET before = '{}' WHERE record_id = ANY(%(ids)s) AND before <> '{}'"
JOBS = """
SELECT DISTINCT j.id FROM record_import_chunk c JOIN record_import j ON j.id = c.job_id
WHERE j.status NOT IN ('analysing', 'running', 'undoing') AND (
  c.made && %(ids)s
  OR EXISTS (SELECT 1 FROM record_import_change o WHERE o.chunk_id = c.id AND o.record_id = ANY(%(ids)s))
  OR EXISTS (SELECT 1 FROM jsonb_array_elements(c.rows) r WHERE r ->> 2 = ANY(%(texts)s))
)
"""
FILES_OF_OTHERS = "SELECT id FROM record_import WHERE started_at IS NULL AND status NOT IN ('analysing')"


@place("record_imports")
def empty_changes(store: StoreRef, reach: Reach) -> int:
    """Old values that taking an import back would restore. Answers how many entries held some."""
    with connections[OWNER].cursor() as cursor:
        cursor.execute(EMPTY, {"ids": reach.ids()})
        return int(cursor.rowcount)


@place("record_import_files")
def remove_files_about(store: StoreRef, reach: Reach) -> int:
    """Of the imports that brought or met these records, and of those that were never started: nobody knows who stands
    there. What is at work keeps its file until it rests, 30 days at most. Answers how many there were.
    """
    found: list[UUID] = []
    with connections[OWNER].cursor() as cursor:
        cursor.execute(JOBS, {"ids": reach.ids(), "texts": [str(one) for one in reach.ids()]})
        found += [job_id for (job_id,) in cursor.fetchall()]
        cursor.execute(FILES_OF_OTHERS)
        found += [job_id for (job_id,) in cursor.fetchall()]
    kept = [job_id for job_id in found if has_files(job_id=job_id)]
    for job_id in kept:
        remove_files(job_id=job_id)
    return len(kept)
