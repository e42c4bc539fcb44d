"""Tasks that know where they run. A task without a place refuses to run.

`StoreTask` carries its store's id in a header and runs in that store's transaction; `GroupTask` runs with nothing
open and visits stores one at a time by tenant_context(); `PublicTask` runs in the public schema.
"""

from dataclasses import replace
from uuid import UUID

from celery import Task

from tenants.acting import Acting, carrying, who_acts
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.errors import NoTenant, StoreNotOpen
from tenants.models import Store

HEADER = "chezhan_store"
ACTING = "chezhan_acting"


class Unplaced(Task):
    """The application's default: refuses to run."""

    abstract = True
    placed = False

    def __call__(self, *args, **kwargs):
        if not self.placed and not self.name.startswith("celery."):
            raise NoTenant(f"task {self.name} says no place; use StoreTask, GroupTask or PublicTask")
        return super().__call__(*args, **kwargs)


class StoreTask(Unplaced):
    abstract = True
    placed = True

    def send_to(self, *, store_id: UUID, **kwargs):
        """Queue the task for one store; it will run as who acts now."""
        acting = who_acts()
        who = {} if acting is None else {ACTING: acting.header}
        return self.apply_async(kwargs=kwargs, headers={HEADER: str(store_id), **who})

    def __call__(self, *args, **kwargs):
        store_id = self._header(HEADER)
        if not store_id:
            raise NoTenant(f"task {self.name} came without its store")
        with public_context():
            found = Store.objects.select_related("group").filter(id=store_id).first()
        if found is None or found.status == Store.Status.CLOSED:
            raise StoreNotOpen(f"task {self.name} is for store {store_id}, which is closed or gone")
        who = self._header(ACTING)
        acting = Acting.of_header(who) if who else Acting(actor_id=None)
        with carrying(replace(acting, reason=f"task:{self.name}")), tenant_context(StoreRef.of(found)):
            return super().__call__(*args, **kwargs)

    def _header(self, name: str) -> str | None:
        return (self.request.headers or {}).get(name) or self.request.get(name)


class GroupTask(Unplaced):
    abstract = True
    placed = True


class PublicTask(Unplaced):
    abstract = True
    placed = True

    def __call__(self, *args, **kwargs):
        with public_context():
            return super().__call__(*args, **kwargs)
