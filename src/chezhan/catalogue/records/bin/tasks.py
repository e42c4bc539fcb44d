"""Every day: what lay in the recycle bin for its time goes for good, store by store."""

from celery import shared_task

from chezhan.catalogue.records.bin.erasing import erase_expired
from chezhan.kernel import clock
from tenants.acting import acting_as
from tenants.celery import GroupTask
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.models import Store


@shared_task(base=GroupTask, name="bin.erase_expired")
def erase_what_expired() -> None:
    with public_context():
        stores = Store.objects.exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        refs = [StoreRef.of(store) for store in stores]
    for store in refs:
        with acting_as(None, reason="task:bin.erase_expired"):
            erase_expired(store=store, now=clock.now())
