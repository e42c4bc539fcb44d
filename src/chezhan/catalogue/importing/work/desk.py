"""One store's imports before a worker: the job, its lease, and the person for whom it acts."""

from dataclasses import dataclass
from uuid import UUID

from chezhan.access import Actor, require
from chezhan.catalogue.importing.leases import Desk, Lease, claim_here
from chezhan.catalogue.importing.models import RecordImport
from chezhan.catalogue.importing.ordering import Order
from chezhan.catalogue.importing.preparing import Preparer
from chezhan.catalogue.importing.targets import targets_of
from chezhan.catalogue.records.looking import View
from chezhan.catalogue.records.viewer import viewer_of
from chezhan.kernel.errors import Forbidden
from tenants.context import tenant_context
from tenants.directory import StoreRef
from tenants.lookup import find_in_store

Status = RecordImport.Status
AT_WORK = (Status.ANALYSING, Status.RUNNING, Status.UNDOING)
PERMISSION = "record.import"
# So many rows are one transaction.
CHUNK = 1_000


@dataclass
class Bench:
    """A claimed job. No scope is open between its steps."""

    store: StoreRef
    job: RecordImport
    lease: Lease
    actor: Actor

    def view(self) -> View:
        """The kind of record as the actor sees it now; call in the store's transaction. Raises Forbidden."""
        require(actor=self.actor, permission=PERMISSION)
        viewer = viewer_of(self.actor)
        kind = viewer.entity(self.job.entity)
        viewer.open(kind)
        return View(viewer, kind)

    def preparer(self, view: View) -> Preparer:
        targets = targets_of(actor=self.actor, view=view)
        return Preparer(actor=self.actor, view=view, order=Order.from_json(self.job.order), targets=targets)


def desk_of(store: StoreRef) -> Desk:
    return Desk(model=RecordImport, opened=lambda: tenant_context(store), at_work=AT_WORK)


def take_up(*, store: StoreRef, job_id: UUID) -> tuple[RecordImport, Lease] | None:
    """The job with a lease on it; None when there is no work on it or somebody is at it."""
    with tenant_context(store):
        lease = claim_here(desk=desk_of(store), job_id=job_id)
        return None if lease is None else (RecordImport.objects.get(id=job_id), lease)


def acting_for(*, store: StoreRef, person_id: UUID) -> Actor:
    """The person with the roles held at this moment. Raises Forbidden for one who has left."""
    person, found, roles = find_in_store(person_id=person_id, slug=store.slug)
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
