"""Go through a run to its end: the one way in for workers. Whatever kills it half-way, a later call goes on."""

from contextlib import suppress
from uuid import UUID

import structlog
from django.db import InterfaceError, OperationalError

from chezhan.access import Actor
from chezhan.catalogue.importing.leases import ATTEMPTS, Desk, Lease, LeaseLost, claim_here
from chezhan.catalogue.packs.file import document_of
from chezhan.catalogue.packs.files import checked_contents
from chezhan.catalogue.packs.installing import (
    PERMISSION,
    Job,
    draft_item,
    finish,
    next_step,
    refuse_item,
    settle_item,
)
from chezhan.catalogue.packs.models import PackRun, PackStep
from chezhan.kernel import clock
from chezhan.kernel.errors import AppError, Forbidden
from tenants.acting import acting_as
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.lookup import find_in_store

log = structlog.get_logger(__name__)
Status = PackRun.Status
AT_WORK = (Status.RUNNING,)


def drive(*, store: StoreRef, run_id: UUID) -> bool:
    """Do what is left of the run; False when there is none, or somebody else is at it. Call with no scope open."""
    desk = Desk(model=PackRun, opened=lambda: tenant_context(store), at_work=AT_WORK)
    with tenant_context(store):
        lease = claim_here(desk=desk, job_id=run_id)
        run = PackRun.objects.select_related("file").filter(id=run_id).first()
    if lease is None or run is None:
        return False
    try:
        with acting_as(run.by, reason=f"pack:{run.file.pack}"):
            _go_through(store, run, lease)
    except LeaseLost:
        log.info("pack_run_lost", run=str(run_id))
    except AppError as error:
        _end(lease, status=Status.FAILED, code=error.code)
    except (OperationalError, InterfaceError):
        if run.attempts >= ATTEMPTS:
            _end(lease, status=Status.FAILED, code="pack_failed")
        else:
            lease.let_go()
        raise
    except Exception:
        _end(lease, status=Status.FAILED, code="pack_failed")
        raise
    return True


def _go_through(store: StoreRef, run: PackRun, lease: Lease) -> None:
    document = document_of(run.file.content)
    job = Job(run, document, dict(checked_contents(document, language=run.language)))
    while True:
        # Each step may give the store another revision, and may find other rights.
        actor = _acting_for(store, run)
        with tenant_context(actor.in_store):
            step = next_step(run.id)
        if step is None:
            break
        _do(actor, job, step, lease)
    with tenant_context(store):
        finish(job=job)
        lease.keep_here(status=Status.DONE, ended_at=clock.now())
    lease.let_go()


def _do(actor: Actor, job: Job, step: PackStep, lease: Lease) -> None:
    store = actor.in_store
    try:
        with tenant_context(store):
            lease.keep_here()
            decision = draft_item(actor=actor, job=job, step=step)
        actor = _acting_for(store, job.run)
        with tenant_context(actor.in_store):
            settle_item(actor=actor, job=job, step=step, decision=decision)
            lease.keep_here(done=step.number + 1)
    except AppError as error:
        with tenant_context(store):
            refuse_item(job=job, step=step, error=error)
            lease.keep_here(done=step.number + 1)


def _acting_for(store: StoreRef, run: PackRun) -> Actor:
    """Who asked for it, with the roles held at this moment. Raises Forbidden for one who has left."""
    person, found, roles = find_in_store(person_id=run.by, slug=store.slug)
    if person is None or not person.active or found is None or not roles:
        raise Forbidden(params={"permission": PERMISSION})
    return Actor(
        person_id=person.id,
        person_name=person.name,
        language=person.language,
        group=found.group,
        store=found,
        roles=roles,
    )


def _end(lease: Lease, **changes: object) -> None:
    with suppress(LeaseLost):
        lease.settle(ended_at=clock.now(), **changes)
