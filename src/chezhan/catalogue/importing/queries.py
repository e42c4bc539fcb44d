"""Reads of imports. One's own: what a file holds is for who brought it. In the store's transaction."""

from collections.abc import Iterator
from uuid import UUID

import orjson

from chezhan.access import Actor, require
from chezhan.catalogue.importing.models import ImportChunk, RecordImport
from chezhan.catalogue.importing.outcomes import Entry
from chezhan.catalogue.importing.parsing import read_rows
from chezhan.catalogue.importing.refusals import UnknownImport
from chezhan.catalogue.importing.storage import rows_path, trial_path
from chezhan.catalogue.importing.work.desk import PERMISSION
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of

SHOWN = 100
BULKY = ("table", "columns", "guesses", "order")


def view_of(*, actor: Actor, entity: str) -> View:
    """Raises Forbidden for who may not import, and for what the actor may not see."""
    require(actor=actor, permission=PERMISSION)
    viewer = viewer_of(actor)
    kind = viewer.entity(entity)
    viewer.open(kind)
    return View(viewer, kind)


def list_jobs(*, actor: Actor, entity: str) -> list[RecordImport]:
    """One's own of this kind, the latest first."""
    view_of(actor=actor, entity=entity)
    found = RecordImport.objects.filter(person_id=actor.person_id, entity=entity)
    return list(found.defer(*BULKY).order_by("-created_at", "-id")[:SHOWN])


def get_job(*, actor: Actor, job_id: UUID, lock: bool = False) -> RecordImport:
    """Raises UnknownImport for another person's too."""
    require(actor=actor, permission=PERMISSION)
    jobs = RecordImport.objects.select_for_update() if lock else RecordImport.objects
    found = jobs.filter(id=job_id, person_id=actor.person_id).first()
    if found is None:
        raise UnknownImport
    return found


def entries_of(job: RecordImport) -> Iterator[Entry]:
    """What became of each row: of the writing once it has begun, else of the dry run. In the order of the rows."""
    if job.started_at:
        for rows in (
            ImportChunk.objects.filter(job=job)
            .order_by("chunk_no")
            .values_list("rows", flat=True)
            .iterator(chunk_size=20)
        ):
            yield from (Entry(*row) for row in rows)
    elif trial_path(job_id=job.id).exists():
        with trial_path(job_id=job.id).open("rb") as file:
            yield from (Entry(*orjson.loads(line)) for line in file)


def rows_with_entries(job: RecordImport, *, became: str) -> Iterator[tuple[Entry, list]]:
    """The entries of one outcome, each with the cells of its row as they stand in the file; none once that is gone."""
    rows = read_rows(path=rows_path(job_id=job.id)) if rows_path(job_id=job.id).exists() else iter(())
    row = next(rows, None)
    for entry in entries_of(job):
        if became and entry.became != became:
            continue
        while row is not None and row[0] < entry.row:
            row = next(rows, None)
        yield entry, row[1] if row is not None and row[0] == entry.row else []
