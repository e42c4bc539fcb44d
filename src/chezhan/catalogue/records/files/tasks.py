"""Every day: files that nobody's record holds go, store by store."""

from celery import shared_task

from chezhan.catalogue.records.files.removing import sweep
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.models import Store


@shared_task(base=GroupTask, name="files.sweep")
def sweep_files() -> None:
    with public_context():
        stores = Store.objects.exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        refs = [StoreRef.of(store) for store in stores]
    for store in refs:
        with acting_as(None, reason="task:files.sweep"):
            sweep(store=store, now=clock.now())
