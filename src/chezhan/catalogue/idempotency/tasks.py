"""Every hour: answers that are older than a day are forgotten, store by store."""

from celery import shared_task

from chezhan.catalogue.idempotency.services import forget_old
from chezhan.kernel import clock
from tenants.celery import GroupTask
from tenants.context import public_context, tenant_context
from tenants.directory import StoreRef
from tenants.models import Store


@shared_task(base=GroupTask, name="idempotency.forget")
def forget_answers() -> None:
    with public_context():
        stores = Store.objects.exclude(status=Store.Status.CLOSED).select_related("group").order_by("id")
        refs = [StoreRef.of(store) for store in stores]
    for store in refs:
        with tenant_context(store):
            forget_old(now=clock.now())
