"""Reads of import jobs. Call with no scope open, unless a function says otherwise."""

from uuid import UUID

from django.db.models.functions import JSONObject

from chezhan.access import Actor, require
from chezhan.headquarters.imports.models import ImportJob, ImportPart
from chezhan.kernel.errors import NotFound
from tenants.context import public_context

SHOWN = 100
FIGURES = ("rows", "good", "bad", "amount", "store_count")
BULKY = ("shape", "columns", "guesses", "mapping", "notices", "plan", "trial")


def list_jobs(*, actor: Actor) -> list[ImportJob]:
    """The group's latest jobs, newest first; their `plan` holds the FIGURES alone, and what is bulky is left behind."""
    require(actor=actor, permission="import.read")
    with public_context():
        jobs = _jobs_of(actor).select_related("created_by", "started_by").defer(*BULKY)
        figures = JSONObject(**{name: f"plan__{name}" for name in FIGURES})
        latest = list(jobs.annotate(figures=figures).order_by("-created_at")[:SHOWN])
    for job in latest:
        job.plan = job.figures if job.figures["rows"] is not None else None
    return latest


def get_job(*, actor: Actor, job_id: UUID) -> tuple[ImportJob, list[ImportPart]]:
    """The job and its parts by name, each with its store. Raises NotFound for another group's job too."""
    require(actor=actor, permission="import.read")
    with public_context():
        job = _jobs_of(actor).select_related("created_by", "started_by").filter(id=job_id).first()
        if job is None:
            raise NotFound
        return job, list(job.parts.select_related("store").order_by("name"))


def locked_job(*, actor: Actor, job_id: UUID) -> ImportJob:
    """The job, locked until the caller's public_context() ends. Raises NotFound."""
    job = _jobs_of(actor).select_for_update().filter(id=job_id).first()
    if job is None:
        raise NotFound
    return job


def _jobs_of(actor: Actor):
    if actor.group is None:
        raise NotFound
    return ImportJob.objects.filter(group_id=actor.in_group.id)
