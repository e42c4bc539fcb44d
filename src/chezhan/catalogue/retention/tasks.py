"""Every day: what a store keeps no longer goes, store by store."""

from celery import shared_task

from chezhan.catalogue.retention.clearing import clear_old
from chezhan.kernel import clock
from tenants.celery import GroupTask
from tenants.context import public_context
from tenants.directory import StoreRef
from tenants.models import Store


@shared_task(base=GroupTask, name="retention.clear")
def clear_what_is_old() -> None:
    with public_context():
        stores = Store.objects.exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        refs = [StoreRef.of(store) for store in stores]
    for store in refs:
        clear_old(store=store, now=clock.now())
